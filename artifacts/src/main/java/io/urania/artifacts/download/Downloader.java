package io.urania.artifacts.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Downloads over HTTP, or copies where the address is a file's. A host that does not answer is not asked again. The JDK's
 * client is told how long to wait for the begin of an answer; a body that stands still is given up by {@link StallGuard}.
 */
public final class Downloader implements AutoCloseable {
    private static final int LONGEST_CHAIN = 5;
    private static final int LONGEST_TEXT = 8 * 1024 * 1024;
    private static final Set<String> CREDENTIALS = Set.of("Authorization");

    private final HttpClient client;
    private final Duration patience;
    private final Set<String> silentHosts = new HashSet<>();

    /** Waits that long for a connection, for an answer, and for each further piece of it. */
    public Downloader(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Writes what is at the address into a file. */
    public void toFile(URI uri, Path destination) throws DownloadFailed, IOException, InterruptedException {
        if (isFile(uri)) {
            try (InputStream in = open(uri);
                    OutputStream out = Files.newOutputStream(destination)) {
                in.transferTo(out);
            }
            return;
        }
        toFile(successful(get(uri, Map.of())), destination);
    }

    /** Writes the rest of an answer into a file. */
    public void toFile(HttpReply reply, Path destination) throws DownloadFailed, IOException {
        try (OutputStream out = Files.newOutputStream(destination)) {
            copy(reply, out);
        }
    }

    /** What is at the address, which must be short. */
    public byte[] bytes(URI uri) throws DownloadFailed, IOException, InterruptedException {
        if (isFile(uri)) {
            try (InputStream in = open(uri)) {
                return in.readNBytes(LONGEST_TEXT);
            }
        }
        return bytes(successful(get(uri, Map.of())));
    }

    /** The rest of an answer, which must be short. */
    public byte[] bytes(HttpReply reply) throws DownloadFailed {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            copy(reply, out);
        } catch (IOException e) {
            throw new DownloadFailed(reply.uri() + ": " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    /** Asks an address and follows redirections; credentials are not told to another host. */
    public HttpReply get(URI uri, Map<String, String> headers) throws DownloadFailed, InterruptedException {
        URI current = uri;
        Map<String, String> sent = new HashMap<>(headers);
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            HttpReply reply = ask(current, sent);
            String location = reply.headers().firstValue("Location").orElse("");
            if (reply.status() < 300 || reply.status() >= 400 || location.isEmpty()) {
                return reply;
            }
            close(reply);
            URI next = current.resolve(location);
            if (current.getScheme().equals("https") && !next.getScheme().equals("https")) {
                throw new DownloadFailed(current + " leads from https to " + next);
            }
            if (!String.valueOf(next.getAuthority()).equals(current.getAuthority())) {
                sent.keySet().removeAll(CREDENTIALS);
            }
            current = next;
        }
        throw new DownloadFailed(uri + " leads in a circle");
    }

    /** The answer, if it brings what was asked for. */
    public HttpReply successful(HttpReply reply) throws DownloadFailed {
        if (reply.status() != 200) {
            close(reply);
            throw new DownloadFailed(reply.uri() + " answers " + reply.status());
        }
        return reply;
    }

    private HttpReply ask(URI uri, Map<String, String> headers) throws DownloadFailed, InterruptedException {
        String host = String.valueOf(uri.getHost());
        if (silentHosts.contains(host)) {
            throw new DownloadFailed(host + " did not answer before");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new HttpReply(uri, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            silentHosts.add(host);
            throw new DownloadFailed("no answer from " + uri + ": " + reason(e), e);
        }
    }

    private void copy(HttpReply reply, OutputStream out) throws DownloadFailed, IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream body = reply.body();
                StallGuard guard = new StallGuard(body, patience)) {
            for (int read = read(reply, body, buffer); read >= 0; read = read(reply, body, buffer)) {
                guard.moved();
                out.write(buffer, 0, read);
            }
        }
    }

    private static int read(HttpReply reply, InputStream body, byte[] buffer) throws DownloadFailed {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new DownloadFailed("the answer of " + reply.uri() + " broke off: " + reason(e), e);
        }
    }

    private static void close(HttpReply reply) throws DownloadFailed {
        try {
            reply.body().close();
        } catch (IOException e) {
            throw new DownloadFailed(reply.uri() + ": " + reason(e), e);
        }
    }

    private static boolean isFile(URI uri) {
        return "file".equals(uri.getScheme());
    }

    private static InputStream open(URI uri) throws DownloadFailed {
        try {
            return Files.newInputStream(Path.of(uri));
        } catch (IOException e) {
            throw new DownloadFailed("cannot read " + Path.of(uri), e);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

package io.urania.artifacts.download;

import io.urania.artifacts.ArtifactException;
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
 * client is told how long to wait for the begin of an answer; a body that stands still or drips is given up by {@link StallGuard}, and one that does
 * not end, at a bound. An answer that could not be trusted any more than one of somebody on the way, as after a redirection from https to
 * http, is an {@link ArtifactException}: to look elsewhere would hide it.
 */
public final class Downloader implements AutoCloseable {
    private static final int LONGEST_CHAIN = 5;
    private static final int LONGEST_TEXT = 8 * 1024 * 1024;

    /** In bytes; beyond every program and image there is. */
    public static final long LARGEST_FILE = 4L << 30;

    /** In bytes a second: less brings no program in the time that anybody waits. */
    private static final long LEAST_SPEED = 1024;

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

    /** Writes what is at the address, {@link #LARGEST_FILE} at most, into a file. */
    public void toFile(URI uri, Path destination)
            throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        toFile(uri, destination, LARGEST_FILE);
    }

    /**
     * Writes what is at the address into a file.
     *
     * @param limit how many bytes that are at most
     */
    public void toFile(URI uri, Path destination, long limit)
            throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        if (!isFile(uri)) {
            toFile(successful(get(uri, Map.of())), destination, limit);
            return;
        }
        try (InputStream in = open(uri);
                OutputStream out = Files.newOutputStream(destination)) {
            byte[] buffer = new byte[1 << 16];
            long copied = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied = counted(uri, copied + read, limit);
                out.write(buffer, 0, read);
            }
        }
    }

    /**
     * Writes the rest of an answer into a file.
     *
     * @param limit how many bytes that are at most
     */
    public void toFile(HttpReply reply, Path destination, long limit)
            throws DownloadFailed, ArtifactException, IOException {
        try (OutputStream out = Files.newOutputStream(destination)) {
            copy(reply, out, limit);
        }
    }

    /** What is at the address, which must be short. */
    public byte[] bytes(URI uri) throws DownloadFailed, ArtifactException, IOException, InterruptedException {
        if (!isFile(uri)) {
            return bytes(successful(get(uri, Map.of())));
        }
        try (InputStream in = open(uri)) {
            byte[] bytes = in.readNBytes(LONGEST_TEXT + 1);
            counted(uri, bytes.length, LONGEST_TEXT);
            return bytes;
        }
    }

    /** The rest of an answer, which must be short. */
    public byte[] bytes(HttpReply reply) throws DownloadFailed, ArtifactException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            copy(reply, out, LONGEST_TEXT);
        } catch (IOException e) {
            throw new DownloadFailed(reply.uri() + ": " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    /**
     * Asks an address and follows redirections; credentials are not told to another host.
     *
     * @throws ArtifactException if it leads to what is no web server, or from https to http
     */
    public HttpReply get(URI uri, Map<String, String> headers)
            throws DownloadFailed, ArtifactException, InterruptedException {
        URI current = uri;
        Map<String, String> sent = new HashMap<>(headers);
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            HttpReply reply = ask(current, sent);
            String location = reply.headers().firstValue("Location").orElse("");
            if (reply.status() < 300 || reply.status() >= 400 || location.isEmpty()) {
                return reply;
            }
            close(reply);
            URI next = next(current, location);
            if (!String.valueOf(next.getAuthority()).equals(current.getAuthority())) {
                sent.keySet().removeAll(CREDENTIALS);
            }
            current = next;
        }
        throw new DownloadFailed(uri + " redirects in a loop");
    }

    static URI next(URI current, String location) throws DownloadFailed, ArtifactException {
        URI next;
        try {
            next = current.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new DownloadFailed(current + " redirects to \"" + location + "\", which is not a URL", e);
        }
        boolean isWeb = has(next, "https") || (has(next, "http") && !has(current, "https"));
        if (!isWeb || next.getHost() == null) {
            throw new ArtifactException(
                    current + " redirects to " + next,
                    "without TLS, the file could come from anybody",
                    "make it redirect to an https URL, or use another one");
        }
        return next;
    }

    private static boolean has(URI uri, String scheme) {
        return scheme.equalsIgnoreCase(uri.getScheme());
    }

    /** The answer, if it brings what was asked for. */
    public HttpReply successful(HttpReply reply) throws DownloadFailed {
        if (reply.status() != 200) {
            close(reply);
            throw new DownloadFailed(reply.uri() + " answered " + reply.status());
        }
        return reply;
    }

    private HttpReply ask(URI uri, Map<String, String> headers) throws DownloadFailed, InterruptedException {
        String host = String.valueOf(uri.getHost());
        if (silentHosts.contains(host)) {
            throw new DownloadFailed(host + " did not respond to an earlier request");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new HttpReply(uri, response.statusCode(), response.headers(), response.body());
        } catch (IOException | IllegalArgumentException e) {
            // The JDK's client takes a Content-Length beyond its numbers for a wrong argument.
            silentHosts.add(host);
            throw new DownloadFailed("no response from " + uri + ": " + reason(e), e);
        }
    }

    private void copy(HttpReply reply, OutputStream out, long limit)
            throws DownloadFailed, ArtifactException, IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        try (InputStream body = reply.body();
                StallGuard guard = new StallGuard(body, patience, LEAST_SPEED * patience.toSeconds())) {
            for (int read = read(reply, body, buffer); read >= 0; read = read(reply, body, buffer)) {
                guard.moved(read);
                copied = counted(reply.uri(), copied + read, limit);
                out.write(buffer, 0, read);
            }
        }
    }

    private static long counted(URI uri, long bytes, long limit) throws ArtifactException {
        if (bytes > limit) {
            throw new ArtifactException(
                    uri + " is not the expected file",
                    "it has more than " + limit + " bytes",
                    "check which server responds there; do not use this file");
        }
        return bytes;
    }

    private static int read(HttpReply reply, InputStream body, byte[] buffer) throws DownloadFailed {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new DownloadFailed("the response from " + reply.uri() + " was cut off: " + reason(e), e);
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
        return has(uri, "file");
    }

    private static InputStream open(URI uri) throws DownloadFailed {
        Path path = Path.of(uri);
        // A pipe would be waited for without end.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new DownloadFailed(path + " is not a regular file");
        }
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new DownloadFailed("cannot read " + path, e);
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

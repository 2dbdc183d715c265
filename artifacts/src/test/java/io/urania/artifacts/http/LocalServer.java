package io.urania.artifacts.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A web server on loopback that answers with what the test has put into it. */
public final class LocalServer implements AutoCloseable {
    /** What it answers: a status, headers and a body, after which it may break the connection off. */
    @SuppressWarnings("ArrayRecordComponent") // answers are never compared
    public record Answer(int status, Map<String, String> headers, byte[] body, boolean brokenOff) {
        public static Answer of(byte[] body) {
            return new Answer(200, Map.of(), body, false);
        }

        public static Answer of(int status, Map<String, String> headers) {
            return new Answer(status, headers, new byte[0], false);
        }

        public Answer breakingOff() {
            return new Answer(status, headers, body, true);
        }
    }

    private final HttpServer server;
    private final Map<String, Answer> answers = Collections.synchronizedMap(new HashMap<>());
    private final Map<String, String> guarded = Collections.synchronizedMap(new HashMap<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    public LocalServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(path + (authorization == null ? "" : " " + authorization));
            Answer answer = answers.getOrDefault(path, Answer.of(404, Map.of()));
            for (Map.Entry<String, String> guard : guarded.entrySet()) {
                if (path.startsWith(guard.getKey()) && authorization == null) {
                    answer = Answer.of(401, Map.of("WWW-Authenticate", guard.getValue()));
                }
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            int missing = answer.brokenOff() ? 100 : 0;
            exchange.sendResponseHeaders(
                    answer.status(), answer.body().length + missing == 0 ? -1 : answer.body().length + missing);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer.body());
                body.flush();
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    /** The server's address and a path on it. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** What it answers to that path. */
    public void put(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** What it answers to that path. */
    public void put(String path, byte[] body) {
        put(path, Answer.of(body));
    }

    /** Without an Authorization header, paths that begin so are answered with 401 and that challenge. */
    public void guard(String prefix, String challenge) {
        guarded.put(prefix, challenge);
    }

    /** The paths that were asked for, each with the Authorization header that came. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

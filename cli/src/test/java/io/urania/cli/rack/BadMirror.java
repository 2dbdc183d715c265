package io.urania.cli.rack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server of this machine that stands for a package mirror on a bad day: hosts ask it for everything, as their proxy. */
final class BadMirror implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);

    private BadMirror(String address) throws IOException {
        server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        server.setExecutor(threads);
    }

    /** Whatever is asked for, it sends something else. */
    static BadMirror sendingOtherFiles(String address) throws IOException {
        BadMirror mirror = new BadMirror(address);
        mirror.server.createContext("/", BadMirror::sendSomethingElse);
        mirror.server.start();
        return mirror;
    }

    /** It takes requests and never answers. */
    static BadMirror stalling(String address) throws IOException {
        BadMirror mirror = new BadMirror(address);
        mirror.server.createContext("/", mirror::neverAnswer);
        mirror.server.start();
        return mirror;
    }

    /** As apt's configuration has it. */
    String url() {
        return "http://%s:%d"
                .formatted(
                        server.getAddress().getHostString(), server.getAddress().getPort());
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.close();
    }

    private static void sendSomethingElse(HttpExchange exchange) throws IOException {
        byte[] bytes = "<html>Please sign in to this network.</html>".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private void neverAnswer(HttpExchange exchange) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}

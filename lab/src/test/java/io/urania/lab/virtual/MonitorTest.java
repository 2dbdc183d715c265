package io.urania.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered here is what QEMU 7.2 answers. */
class MonitorTest {
    private static final String GREETING = """
            {"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}}, "capabilities": ["oob"]}}""";
    private static final String DONE = """
            {"return": {}}""";
    private static final String EVENT = """
            {"timestamp": {"seconds": 1795888210, "microseconds": 5}, "event": "NIC_RX_FILTER_CHANGED"}
            """;

    @TempDir
    Path directory;

    @Test
    void pullsTheCablePastWhateverElseHappens() throws IOException {
        try (ServerSocketChannel server = listen()) {
            var asked = answers(server, DONE, EVENT + DONE);

            new Monitor(socket()).setLink(false);

            assertThat(asked.join()).containsExactly("""
                            {"execute":"qmp_capabilities","arguments":{}}""", """
                            {"execute":"set_link","arguments":{"name":"card","up":false}}""");
        }
    }

    @Test
    void aRefusalIsToldInTheEmulatorsWords() throws IOException {
        try (ServerSocketChannel server = listen()) {
            var asked = answers(server, DONE, """
                    {"error": {"class": "DeviceNotFound", "desc": "Device 'card' not found"}}""");

            assertThatIOException()
                    .isThrownBy(() -> new Monitor(socket()).setLink(true))
                    .withMessageContaining("Device 'card' not found");
            assertThat(asked.join()).hasSize(2);
        }
    }

    @Test
    void anEmulatorThatEndsIsNoSuccess() throws IOException {
        try (ServerSocketChannel server = listen()) {
            var asked = answers(server, DONE);

            assertThatIOException().isThrownBy(() -> new Monitor(socket()).powerDown());
            assertThat(asked.join()).hasSize(1);
        }
    }

    private Path socket() {
        return directory.resolve("monitor");
    }

    private ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket()));
    }

    /** Greets one client and gives one answer for each line it sends; completes with what it sent. */
    private static CompletableFuture<List<String>> answers(ServerSocketChannel server, String... answers) {
        var asked = new CompletableFuture<List<String>>();
        Thread.ofVirtual().start(() -> {
            List<String> lines = new ArrayList<>();
            try (SocketChannel client = server.accept();
                    BufferedReader reader = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8))) {
                say(client, GREETING);
                for (String answer : answers) {
                    lines.add(reader.readLine());
                    say(client, answer);
                }
                asked.complete(lines);
            } catch (IOException failure) {
                asked.completeExceptionally(failure);
            }
        });
        return asked;
    }

    private static void say(SocketChannel client, String line) throws IOException {
        client.write(StandardCharsets.UTF_8.encode(line + "\r\n"));
    }
}

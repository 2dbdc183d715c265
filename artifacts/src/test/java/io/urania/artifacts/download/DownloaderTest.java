package io.urania.artifacts.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.http.LocalServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloaderTest {
    @TempDir
    private Path directory;

    private LocalServer server;
    private Downloader downloader;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
        downloader = new Downloader(Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        downloader.close();
        server.close();
    }

    @Test
    void bringsAFile() throws Exception {
        server.put("/kubelet", "kubelet".getBytes(UTF_8));
        Path file = directory.resolve("kubelet");
        downloader.toFile(server.uri("/kubelet"), file);
        assertThat(file).hasContent("kubelet");
    }

    @Test
    void copiesWhatLiesInADirectory() throws Exception {
        Path source = Files.writeString(directory.resolve("source"), "kubelet");
        Path file = directory.resolve("kubelet");
        downloader.toFile(source.toUri(), file);
        assertThat(file).hasContent("kubelet");
        assertThat(downloader.bytes(source.toUri())).asString().isEqualTo("kubelet");
    }

    @Test
    void saysWhichAddressAnsweredNo() {
        assertThatThrownBy(() -> downloader.bytes(server.uri("/none")))
                .isInstanceOf(DownloadFailed.class)
                .hasMessageContaining("/none answers 404");
    }

    @Test
    void noticesThatAFileCameOnlyHalf() {
        server.put("/kubelet", LocalServer.Answer.of("half".getBytes(UTF_8)).breakingOff());
        assertThatThrownBy(() -> downloader.toFile(server.uri("/kubelet"), directory.resolve("kubelet")))
                .isInstanceOf(DownloadFailed.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void tellsCredentialsToNoOtherHost() throws Exception {
        try (LocalServer other = new LocalServer()) {
            other.put("/blob", "blob".getBytes(UTF_8));
            server.put(
                    "/blob",
                    LocalServer.Answer.of(
                            307, Map.of("Location", other.uri("/blob").toString())));
            HttpReply reply = downloader.get(server.uri("/blob"), Map.of("Authorization", "Bearer secret"));
            assertThat(downloader.bytes(reply)).asString().isEqualTo("blob");
            assertThat(server.asked()).containsExactly("/blob Bearer secret");
            assertThat(other.asked()).containsExactly("/blob");
        }
    }

    @Test
    void followsNoCircle() {
        server.put("/a", LocalServer.Answer.of(302, Map.of("Location", "/b")));
        server.put("/b", LocalServer.Answer.of(302, Map.of("Location", "/a")));
        assertThatThrownBy(() -> downloader.bytes(server.uri("/a"))).hasMessageContaining("redirects in a loop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hostname",
                "ftp://127.0.0.1/kubelet",
                "http:///kubelet",
                "http:kubelet",
                "jar:file:x!/y"
            })
    void followsToNothingButWebServers(String location) {
        server.put("/kubelet", LocalServer.Answer.of(302, Map.of("Location", location)));
        assertThatThrownBy(() -> downloader.bytes(server.uri("/kubelet")))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("/kubelet leads to " + location);
    }

    @Test
    void followsFromHttpsToHttpsOnly() throws Exception {
        URI here = URI.create("https://mirror.example.com/kubelet");
        assertThat(Downloader.next(here, "/other")).hasToString("https://mirror.example.com/other");
        assertThat(Downloader.next(here, "HTTPS://other.example.com/x")).hasToString("HTTPS://other.example.com/x");
        assertThatThrownBy(() -> Downloader.next(here, "http://mirror.example.com/kubelet"))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("leads to http://mirror.example.com/kubelet; what comes from there");
        assertThatThrownBy(() -> Downloader.next(URI.create("HTTPS://mirror.example.com/"), "http://other/"))
                .isInstanceOf(ArtifactException.class);
    }

    @Test
    void saysWhenItIsLedToWhatIsNoAddress() {
        server.put("/kubelet", LocalServer.Answer.of(302, Map.of("Location", "http://[")));
        assertThatThrownBy(() -> downloader.bytes(server.uri("/kubelet")))
                .isInstanceOf(DownloadFailed.class)
                .hasMessageContaining("which is not a URL");
    }

    @Test
    void endsAtTheSizeThatAFileHas() throws Exception {
        byte[] content = "kubelet".getBytes(UTF_8);
        server.put("/kubelet", content);
        Path source = Files.write(directory.resolve("source"), content);
        Path file = directory.resolve("kubelet");
        for (URI uri : List.of(server.uri("/kubelet"), source.toUri())) {
            downloader.toFile(uri, file, content.length);
            assertThat(file).hasContent("kubelet");
            assertThatThrownBy(() -> downloader.toFile(uri, file, content.length - 1))
                    .isInstanceOf(ArtifactException.class)
                    .hasMessageContaining("it has more than 6 bytes");
        }
    }

    @Test
    void readsNoTextWithoutEnd() throws Exception {
        byte[] content = new byte[8 * 1024 * 1024 + 1];
        server.put("/manifest.json", content);
        Path source = Files.write(directory.resolve("manifest.json"), content);
        for (URI uri : List.of(server.uri("/manifest.json"), source.toUri())) {
            assertThatThrownBy(() -> downloader.bytes(uri)).hasMessageContaining("it has more than 8388608 bytes");
        }
    }

    @Test
    @Timeout(60)
    void waitsForNobodyToWriteIntoAPipe() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> downloader.bytes(pipe.toUri())).hasMessageContaining("pipe is not a regular file");
        assertThatThrownBy(() -> downloader.toFile(pipe.toUri(), directory.resolve("kubelet")))
                .hasMessageContaining("pipe is not a regular file");
    }

    @Test
    void asksASilentHostOnlyOnce() {
        URI silent = server.uri("/kubelet");
        server.close();
        assertThatThrownBy(() -> downloader.bytes(silent)).hasMessageContaining("no response from " + silent);
        assertThatThrownBy(() -> downloader.bytes(silent))
                .hasMessageContaining("127.0.0.1 did not respond to an earlier request");
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(strings = {"99999999999999999999", "9223372036854775807", "-5", "many"})
    void doesNotBelieveALengthThatNothingHas(String length) throws Exception {
        try (ServerSocket odd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(odd, length));
            URI uri = URI.create("http://127.0.0.1:" + odd.getLocalPort() + "/kubelet");

            assertThatThrownBy(() -> downloader.bytes(uri))
                    .isInstanceOf(DownloadFailed.class)
                    .hasMessageContaining(uri.toString());
        }
    }

    private static void answer(ServerSocket server, String length) {
        try (Socket caller = server.accept()) {
            assertThat(caller.getInputStream().read()).isPositive();
            caller.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nkubelet").getBytes(UTF_8));
            caller.shutdownOutput();
            caller.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Timeout(60)
    void closesAStreamThatDrips() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (InputStream dripping = new ByteArrayInputStream(new byte[0]) {
                    @Override
                    public void close() {
                        closed.countDown();
                    }
                };
                StallGuard guard = new StallGuard(dripping, Duration.ofMillis(1), Long.MAX_VALUE)) {
            while (closed.getCount() > 0) {
                guard.moved(1);
            }
        }
        assertThat(closed.getCount()).isZero();
    }

    @Test
    void closesAStreamThatStandsStill() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (PipedOutputStream nothingIsWrittenHere = new PipedOutputStream();
                InputStream silent = new PipedInputStream(nothingIsWrittenHere) {
                    @Override
                    public void close() throws IOException {
                        closed.countDown();
                        super.close();
                    }
                };
                StallGuard guard = new StallGuard(silent, Duration.ofMillis(1), 1)) {
            guard.moved(1);
            closed.await();
        }
        assertThat(closed.getCount()).isZero();
    }
}

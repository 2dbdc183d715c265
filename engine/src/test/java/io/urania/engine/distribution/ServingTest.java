package io.urania.engine.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.shell.Shell;
import io.urania.engine.transport.LocalTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host that passes files on, and callers that want something else than files. All on loopback. */
@Timeout(120)
final class ServingTest {

    private static final String NAME = "0123456789abcdef".repeat(4);
    private static final Duration LONG = Duration.ofSeconds(100);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    private Path store;

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Socket> sockets = new ArrayList<>();
    private int port;
    private Thread serving = Thread.ofVirtual().unstarted(() -> {});

    @BeforeEach
    void fill() throws IOException {
        // The listener runs as nobody.
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(store.resolve(NAME), "kubelet");
    }

    @AfterEach
    void end() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        over.countDown();
        serving.join();
    }

    private void serve(ServingLimits limits) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        CountDownLatch listening = new CountDownLatch(1);
        serving = Thread.ofPlatform().start(() -> {
            try (LocalTransport transport = new LocalTransport()) {
                transport.execute(
                        LocalTransport.target("clio"),
                        "sh -c " + Shell.quote(StoreScripts.serve(store.toString(), "127.0.0.1", port, limits)),
                        _ -> {
                            try {
                                over.await();
                            } catch (InterruptedException e) {
                                throw new IOException(e);
                            }
                        },
                        line -> {
                            if (line.startsWith("Listening on")) {
                                listening.countDown();
                            }
                        });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        listening.await();
    }

    private Socket call() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        return socket;
    }

    private static String ask(Socket socket, String question) throws IOException {
        try {
            socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
        } catch (SocketException e) {
            // Ended while there was more to write to it: of a question without end nobody reads all.
            return "";
        }
        return answer(socket);
    }

    /** All that comes until the other side ends the connection. */
    private static String answer(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // Ended while there was more to read for it.
            return "";
        }
    }

    @Test
    void answersQuestionsAndNothingElse() throws Exception {
        serve(new ServingLimits(4, LONG, LONG, LONG));

        assertThat(ask(call(), NAME + " 0\n")).isEqualTo("kubelet");
        assertThat(ask(call(), NAME + " 4\n")).isEqualTo("let");
        for (String odd : List.of(
                NAME + "\n",
                NAME + " \n",
                NAME + " -1\n",
                NAME + " 9999999999999999999999\n",
                NAME + " 0x1\n",
                " 0\n",
                "../" + NAME + " 0\n",
                "/etc/hostname 0\n",
                "$(id) 0\n",
                "\0\0\0 0\n",
                "a".repeat(1 << 20))) {
            assertThat(ask(call(), odd)).as(odd.strip()).isEmpty();
        }
        assertThat(ask(call(), NAME + " 0\n")).isEqualTo("kubelet");
    }

    @Test
    void sendsAwayWhoAsksNothing() throws Exception {
        serve(new ServingLimits(4, SHORT, LONG, LONG));

        assertThat(answer(call())).isEmpty();
    }

    @Test
    void endsAnAnswerThatNobodyTakes() throws Exception {
        byte[] large = new byte[64 << 20];
        Files.write(store.resolve("abc"), large);
        serve(new ServingLimits(2, LONG, SHORT, LONG));
        List<Socket> slow = List.of(call(), call());
        for (Socket socket : slow) {
            socket.getOutputStream().write("abc 0\n".getBytes(StandardCharsets.UTF_8));
        }

        // Of what has begun to come, nothing more is read before its time is over.
        for (Socket socket : slow) {
            assertThat(socket.getInputStream().read()).isZero();
        }
        awaitAnswers(0);

        for (Socket socket : slow) {
            assertThat(answer(socket)).hasSizeLessThan(large.length);
        }
        assertThat(ask(call(), NAME + " 0\n")).isEqualTo("kubelet");
    }

    @Test
    void answersAFewAtATime() throws Exception {
        serve(new ServingLimits(3, LONG, LONG, LONG));
        List<Socket> silent = List.of(call(), call(), call());
        awaitAnswers(3);

        assertThat(answer(call())).isEmpty();
        for (Socket socket : silent) {
            socket.close();
        }
        awaitAnswers(0);

        assertThat(ask(call(), NAME + " 0\n")).isEqualTo("kubelet");
    }

    /** Waits until so many callers are being answered. */
    private static void awaitAnswers(int count) {
        while (answers() != count) {
            Thread.onSpinWait();
        }
    }

    private static long answers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/systemd-socket-activate"))
                .flatMap(ProcessHandle::children)
                .count();
    }

    @Test
    void endsWhenNothingComesFromItsController() throws Exception {
        serve(new ServingLimits(4, LONG, LONG, SHORT));

        // Its standard input is open, and nothing is ever written to it.
        serving.join();

        assertThat(over.getCount()).isOne();
    }
}

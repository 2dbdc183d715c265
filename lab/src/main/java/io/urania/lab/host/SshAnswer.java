package io.urania.lab.host;

import io.urania.lab.layout.RackNode;
import io.urania.lab.report.RackException;
import io.urania.lab.system.ProcessTable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Waits until the ssh server of a host that boots answers. */
public final class SshAnswer {
    private static final int PORT = 22;
    private static final Duration ONE_TRY = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** Reading the list of processes costs more than a look at a port. */
    private static final int LOOKS_PER_PROCESS_LIST = 20;

    private static final byte[] GREETING = "SSH-2.0-".getBytes(StandardCharsets.US_ASCII);
    private static final int LINES_TOLD = 3;

    private SshAnswer() {}

    /** Returns when it answers; fails when it has not within {@code patience}, or as soon as the host is down. */
    public static void await(Host host, Duration patience) throws RackException, IOException, InterruptedException {
        RackNode node = host.node();
        HostFiles files = host.files();
        long deadline = System.nanoTime() + patience.toNanos();
        for (int look = 1; !answers(node.address()); look++) {
            boolean up = look % LOOKS_PER_PROCESS_LIST != 0 || host.isUp(ProcessTable.read());
            if (!up || System.nanoTime() > deadline) {
                throw new RackException(
                        up
                                ? "ssh on %s (%s) did not answer within %d s"
                                        .formatted(node.shortName(), node.address(), patience.toSeconds())
                                : "%s went down while it booted".formatted(node.shortName()),
                        "its console ends with: " + lastLines(files),
                        "see " + files.consoleLog() + ", then run the same command again");
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static boolean answers(String address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, PORT), Math.toIntExact(ONE_TRY.toMillis()));
            socket.setSoTimeout(Math.toIntExact(ONE_TRY.toMillis()));
            return Arrays.equals(socket.getInputStream().readNBytes(GREETING.length), GREETING);
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String lastLines(HostFiles files) throws IOException {
        if (!Files.exists(files.consoleLog())) {
            return "nothing";
        }
        List<String> lines = new String(Files.readAllBytes(files.consoleLog()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
    }
}

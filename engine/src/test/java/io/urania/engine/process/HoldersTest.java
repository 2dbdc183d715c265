package io.urania.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.shell.Shell;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the ports and locks of this very process. */
final class HoldersTest {

    private static final Target HERE = LocalTransport.target("here");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void thePortsOfThisProcessAreItsOwnAndAFreeOneIsNobodys(ShellKind shell) throws Exception {
        int free;
        try (ServerSocket closed = new ServerSocket(0)) {
            free = closed.getLocalPort();
        }
        try (ServerSocket everywhere = new ServerSocket(0);
                ServerSocket four = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Holder> holders = holders(
                    shell, "port_holders " + everywhere.getLocalPort() + " " + free + " " + four.getLocalPort());

            assertThat(holders)
                    .containsExactlyInAnyOrder(
                            own(Integer.toString(everywhere.getLocalPort())),
                            own(Integer.toString(four.getLocalPort())));
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aPortThatAProgramSaysIsInUseIsFoundBeforeAStackAndInOtherWords(ShellKind shell) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            String words = "{\"error\":\"listen tcp 10.0.0.1:" + port
                    + ": bind: address already in use\",\"stacktrace\":\"etcd.go:586\"}\n"
                    + "cannot bind socket (Address already in use) [0.0.0.0:" + port + "]\n"
                    + "started on [0.0.0.0:22]";

            assertThat(said(shell, "told_holders " + Shell.quote(words)))
                    .isEqualTo("holder of port " + port + " "
                            + ProcessHandle.current().pid() + " java");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void theLocksOfThisProcessAreItsOwnAndAnOpenFileIsNotLocked(ShellKind shell) throws Exception {
        Path locked = Files.createFile(directory.resolve("locked"));
        Path open = Files.createFile(directory.resolve("open"));
        Path missing = directory.resolve("missing");
        try (FileChannel one = FileChannel.open(locked, StandardOpenOption.WRITE);
                FileChannel _ = FileChannel.open(open, StandardOpenOption.WRITE);
                FileLock lock = one.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(holders(shell, "lock_holders %s %s %s".formatted(missing, open, locked)))
                    .containsExactly(own(locked.toString()));
        }
        assertThat(holders(shell, "lock_holders " + locked)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whoHasAFileOpenHoldsIt(ShellKind shell) throws Exception {
        Path open = Files.createFile(directory.resolve("open"));
        Path missing = directory.resolve("missing");
        try (FileChannel _ = FileChannel.open(open, StandardOpenOption.WRITE)) {
            assertThat(holders(shell, "file_holders %s %s".formatted(missing, open)))
                    .containsExactly(own(open.toString()));
        }
        assertThat(holders(shell, "file_holders " + open)).isEmpty();
    }

    @Test
    void aProcessThatCannotBeSeenIsAHolderAllTheSame() {
        assertThat(Holder.read("10250 - -\n6443 812 kube apiserver\nls: something else\n"))
                .containsExactly(
                        new Holder("10250", OptionalLong.empty(), ""),
                        new Holder("6443", OptionalLong.of(812), "kube apiserver"));
        assertThat(Holder.read("10250 - -").getFirst().words()).isEqualTo("a process that is not visible there");
        assertThat(Holder.read("10250 812 python3").getFirst().words()).isEqualTo("pid 812, python3");
    }

    private static Holder own(String of) {
        return new Holder(of, OptionalLong.of(ProcessHandle.current().pid()), "java");
    }

    private List<Holder> holders(ShellKind shell, String call) throws Exception {
        return Holder.read(said(shell, call));
    }

    private String said(ShellKind shell, String call) throws Exception {
        List<Step> steps = List.of(new Step("holders", Operation.of(Holders.functions() + call)));
        List<StepResult> results =
                new BatchRunner(shell.transport(directory)).run(HERE, steps, Mode.STOP_AT_FAILURE, BatchListener.NONE);
        assertThat(results.getFirst().code()).as(results.getFirst().output()).isZero();
        return results.getFirst().output();
    }
}

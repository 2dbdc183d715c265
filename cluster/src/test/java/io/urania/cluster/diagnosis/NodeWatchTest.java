package io.urania.cluster.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that runs beside kubeadm, with a journal that the test writes. */
@Timeout(120)
final class NodeWatchTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void plantPrograms() throws Exception {
        program("journalctl", "cat '%1$s/journal'; tail -n 1 '%1$s/journal' >>'%1$s/journal'".formatted(directory));
        program("systemctl", "echo SubState=auto-restart");
        program("crictl", "exit 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void aCommandIsEndedWhenASignComesAgainThatStays(String shell) throws Exception {
        Files.writeString(directory.resolve("journal"), "err=\"listen tcp :1: bind: address already in use\"\n");

        String said = run(shell, "if watched sleep 600; then echo well; else echo ended; fi");

        assertThat(said)
                .contains("waits for the node: kubelet.service is auto-restart", "sign of kubelet: ", "ended")
                .doesNotContain("well");
        assertThat(Diagnosis.of("kubeadm", said))
                .hasValueSatisfying(found -> assertThat(found.who()).isEqualTo("kubelet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void aCommandComesToItsOwnEndWhileWhatIsSaidCanHeal(String shell) throws Exception {
        Files.writeString(directory.resolve("journal"), "dial tcp 10.0.0.1:6443: connect: connection refused\n");

        assertThat(run(shell, "watched sh -c 'sleep 8; exit 7' || echo $?")).endsWith("7\n");
    }

    /** kubeadm says only that its kubelet was not well, after minutes in which the sign came once. */
    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void whatTheKubeletSaidIsToldOfACommandThatFails(String shell) throws Exception {
        Files.writeString(directory.resolve("journal"), "err=\"running with swap on is not supported\"\n");

        assertThat(run(shell, "watched sh -c 'exit 7' || echo $?"))
                .contains("sign of kubelet: err=\"running with swap on is not supported\"")
                .endsWith("7\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void aKubeletThatListensKeepsNobodyWaiting(String shell) throws Exception {
        assertThat(run(shell, "port_holders() { echo 10250 77 kubelet; }\nkubelet_serves && echo serves"))
                .isEqualTo("serves\n");
    }

    /** kubeadm join had come to a good end: its kubelet was well for a moment. */
    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void aKubeletWhosePortIsTakenIsNotWaitedFor(String shell) throws Exception {
        Files.writeString(directory.resolve("journal"), "err=\"listen tcp :10250: bind: address already in use\"\n");

        String said = run(shell, "port_holders() { echo \"$1 812 python3\"; }\nkubelet_serves || echo ended");

        assertThat(said).contains("holder of port 10250 812 python3").endsWith("ended\n");
    }

    private String run(String shell, String command) throws Exception {
        String script = "PATH='" + directory + "':$PATH\nwaiting_for() { [ $# -eq 0 ] || echo \"waits for $*\"; }\n"
                + NodeWatch.functions(directory.toString()) + command;
        return ShellRun.of(List.of(shell.split(" ", -1)), "-s", script);
    }

    private void program(String name, String script) throws Exception {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

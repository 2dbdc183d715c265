package io.urania.lab.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.card.HostSettings.Difference;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostSettingsTest {
    @Test
    void whatDiffersIsNamedWithBothValues() {
        HostSettings one = HostSettings.parse("sysctl.kernel.pid_max=32768\nmodule.overlay=loaded\nswap.a=b=c\n");
        HostSettings other = HostSettings.parse("sysctl.kernel.pid_max=4194304\nmodule.overlay=loaded\n\n");

        assertThat(one.differences(other))
                .containsExactly(
                        new Difference("swap.a", "b=c", "(none)"),
                        new Difference("sysctl.kernel.pid_max", "32768", "4194304"));
        assertThat(other.differences(one)).hasSize(2);
        assertThat(one.differences(one)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox ash"})
    void theScriptReadsThisMachinesOwnFiles(String shell) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(shell.split(" ", -1)));
        command.addAll(List.of("-c", HostSettings.SCRIPT.text()));

        Commands.Result result = Commands.run("", command);

        assertThat(result.exitCode()).isZero();
        assertThat(result.errors()).isEmpty();
        assertThat(HostSettings.parse(result.output()).values())
                .containsEntry("sysctl.net.ipv4.ip_forward", content("/proc/sys/net/ipv4/ip_forward"))
                .containsEntry(
                        "sysctl.fs.inotify.max_user_instances", content("/proc/sys/fs/inotify/max_user_instances"))
                .containsKeys("module.overlay", "module.br_netfilter", "hosts.1", "cgroup.version");
    }

    /** In one read, as the kernel wants it. */
    private static String content(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).getFirst();
    }
}

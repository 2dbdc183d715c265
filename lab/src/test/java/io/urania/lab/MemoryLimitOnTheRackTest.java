package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.report.RackProgress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host with less memory than this machine, beside one without a limit. */
@Tag("rack")
class MemoryLimitOnTheRackTest extends TestWithItsOwnRack {
    /** One that no rack takes by itself. */
    private static final RackNetwork NETWORK = new RackNetwork("urania-m", Subnet.parse("10.43.254.0/24"));

    private static final RackOptions OPTIONS =
            RackOptions.defaults().withNodes("1").withNetwork(NETWORK).withMemory(List.of("pandore=512m"));
    private static final String TOTAL = "grep MemTotal: /proc/meminfo";
    /** Of all cgroups of the host; those of version 1 do not count what happens below them. */
    private static final String KILLS = """
            { cat /sys/fs/cgroup/memory.events || find /sys/fs/cgroup/memory -name memory.oom_control -exec cat {} +; } 2>/dev/null |
                awk '$1 == "oom_kill" { kills += $2 } END { print kills }'""";

    @Test
    void whatTakesMoreThanTheLimitIsKilledAndTheHostLives() throws Exception {
        Rack rack = create(OPTIONS);
        start(rack);
        var pandore = new SshLogin(rack, "pi", "pandore");
        var balancer = new SshLogin(rack, "root", "balancer");

        assertThat(pandore.output(TOTAL)).isEqualTo("MemTotal:         524288 kB");
        assertThat(pandore.output("free -m"))
                .containsPattern("Mem: +512 +128 +384")
                .containsPattern("Swap: +0 ");
        assertThat(balancer.output(TOTAL))
                .isEqualTo(Files.readAllLines(Path.of("/proc/meminfo")).getFirst());
        assertThat(output(rack, "echo MemTotal: 1 kB >/proc/meminfo || echo refused"))
                .isEqualTo("refused");

        String started = output(rack, "systemctl show --property UserspaceTimestampMonotonic");
        int kills = Integer.parseInt(output(rack, KILLS));
        assertThat(pandore.output("head -c 2000m /dev/zero | tail >/dev/null; echo $?"))
                .isEqualTo("137");
        assertThat(Integer.parseInt(output(rack, KILLS))).isGreaterThan(kills);
        assertThat(output(rack, "systemctl is-active ssh.service rack-start.service"))
                .isEqualTo("active\nactive");
        assertThat(output(rack, "systemctl show --property UserspaceTimestampMonotonic"))
                .isEqualTo(started);

        rack.stop(List.of("pandore"), RackProgress.silent());
        rack.start(List.of("pandore"), RackProgress.silent());
        assertThat(pandore.output(TOTAL)).isEqualTo("MemTotal:         524288 kB");
        assertThat(pandore.output("head -c 2000m /dev/zero | tail >/dev/null; echo $?"))
                .isEqualTo("137");
    }

    /** As root, whom the host's ssh server does not let in. */
    private static String output(Rack rack, String script) throws Exception {
        Process process = rack.command("pandore", List.of("sh", "-c", script)).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}

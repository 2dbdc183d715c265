package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProgress;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One virtual machine and one container on a bridge, for real. The machine boots three times, in half a minute each where nothing else is
 * to be done. It looks at traces of its own rack only, so that it may run beside others.
 */
@Tag("rack")
@Tag("nightly")
class VirtualMachineLifecycleTest {
    private static final RackNetwork NETWORK = new RackNetwork("urania-v", Subnet.parse("10.42.202.0/24"));
    private static final RackOptions ONE_OF_EACH =
            RackOptions.defaults().withNodes("1").withNetwork(NETWORK).withVirtualMachines(List.of("pandore"));
    private static final List<String> TRACES = List.of("sh", "-c", """
            ps -eo args | grep -F -- "$0" | grep -vF grep
            grep -F -- "$0" /proc/self/mountinfo
            ls /sys/class/net | grep -e "$1" -e "$2"
            iptables-save | grep -F -- "$1"
            true
            """);

    @TempDir
    Path directory;

    private Path place = Path.of("");

    @BeforeEach
    void installWhatTheRackNeeds() throws RackException, IOException, InterruptedException {
        place = directory.resolve("rack");
        Rack.installPackages(Rack.missingPackages(ONE_OF_EACH), RackProgress.silent());
    }

    @AfterEach
    void aDestroyedRackLeavesNoTrace() throws RackException, IOException, InterruptedException {
        if (!Rack.exists(place)) {
            return;
        }
        String id = Files.readString(place.resolve("rack.json")).replaceAll("(?s).*\"id\": \"([^\"]+)\".*", "$1");
        Rack.open(place).destroy(RackProgress.silent());
        assertThat(place).doesNotExist();
        assertThat(traces(id)).isEmpty();
    }

    @Test
    void aMachineIsWhatAContainerIsToEverybody() throws RackException, IOException, InterruptedException {
        assertThat(Rack.check(place, ONE_OF_EACH)).isEmpty();
        Rack rack = Rack.create(place, ONE_OF_EACH);

        rack.start(List.of(), RackProgress.silent());

        assertThat(rack.list().hosts())
                .extracting(RackHost::kind)
                .containsExactly(HostKind.VIRTUAL_MACHINE, HostKind.CONTAINER);
        assertThat(states()).containsOnly(HostState.RUNNING);
        assertThat(run(rack, "pandore", "a line", "sh", "-c", "cat >/root/kept; cat /root/kept; echo no >&2; exit 7"))
                .isEqualTo(new Commands.Result(7, "a line", "no\n"));
        assertThatItIsAFreshCard(rack);
        assertThatItCanBeCutOff(rack);
        assertThatItsDiskCanBeFull(rack);
        assertThatItComesBackFromItsOwnReboot(rack);
        assertThatItIsStoppedInOrderAndStartedBehindInTime(rack);
    }

    private static void assertThatItIsAFreshCard(Rack rack) throws RackException, IOException, InterruptedException {
        assertThat(shell(rack, "cat /proc/sys/net/ipv4/ip_forward")).isEqualTo("0");
        assertThat(shell(rack, "stat -f -c %T /sys/fs/cgroup")).isEqualTo("cgroup2fs");
        assertThat(shell(rack, "tail -n +2 /proc/swaps")).startsWith("/var/swap ");
        assertThat(shell(rack, "lsmod")).doesNotContain("br_netfilter", "overlay", "ip_vs");
        assertThat(shell(rack, "modprobe ip_vs && echo loads")).isEqualTo("loads");
        assertThat(shell(rack, "systemctl --failed --no-legend --plain | cut -d' ' -f1"))
                .isEmpty();
    }

    private static void assertThatItCanBeCutOff(Rack rack) throws RackException, IOException, InterruptedException {
        rack.cut(List.of("pandore"));

        assertThat(run(rack, "balancer", "", "sh", "-c", "exec 3<>/dev/tcp/10.42.202.40/22")
                        .exitCode())
                .isNotZero();
        assertThat(run(rack, "pandore", "", "true").exitCode()).isEqualTo(255);

        rack.heal(List.of());

        assertThat(shell(rack, "hostname")).isEqualTo("pandore");
    }

    private static void assertThatItsDiskCanBeFull(Rack rack) throws RackException, IOException, InterruptedException {
        String write = "echo text >/etc/written; cat /etc/hostname";

        rack.fill(List.of("pandore"), List.of());

        assertThat(run(rack, "pandore", "", "sh", "-c", write).errors()).isNotEmpty();

        rack.heal(List.of("pandore"));

        assertThat(run(rack, "pandore", "", "sh", "-c", write)).isEqualTo(new Commands.Result(0, "pandore\n", ""));
    }

    private static void assertThatItComesBackFromItsOwnReboot(Rack rack)
            throws RackException, IOException, InterruptedException {
        String firstBoot = bootId(rack);
        Process endsWithTheBoot =
                rack.command("pandore", List.of("sleep", "infinity")).start();

        run(rack, "pandore", "", "systemctl", "reboot");
        endsWithTheBoot.waitFor();
        rack.start(List.of(), RackProgress.silent());

        assertThat(bootId(rack)).isNotEmpty().isNotEqualTo(firstBoot);
        assertThat(shell(rack, "cat /root/kept")).isEqualTo("a line");
    }

    private void assertThatItIsStoppedInOrderAndStartedBehindInTime(Rack rack)
            throws RackException, IOException, InterruptedException {
        rack.stop(List.of("pandore"), RackProgress.silent());
        assertThat(states()).containsExactly(HostState.STOPPED, HostState.RUNNING);
        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> rack.command("pandore", List.of("true")))
                .withMessageContaining("pandore is not running");

        rack.start(List.of("pandore"), Duration.ofHours(-3), RackProgress.silent());

        Instant clock = Instant.ofEpochSecond(Long.parseLong(shell(rack, "date +%s")));
        assertThat(Duration.between(clock, Instant.now())).isBetween(Duration.ofHours(2), Duration.ofHours(4));
        assertThat(shell(rack, "cat /root/kept")).isEqualTo("a line");
        assertThat(shell(rack, "journalctl --boot=-1 --lines=20 --output=cat")).contains("Shutdown");
    }

    @Test
    void whatWasKilledInTheMiddleIsFoundAndDestroyed() throws RackException, IOException, InterruptedException {
        Rack.create(place, ONE_OF_EACH).start(List.of(), RackProgress.silent());
        Commands.output(List.of("sh", "-c", "kill -KILL $(pgrep -f -- \"file=$0/hosts/pandore/disk,\")", place + ""));

        while (states().contains(HostState.STOPPED)) {
            Rack.open(place).start(List.of(), RackProgress.silent());
        }

        assertThat(states()).containsOnly(HostState.RUNNING);
    }

    private static String bootId(Rack rack) throws RackException, IOException, InterruptedException {
        return shell(rack, "cat /proc/sys/kernel/random/boot_id");
    }

    private List<HostState> states() throws RackException, IOException {
        return Rack.open(place).list().hosts().stream().map(RackHost::state).toList();
    }

    private String traces(String id) throws RackException, IOException, InterruptedException {
        var command = new java.util.ArrayList<>(TRACES);
        command.addAll(List.of(place.toString(), NETWORK.bridge(), id));
        return Commands.output(command);
    }

    private static String shell(Rack rack, String command) throws RackException, IOException, InterruptedException {
        Commands.Result result = run(rack, "pandore", "", "sh", "-c", command);
        assertThat(result.exitCode()).as(command + ": " + result.errors()).isZero();
        return result.output().strip();
    }

    private static Commands.Result run(Rack rack, String host, String input, String... command)
            throws RackException, IOException, InterruptedException {
        Path errors = Files.createTempFile("errors", "");
        try {
            Process process = rack.command(host, List.of(command))
                    .redirectError(errors.toFile())
                    .start();
            try (var standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Commands.Result(process.waitFor(), output, Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }
}

package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.urania.lab.inventory.ArticleInventory;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.network.Bridge;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import io.urania.lab.report.RackProgress;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small rack for real, on a network of its own so that it does not meet another rack of this machine. */
@Tag("rack")
class RackLifecycleTest {
    private static final RackOptions SMALL =
            RackOptions.defaults().withNodes("2").withNetwork(network());
    private static final List<String> EVERYTHING_THAT_A_RACK_ADDS = List.of("sh", "-c", """
            ps -eo args | grep -F -- "$0" | grep -vF grep
            grep -F -- "$0" /proc/self/mountinfo
            ls /sys/class/net
            find /sys/fs/cgroup -maxdepth 4 -type d -name '*-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]' | sort
            iptables-save | grep '^-A'
            find /run/urania /run/systemd/nspawn/propagate -mindepth 1 2>/dev/null | sort
            sysctl fs.inotify kernel.keys kernel.pid_max net.ipv4.ip_forward
            true
            """);

    @TempDir
    Path directory;

    private Path place = Path.of("");
    private String before = "";

    @BeforeAll
    static void skipBesideAnotherRack() throws IOException {
        Assumptions.assumeFalse(
                Bridge.anyUp(),
                "a rack is up, and these tests compare the whole machine before and after: destroy it first");
    }

    @BeforeEach
    void installWhatRacksNeed() throws RackException, IOException, InterruptedException {
        place = directory.resolve("rack");
        Rack.installPackages(Rack.missingPackages(SMALL), RackProgress.silent());
        before = everythingThatARackAdds();
    }

    @AfterEach
    void aDestroyedRackLeavesNoTrace() throws RackException, IOException, InterruptedException {
        if (Rack.exists(place)) {
            Rack.open(place).destroy(RackProgress.silent());
        }
        assertThat(place).doesNotExist();
        assertThat(everythingThatARackAdds()).isEqualTo(before);
    }

    @Test
    void aRackComesUpStopsAndComesBackWithWhatWasWrittenOnIt() throws RackException, IOException, InterruptedException {
        assertThat(Rack.check(place, SMALL)).isEmpty();
        Rack rack = Rack.create(place, SMALL);
        rack.start(List.of(), RackProgress.silent());
        assertThat(states()).containsOnly(HostState.RUNNING).hasSize(3);

        assertThat(ssh("10.42.254.40", "hostname")).isEqualTo("pandore");
        assertThat(run(rack, "pandore", "a line", "sh", "-c", "cat >/root/kept; cat /root/kept; echo no >&2; exit 7"))
                .isEqualTo(new Commands.Result(7, "a line", "no\n"));

        rack.stop(List.of("pandore"), RackProgress.silent());
        assertThat(states()).containsExactly(HostState.STOPPED, HostState.RUNNING, HostState.RUNNING);
        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> rack.command("pandore", List.of("true")))
                .withMessageContaining("pandore is not running");

        rack.start(List.of(), RackProgress.silent());
        assertThat(states()).containsOnly(HostState.RUNNING);
        assertThat(run(rack, "pandore", "", "cat", "/root/kept").output()).isEqualTo("a line");
    }

    @Test
    void hostsThatLostTheirSupervisorAreFoundAndDeadOnesStartAgain()
            throws RackException, IOException, InterruptedException {
        Rack rack = Rack.create(place, SMALL);
        rack.start(List.of(), RackProgress.silent());
        Commands.output(List.of("sh", "-c", """
                nspawn=$(pgrep -f -- "--directory=$0/hosts/")
                leader=$(cat /proc/$(pgrep -f -- "--directory=$0/hosts/pandore/")/task/*/children)
                kill -KILL $(pgrep -f "boot.sh $0/hosts/") $nspawn $leader
                """, place.toString()));

        Rack.open(place).start(List.of(), RackProgress.silent());

        assertThat(states()).containsOnly(HostState.RUNNING);
        assertThat(ssh("10.42.254.52", "hostname")).isEqualTo("balancer");
    }

    @Test
    void aSecondRackOnTheSameNetworkIsRefusedAndTheFirstStays()
            throws RackException, IOException, InterruptedException {
        Rack.create(place, SMALL).start(List.of("balancer"), RackProgress.silent());
        Path second = directory.resolve("second");

        assertThat(Rack.check(second, SMALL))
                .extracting(RackProblem::what)
                .singleElement()
                .asString()
                .contains("urania-t", place.toString());
        Rack.create(second, SMALL).destroy(RackProgress.silent());

        assertThat(ssh("10.42.254.52", "hostname")).isEqualTo("balancer");
    }

    @Test
    void aRebootInsideAHostBringsItBack() throws RackException, IOException, InterruptedException {
        Rack rack = Rack.create(place, SMALL);
        rack.start(List.of(), RackProgress.silent());
        String firstBoot = bootId(rack);
        Process endsWithTheBoot =
                rack.command("pandore", List.of("sleep", "infinity")).start();

        run(rack, "pandore", "", "systemctl", "reboot");
        endsWithTheBoot.waitFor();
        rack.start(List.of(), RackProgress.silent());

        assertThat(bootId(rack)).isNotEmpty().isNotEqualTo(firstBoot);
    }

    @Test
    void aHostIsCutOffAndADiskIsFullUntilTheyAreHealed() throws RackException, IOException, InterruptedException {
        Rack rack = Rack.create(place, SMALL);
        rack.start(List.of(), RackProgress.silent());
        List<String> write = List.of("sh", "-c", "echo text >/etc/written && cat /etc/hostname");

        rack.cut(List.of("pandore"));
        rack.fill(List.of("balancer"), List.of());

        assertThatExceptionOfType(RackException.class).isThrownBy(() -> ssh("10.42.254.40", "hostname"));
        assertThat(run(rack, "pandore", "", "cat", "/etc/hostname").output()).isEqualTo("pandore\n");
        assertThat(run(rack, "balancer", "", write.toArray(String[]::new)).exitCode())
                .isNotZero();
        assertThat(run(rack, "balancer", "", "cat", "/etc/hostname").output()).isEqualTo("balancer\n");

        rack.heal(List.of());

        assertThat(ssh("10.42.254.40", "hostname")).isEqualTo("pandore");
        assertThat(run(rack, "balancer", "", write.toArray(String[]::new)).output())
                .isEqualTo("balancer\n");
    }

    @Test
    void whatIsSentToAServiceThatIsGoneStaysInTheRack() throws RackException, IOException, InterruptedException {
        Rack rack = Rack.create(place, SMALL);
        rack.start(List.of(), RackProgress.silent());

        for (Subnet inside : ArticleInventory.clusterNetworks()) {
            Commands.Result sent = run(rack, "pandore", "", "bash", "-c", ": >/dev/tcp/" + inside.address(77) + "/80");

            assertThat(sent.exitCode()).as("what is sent to " + inside).isNotZero();
            assertThat(sent.errors()).contains("Connection refused");
        }
    }

    private static String bootId(Rack rack) throws RackException, IOException, InterruptedException {
        return run(rack, "pandore", "", "cat", "/proc/sys/kernel/random/boot_id")
                .output();
    }

    private List<HostState> states() throws RackException, IOException {
        return Rack.open(place).list().hosts().stream().map(RackHost::state).toList();
    }

    /** The last line: the first node greets whoever logs in. */
    private String ssh(String address, String command) throws RackException, IOException, InterruptedException {
        return Commands.output(List.of(
                        "ssh",
                        "-o",
                        "StrictHostKeyChecking=yes",
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "ConnectTimeout=5",
                        "-o",
                        "UserKnownHostsFile=" + place.resolve("inventory/.urania/known_hosts"),
                        "-i",
                        place.resolve("id_ed25519").toString(),
                        "root@" + address,
                        command))
                .strip()
                .lines()
                .reduce((first, last) -> last)
                .orElse("");
    }

    private String everythingThatARackAdds() throws RackException, IOException, InterruptedException {
        var command = new ArrayList<>(EVERYTHING_THAT_A_RACK_ADDS);
        command.add(place.toString());
        return Commands.output(command);
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

    private static RackNetwork network() {
        return new RackNetwork("urania-t", Subnet.parse("10.42.254.0/24"));
    }
}

package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.card.Deviations;
import io.urania.lab.card.HostSettings;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.report.RackProgress;
import io.urania.lab.system.Commands;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts of a rack that have just been made, compared with a virtual machine whose settings were recorded, and looked at over ssh. */
@Tag("rack")
class CardOnTheRackTest {
    /** One that no rack takes by itself. */
    private static final RackNetwork NETWORK = new RackNetwork("urania-c", Subnet.parse("10.42.255.0/24"));

    private static final RackOptions SMALL =
            RackOptions.defaults().withNodes("3").withNetwork(NETWORK);

    /** Settled: what boots is no difference. */
    private static final List<String> BOOTED = List.of("systemctl", "is-system-running", "--wait");

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before every test
    private Rack rack;

    @BeforeEach
    void boot() throws Exception {
        Rack.installPackages(Rack.missingPackages(SMALL), RackProgress.silent());
        rack = Rack.create(directory.resolve("rack"), SMALL);
        rack.start(List.of(), RackProgress.silent());
    }

    @AfterEach
    void destroy() throws Exception {
        rack.destroy(RackProgress.silent());
    }

    @Test
    void aHostDiffersFromAVirtualMachineInWhatIsListedAndNothingElse() throws Exception {
        var machine = HostSettings.parse(Script.Resources.text("card/virtual-machine.txt"));
        inside("pyrrha", BOOTED);

        var host = HostSettings.parse(inside("pyrrha", HostSettings.SCRIPT.command()));

        assertThat(host.values()).containsEntry("sysctl.net.ipv4.ip_forward", "0");
        assertThat(Deviations.unexplained(host.differences(machine))).isEmpty();
    }

    @Test
    void whatIsPutIntoSysctlDirectoriesCountsAtTheNextBoot() throws Exception {
        inside("pyrrha", List.of("sh", "-c", "echo net.ipv4.ip_forward=1 >/etc/sysctl.d/90-test.conf"));

        rack.stop(List.of("pyrrha"), RackProgress.silent());
        rack.start(List.of(), RackProgress.silent());

        assertThat(inside("pyrrha", List.of("cat", "/proc/sys/net/ipv4/ip_forward")))
                .isEqualTo("1");
    }

    @Test
    void everyPeculiarityMeetsWhoLogsIn() throws Exception {
        assertThat(ssh("root", "balancer", "", "ls /nowhere").errors()).contains("Aucun fichier");

        Commands.Result noisy = ssh("root", "pandore", "", "hostname");
        assertThat(noisy.output()).contains("updates can be applied").endsWith("pandore\n");
        assertThat(noisy.errors()).contains("stty:");

        Path variables = rack.inventories().getLast().resolve("host_vars/erato.friends.intra.example.com.yaml");
        String password = Files.readAllLines(variables).getLast().replaceFirst(".*: \"(.*)\"", "$1");
        assertThat(ssh("root", "erato", "", "true").exitCode()).isNotZero();
        assertThat(ssh("pi", "erato", "", "sudo -n true").exitCode()).isNotZero();
        assertThat(ssh("pi", "erato", password + "\n", "sudo -S id -un").output())
                .isEqualTo("root\n");
    }

    private Commands.Result ssh(String user, String host, String input, String command)
            throws IOException, InterruptedException {
        return new SshLogin(rack, user, host).run(input, command);
    }

    private String inside(String host, List<String> command) throws Exception {
        Process process = rack.command(host, new ArrayList<>(command)).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}

package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.ProgramForRack.Ended;
import io.urania.lab.Rack;
import io.urania.lab.RackOptions;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.report.RackProgress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A virtual machine whose kernel is told {@code cgroup_disable=memory}, as the firmware of Raspberry Pis tells it: the one kind of host here
 * that boots a kernel of its own. Debian's kernel knows that word, and not the {@code cgroup_enable=memory} of the Raspberry Pi's, so the
 * word has to go. The machine boots three times.
 */
@Tag("rack")
@Tag("nightly")
final class MemoryCgroupOnTheRackTest {

    /** One that no rack takes by itself. */
    private static final RackNetwork NETWORK = new RackNetwork("urania-k", Subnet.parse("10.43.251.0/24"));

    private static final RackOptions OPTIONS =
            RackOptions.defaults().withNodes("1").withNetwork(NETWORK).withVirtualMachines(List.of("pandore"));
    private static final String[] LEFT_TO_PEOPLE = {"check", "-e", "restart_hosts=never"};
    private static final String OFF = "the kernel's memory control group is off";
    private static final String CONTROLLERS = "cat /sys/fs/cgroup/cgroup.controllers";
    private static final String BOOT = "cat /proc/sys/kernel/random/boot_id";

    @TempDir
    Path scratch;

    @BeforeEach
    void makeRack() throws Exception {
        Rack.installPackages(Rack.missingPackages(OPTIONS), RackProgress.silent());
        Rack.create(place(), OPTIONS).start(List.of(), RackProgress.silent());
    }

    @AfterEach
    void destroyRack() throws Exception {
        if (Rack.exists(place())) {
            Rack.open(place()).destroy(RackProgress.silent());
        }
    }

    @Test
    void aMemoryCgroupThatIsOffIsSwitchedOnThroughARestart() throws Exception {
        Rack rack = Rack.open(place());
        var program = new ProgramForRack(place());
        assertThat(output(rack, CONTROLLERS)).contains("memory");
        output(rack, "sed -i 's/$/ cgroup_disable=memory/' /boot/firmware/cmdline.txt");
        rack.stop(List.of("pandore"), RackProgress.silent());
        rack.start(List.of("pandore"), RackProgress.silent());
        assertThat(output(rack, "cat /proc/cmdline")).endsWith(" cgroup_disable=memory");
        assertThat(output(rack, CONTROLLERS)).contains("cpu").doesNotContain("memory");
        String broken = output(rack, BOOT);

        Ended checked = program.run(LEFT_TO_PEOPLE);
        assertThat(checked.code()).as(checked.said()).isNotZero();
        assertThat(checked.said()).contains("pandore: " + OFF);
        assertThat(program.succeeds("plan", "--only", "host-preparation"))
                .contains("remove cgroup_disable=memory in /boot/firmware/cmdline.txt", "restart the host");

        program.succeeds("prepare", "--yes", "-e", "restart_hosts=settings");

        assertThat(output(rack, BOOT)).isNotEqualTo(broken);
        assertThat(output(rack, "cat /proc/cmdline"))
                .contains("root=LABEL=root")
                .doesNotContain("cgroup_disable");
        assertThat(output(rack, CONTROLLERS)).contains("memory");
        assertThat(program.succeeds(LEFT_TO_PEOPLE)).doesNotContain(OFF);
        assertThat(program.succeeds("prepare", "--yes")).doesNotContain("restart the host");
    }

    private Path place() {
        return scratch.resolve("rack");
    }

    /** What a command prints on the virtual machine, which must succeed. */
    private static String output(Rack rack, String command) throws Exception {
        Process process = rack.command("pandore", List.of("sh", "-c", command)).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command).isZero();
        return output.strip();
    }
}

package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SwapTest {

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void switchesSwapOffInFstabAndTouchesNoOtherLine(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            host.write("/etc/fstab", """
                    # <file system> <mount point>   <type>  <options>
                    PARTUUID=5e3da3da-02  /  ext4  defaults,noatime  0  1
                    /dev/sda1\t/mnt/my\\040disk\tbtrfs\tdefaults 0 0
                      /swapfile none swap sw 0 0
                    #/dev/sda2 none swap sw 0 0

                    LABEL=swap /srv/swap ext4 defaults 0 2""");

            StepResult result = switchOff(host);

            assertThat(result.succeeded()).as(result.output()).isTrue();
            assertThat(host.at("/etc/fstab")).content().isEqualTo("""
                    # <file system> <mount point>   <type>  <options>
                    PARTUUID=5e3da3da-02  /  ext4  defaults,noatime  0  1
                    /dev/sda1\t/mnt/my\\040disk\tbtrfs\tdefaults 0 0
                    #urania:   /swapfile none swap sw 0 0
                    #/dev/sda2 none swap sw 0 0

                    LABEL=swap /srv/swap ext4 defaults 0 2
                    """);
        }
    }

    @Test
    void leavesAnFstabWithoutSwapUntouched() throws Exception {
        try (Sandbox host = new Sandbox(ShellKind.DASH)) {
            host.write("/etc/fstab", "/dev/mmcblk0p2 / ext4 defaults 0 1");

            assertThat(switchOff(host).succeeded()).isTrue();
            assertThat(host.at("/etc/fstab")).content().isEqualTo("/dev/mmcblk0p2 / ext4 defaults 0 1");
            assertThat(host.at("/etc/fstab.urania")).doesNotExist();
        }
    }

    @Test
    void tellsTheGeneratorOfRaspberryPiOs() throws Exception {
        try (Sandbox host = new Sandbox(ShellKind.DASH)) {
            host.write("/etc/rpi/swap.conf", "");

            assertThat(switchOff(host).succeeded()).isTrue();
            assertThat(host.at("/etc/rpi/swap.conf.d/90-urania.conf")).hasContent("[Main]\nMechanism=none\n");
        }
    }

    @Test
    void namesTheAreasInUse() throws Exception {
        try (Sandbox host = new Sandbox(ShellKind.DASH)) {
            host.write("/proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n/var/swap  file  102396  0  -2\n");

            assertThat(host.ask(SwapProbe.QUESTION)).contains(List.of("/var/swap"));
            assertThat(host.difference(new SwapOff()).orElseThrow().before()).hasToString("/var/swap");
        }
    }

    @Test
    void aKernelWithoutSwapHasNone() throws Exception {
        try (Sandbox host = new Sandbox(ShellKind.DASH)) {
            assertThat(host.ask(SwapProbe.QUESTION)).contains(List.of());
            host.write("/proc/swaps", "");
            assertThat(host.ask(SwapProbe.QUESTION)).contains(List.of());
            host.write("/proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n");
            assertThat(host.difference(new SwapOff())).isEmpty();
        }
    }

    /** All but the command that would switch off the swap of the machine that runs this test. */
    private static StepResult switchOff(Sandbox host) throws Exception {
        Difference difference = Sandbox.difference(
                        new SwapOff(),
                        Decisions.facts()
                                .put(SwapProbe.QUESTION, List.of("/swapfile"))
                                .build())
                .orElseThrow();
        String script = difference.operation().apply(_ -> Optional.empty()).script();
        assertThat(script).endsWith("swapoff -a\n");
        return host.carryOut(Difference.of(Action.RUN, "", "", "", Operation.of(script.replace("swapoff -a\n", ""))));
    }
}

package io.urania.engine.resource.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.Decisions;
import io.urania.engine.resource.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SwapTest {
    private static final String FOR_THE_WHOLE_MACHINE = "systemctl mask --quiet swap.target\nswapoff -a\n";

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void switchesSwapOffInFstabAndTouchesNoOtherLine(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            host.write("/etc/fstab", """
                    # <file system> <mount point>   <type>  <options>
                    PARTUUID=5e3da3da-02  /  ext4  defaults,noatime  0  1
                    /dev/sda1\t/mnt/my\\040disk\tbtrfs\tdefaults 0 0
                      /swapfile none swap sw 0 0
                    /dev/sda3 none swap sw 0 0 # a partition of its own
                    #/dev/sda2 none swap sw 0 0

                    LABEL=swap /srv/swap ext4 defaults 0 2""");

            StepResult result = switchOff(host);

            assertThat(result.succeeded()).as(result.output()).isTrue();
            assertThat(host.at("/etc/fstab")).content().isEqualTo("""
                    # <file system> <mount point>   <type>  <options>
                    PARTUUID=5e3da3da-02  /  ext4  defaults,noatime  0  1
                    /dev/sda1\t/mnt/my\\040disk\tbtrfs\tdefaults 0 0
                    #urania:   /swapfile none swap sw 0 0
                    #urania: /dev/sda3 none swap sw 0 0 # a partition of its own
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

            assertThat(host.ask(SwapProbe.QUESTION)).contains(new SwapFact(List.of("/var/swap"), List.of()));
            assertThat(host.difference(new SwapOff()).orElseThrow().before()).hasToString("/var/swap");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void findsWhatSwitchesSwapOnAtTheNextBoot(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            host.write("/etc/fstab", """
                    /swapfile none swap sw 0 0 # with a comment
                    /dev/sdb1 none swap sw,noauto 0 0
                    # /dev/sdc1 none swap sw 0 0
                    /dev/sda1 / ext4 defaults 0 1""");
            host.write("/usr/lib/systemd/zram-generator.conf", "[zram0]\n");
            host.write("/etc/rpi/swap.conf", "");
            link(host, "/etc/systemd/system/swap.target.wants/srv-swap.swap", "/etc/systemd/system/srv-swap.swap");
            link(host, "/etc/systemd/system/multi-user.target.wants/dphys-swapfile.service", "/nowhere");

            assertThat(host.ask(SwapProbe.QUESTION))
                    .contains(new SwapFact(
                            List.of(),
                            List.of(
                                    "/etc/fstab: /swapfile",
                                    "srv-swap.swap",
                                    "dphys-swapfile.service",
                                    "/usr/lib/systemd/zram-generator.conf",
                                    "/etc/rpi/swap.conf")));
            assertThat(host.difference(new SwapOff()).orElseThrow().before().summary())
                    .startsWith("at boot by /etc/fstab: /swapfile, at boot by srv-swap.swap");
        }
    }

    /** As systemctl mask leaves it. */
    @Test
    void aMaskedTargetBringsNoSwap() throws Exception {
        try (Sandbox host = new Sandbox(ShellKind.DASH)) {
            link(host, "/etc/systemd/system/swap.target.wants/srv-swap.swap", "/etc/systemd/system/srv-swap.swap");
            link(host, "/etc/systemd/system/swap.target", "/dev/null");

            assertThat(host.difference(new SwapOff())).isEmpty();
        }
    }

    private static void link(Sandbox host, String path, String target) throws IOException {
        Files.createDirectories(host.at(path).getParent());
        Files.createSymbolicLink(host.at(path), Path.of(target));
    }

    @Test
    void aKernelWithoutSwapHasNone() throws Exception {
        try (Sandbox host = new Sandbox(ShellKind.DASH)) {
            assertThat(host.ask(SwapProbe.QUESTION)).contains(SwapFact.NONE);
            host.write("/proc/swaps", "");
            assertThat(host.ask(SwapProbe.QUESTION)).contains(SwapFact.NONE);
            host.write("/proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n");
            assertThat(host.difference(new SwapOff())).isEmpty();
        }
    }

    /** All but the commands that would switch off the swap of the machine that runs this test. */
    private static StepResult switchOff(Sandbox host) throws Exception {
        Difference difference = Sandbox.difference(
                        new SwapOff(),
                        Decisions.facts()
                                .put(SwapProbe.QUESTION, new SwapFact(List.of("/swapfile"), List.of()))
                                .build())
                .orElseThrow();
        String script = difference.operation().apply(_ -> Optional.empty()).script();
        assertThat(script).endsWith(FOR_THE_WHOLE_MACHINE);
        return host.carryOut(
                Difference.of(Action.RUN, "", "", "", Operation.of(script.replace(FOR_THE_WHOLE_MACHINE, ""))));
    }
}

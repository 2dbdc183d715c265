package io.urania.engine.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.PlantedHost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HardwareProbeTest {

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void readsARaspberryPisHardware(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.write("/proc/device-tree/model", "Raspberry Pi 5 Model B Rev 1.0\0");
            host.write("/sys/class/thermal/thermal_zone0/temp", "61300\n");
            host.write("/sys/class/thermal/thermal_zone1/temp", "80200\n");
            host.write("/sys/devices/platform/soc/soc:firmware/get_throttled", "50005\n");
            host.write("/sys/class/net/eth0/address", "d8:3a:dd:01:02:03\n");
            host.program("getconf", "echo 16384\n");
            host.write("/proc/net/route", """
                    Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
                    eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
                    wlan0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
                    """);
            host.write("/proc/net/ipv6_route", """
                    00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000400 00000001 00000000 00000003     eth0
                    00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
                    """);

            host.write("/sys/class/dmi/id/product_uuid", "4c4c4544-0042-3610-8052-b4c04f4e4b32\n");
            host.write(
                    "/etc/ssh/ssh_host_ed25519_key.pub",
                    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGZ8mJRkq0n3f3c4bC0hJm3nq2s1rB9dQyPaUVO4XhQz root@pi\n");

            HardwareFact hardware = host.askPlanted(HardwareProbe.QUESTION).orElseThrow();

            assertThat(hardware)
                    .isEqualTo(new HardwareFact(
                            "Raspberry Pi 5 Model B Rev 1.0",
                            16384,
                            OptionalInt.of(80),
                            Optional.of(0x50005),
                            List.of("d8:3a:dd:01:02:03"),
                            "4c4c4544-0042-3610-8052-b4c04f4e4b32",
                            "AAAAC3NzaC1lZDI1NTE5AAAAIGZ8mJRkq0n3f3c4bC0hJm3nq2s1rB9dQyPaUVO4XhQz"));
            assertThat(hardware.hadLowVoltage()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aMachineThatIsNoPiHasLessToTell(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.program("getconf", "echo 4096\n");

            HardwareFact hardware = host.askPlanted(HardwareProbe.QUESTION).orElseThrow();

            assertThat(hardware)
                    .isEqualTo(new HardwareFact("", 4096, OptionalInt.empty(), Optional.empty(), List.of(), "", ""));
            assertThat(hardware.hadLowVoltage()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "end\n", "page x\nend\n", "page 4096\n"})
    void whatIsCutOffIsNoAnswer(String output) {
        assertThat(HardwareProbe.QUESTION.probe().parse(output, new TreeSet<>()))
                .isEmpty();
    }
}

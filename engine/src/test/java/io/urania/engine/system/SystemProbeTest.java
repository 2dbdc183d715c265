package io.urania.engine.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.FactReader;
import io.urania.engine.system.SystemFact.Cgroups;
import io.urania.engine.transport.LocalTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SystemProbeTest {

    @Test
    void readsAPiWithControlGroupsOfVersionTwo() {
        assertThat(parse("""
                hostName=pandore
                osId=debian
                osLike=
                osName=Debian GNU/Linux 13 (trixie)
                osVersion=13
                osImage=Raspberry Pi reference 2026-06-18
                machine=aarch64
                wordBits=64
                kernel=6.12.47+rpt-rpi-v8
                cpus=4
                memoryKiB=8256612
                cgroups=V2
                controllers=cpuset cpu io memory pids
                capabilities=000001ffffffffff
                freeKiB=24417136
                """))
                .isEqualTo(new SystemFact(
                        "pandore",
                        new OsRelease(
                                "debian",
                                Set.of(),
                                "Debian GNU/Linux 13 (trixie)",
                                "13",
                                "Raspberry Pi reference 2026-06-18"),
                        "aarch64",
                        64,
                        "6.12.47+rpt-rpi-v8",
                        4,
                        8256612L * 1024,
                        Cgroups.V2,
                        Set.of("cpuset", "cpu", "io", "memory", "pids"),
                        true,
                        24417136L * 1024));
    }

    @Test
    void readsAContainerOnAMachineWithControlGroupsOfVersionOne() {
        SystemFact fact = parse("""
                hostName=clio
                osId=raspbian
                osLike=debian
                osName=Raspbian GNU/Linux 11 (bullseye)
                machine=aarch64
                wordBits=32
                kernel=5.10.103-v8+
                cpus=2
                memoryKiB=3884056
                cgroups=V1
                controllers= cpuset cpu cpuacct blkio memory devices freezer pids
                capabilities=000001fffeffffff
                freeKiB=1024
                """);

        assertThat(fact.cgroups()).isEqualTo(Cgroups.V1);
        assertThat(fact.cgroupControllers()).contains("memory", "pids").hasSize(8);
        assertThat(fact.mayLowerOomScore()).isFalse();
        assertThat(fact.wordBits()).isEqualTo(32);
        assertThat(fact.os().isLike("debian")).isTrue();
        assertThat(fact.os().isLike("raspbian")).isTrue();
        assertThat(fact.os().isLike("arch")).isFalse();
        assertThat(fact.os().version()).isEmpty();
        assertThat(fact.os().image()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void asksThisMachine(ShellKind shell) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("/tmp"), "s");
        try {
            SystemFact fact = new FactReader(new BatchRunner(shell.transport(directory)))
                    .read(LocalTransport.target("here"), List.of(SystemProbe.QUESTION))
                    .answer(SystemProbe.QUESTION);

            assertThat(fact.hostName())
                    .isEqualTo(Files.readString(Path.of("/proc/sys/kernel/hostname"))
                            .strip());
            assertThat(fact.kernel()).isEqualTo(System.getProperty("os.version"));
            assertThat(fact.machine()).isEqualTo(System.getProperty("os.arch").replace("amd64", "x86_64"));
            assertThat(fact.cpus()).isPositive();
            assertThat(fact.memoryBytes()).isGreaterThan(100L << 20);
            assertThat(fact.freeBytes()).isPositive();
            assertThat(fact.cgroups() == Cgroups.V2)
                    .isEqualTo(Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers")));
        } finally {
            remove(directory);
        }
    }

    private static SystemFact parse(String output) {
        return SystemProbe.QUESTION
                .probe()
                .parse(output, new TreeSet<>(Set.of("")))
                .get("");
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}

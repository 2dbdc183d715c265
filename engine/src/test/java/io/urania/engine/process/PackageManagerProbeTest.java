package io.urania.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.PlantedHost;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PackageManagerProbeTest {

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsWhoHasALockAndWhetherAnInstallationWasCutOff(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.write("/var/lib/dpkg/updates/0002", "");
            var lockFile = host.write("/var/lib/dpkg/lock-frontend", "");
            // The kernel's own tables are not planted.
            host.link("/proc");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assertThat(lock.isValid()).isTrue();
                PackageManagerFact fact =
                        host.askPlanted(PackageManagerProbe.QUESTION).orElseThrow();

                assertThat(fact.interrupted()).isTrue();
                assertThat(fact.holders())
                        .singleElement()
                        .extracting(RunningProcess::number, RunningProcess::name)
                        .isEqualTo(List.of(ProcessHandle.current().pid(), "java"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void nobodyIsAtWorkWhereThereIsNothing(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.write("/var/lib/dpkg/lock-frontend", "");
            host.link("/proc");

            assertThat(host.askPlanted(PackageManagerProbe.QUESTION))
                    .contains(new PackageManagerFact(List.of(), false));
        }
    }
}

package io.urania.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.PlantedHost;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the file systems of this machine. */
final class StorageProbesTest {

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsOfAFileSystemWhatJavaTells(ShellKind shell) throws Exception {
        FileStore store = Files.getFileStore(Path.of("/tmp"));
        try (PlantedHost host = new PlantedHost(shell)) {
            FileSystemFact fact =
                    host.ask(FileSystemProbe.of("/tmp/no/such directory")).orElseThrow();

            assertThat(fact.type()).isEqualTo(store.type());
            assertThat(fact.bytes()).isEqualTo(store.getTotalSpace());
            assertThat(fact.availableBytes()).isPositive().isLessThanOrEqualTo(fact.bytes());
            assertThat(fact.freeInodes()).isLessThanOrEqualTo(fact.inodes());
            assertThat(Path.of("/tmp").startsWith(fact.mountPoint())).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void readsHowAFileSystemIsMounted(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            FileSystemFact fact = host.ask(FileSystemProbe.of("/proc/self")).orElseThrow();

            assertThat(fact.mountPoint()).isEqualTo("/proc");
            assertThat(fact.type()).isEqualTo("proc");
            assertThat(fact.isWithoutExecution()).isEqualTo(optionsOf("/proc").contains("noexec"));
            assertThat(fact.isReadOnly()).isEqualTo(optionsOf("/proc").contains("ro"));
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aFileIsWritableAndStaysAsItIs(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            Path file = host.write("/etc/hosts", "127.0.0.1 localhost\n");
            FileTime time = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
            Files.setLastModifiedTime(file, time);

            assertThat(host.askPlanted(WritabilityProbe.of("/etc/hosts"))).contains(Writability.WRITABLE);
            assertThat(host.askPlanted(WritabilityProbe.of("/etc/new"))).contains(Writability.WRITABLE);
            assertThat(file).hasContent("127.0.0.1 localhost");
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
            assertThat(host.at("/etc/new")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aFileThatMayNotBeChangedIsTold(ShellKind shell) throws Exception {
        for (String attribute : List.of("i", "a")) {
            try (PlantedHost host = new PlantedHost(shell)) {
                Path file = host.write("/etc/hosts", "127.0.0.1 localhost\n");
                assumeTrue(chattr("+" + attribute, file) == 0, "skipped: chattr(1) does not work here");
                try {
                    assertThat(host.askPlanted(WritabilityProbe.of("/etc/hosts")))
                            .as("chattr +" + attribute)
                            .contains(Writability.REFUSED);
                } finally {
                    chattr("-" + attribute, file);
                }
            }
        }
    }

    /** busybox' own test(1) believes that root may do all. */
    @ParameterizedTest
    @EnumSource(value = ShellKind.class, names = "BUSYBOX", mode = EnumSource.Mode.EXCLUDE)
    void aDirectoryThatMayNotBeChangedIsTold(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            Path directory = Files.createDirectories(host.at("/etc/systemd"));
            assumeTrue(chattr("+i", directory) == 0, "skipped: chattr(1) does not work here");
            try {
                assertThat(host.askPlanted(WritabilityProbe.of("/etc/systemd/system")))
                        .contains(Writability.REFUSED);
            } finally {
                chattr("-i", directory);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aFileThatIsMountedReadOnlyIsTold(ShellKind shell) throws Exception {
        assumeTrue(optionsOf("/sys").contains("ro"), "skipped: /sys can be written here");
        try (PlantedHost host = new PlantedHost(shell)) {
            assertThat(host.ask(WritabilityProbe.of("/sys/kernel/profiling"))).contains(Writability.READ_ONLY);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void listsDirectories(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.write("/etc/cni/net.d/10-flannel.conflist", "");
            host.write("/etc/cni/net.d/05 two words.conf", "");
            host.write("/etc/cni/net.d/.hidden", "");
            Files.createDirectories(host.at("/etc/empty"));

            assertThat(host.askPlanted(EntriesProbe.of("/etc/cni/net.d")))
                    .contains(List.of("05 two words.conf", "10-flannel.conflist"));
            assertThat(host.askPlanted(EntriesProbe.of("/etc/empty"))).contains(List.of());
            assertThat(host.askPlanted(EntriesProbe.of("/etc/absent"))).contains(List.of());
        }
    }

    private static int chattr(String mode, Path file) throws Exception {
        return new ProcessBuilder("sh", "-c", "chattr \"$@\" 2>/dev/null", "sh", mode, file.toString())
                .start()
                .waitFor();
    }

    private static List<String> optionsOf(String point) throws Exception {
        return Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words[1].equals(point))
                .map(words -> List.of(words[3].split(",", -1)))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}

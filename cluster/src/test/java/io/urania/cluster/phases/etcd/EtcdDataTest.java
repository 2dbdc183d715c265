package io.urania.cluster.phases.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.leftover.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EtcdDataTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void etcdsDataGoAndWhatIsBesideThemStays(String shell) throws Exception {
        Path data = directory.resolve("data of mine");
        Files.createDirectories(data.resolve("member/snap"));
        Files.createDirectories(data.resolve("member/wal"));
        written("data of mine/member/snap/db", "database");
        written("data of mine/letter", "precious");

        assertThat(resetOfEtcd(shell, data, "")).isEmpty();

        assertThat(data.resolve("member")).doesNotExist();
        assertThat(data.resolve("letter")).hasContent("precious");
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void whatIsNoDirectoryOfEtcdsStays(String shell) throws Exception {
        Path data = directory.resolve("club");
        Files.createDirectories(data.resolve("member/snap"));
        written("club/member/alice", "precious");

        assertThat(resetOfEtcd(shell, data, "")).contains("such as alice").endsWith("ended with 1\n");

        assertThat(data.resolve("member/alice")).hasContent("precious");
    }

    /** Whatever an inventory, a host's own settings or a link there say; rm tells only what it would remove. */
    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void noDirectoryOfTheSystemIsEmptied(String shell) throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("data"), Path.of("/usr"));
        List<String> directories =
                List.of("/", "/etc", "/usr", "/var", "/var/lib", "/tmp/..", "//", "/home", link.toString());

        for (String path : directories) {
            assertThat(resetOfEtcd(
                            shell,
                            Path.of(path),
                            "rm() { echo \"removed: $*\"; }\nrmdir() { echo \"removed: $*\"; }\n"))
                    .as(path)
                    .contains("a system directory: nothing is removed there")
                    .doesNotContain("removed:")
                    .endsWith("ended with 1\n");
        }
        Files.delete(link);
    }

    private static String resetOfEtcd(String shell, Path data, String functions) throws Exception {
        String script = Removal.functions() + EtcdData.script(data.toString());
        return HostShells.all(shell, functions + script);
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}

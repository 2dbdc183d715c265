package io.urania.cluster.leftover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.urania.cluster.HostShells;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RemovalTest {

    @TempDir
    Path directory;

    /** What is mounted somewhere below would be emptied with the directory: one of somebody's own had a blank in its name. */
    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void whatIsMountedBelowADirectoryIsUnmountedWhateverItsName(String shell) throws Exception {
        Path below = Files.createDirectories(directory.resolve("kubelet/My Data/deep\\er"));
        assumeThat(mounts("-t", "tmpfs", "tmpfs", below.getParent().toString())).isTrue();
        Files.createDirectories(below);
        assertThat(mounts("-t", "tmpfs", "tmpfs", below.toString())).isTrue();

        assertThat(HostShells.run(
                        shell,
                        ResourceText.beside(Removal.class, "unmounting.sh") + "unmount_below "
                                + Shell.quote(directory + "/kubelet")))
                .isEmpty();

        assertThat(Files.readString(Path.of("/proc/self/mounts"))).doesNotContain(directory.toString());
    }

    /** The kernel writes where a link leads, and what is mounted there would be emptied. */
    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void whatIsMountedWhereALinkLeadsIsUnmountedToo(String shell) throws Exception {
        Path below = Files.createDirectories(directory.resolve("ssd/pods"));
        assumeThat(mounts("-t", "tmpfs", "tmpfs", below.toString())).isTrue();
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("ssd"));

        assertThat(HostShells.all(
                        shell,
                        ResourceText.beside(Removal.class, "unmounting.sh") + "unmount_below "
                                + Shell.quote(link.toString())))
                .isEmpty();

        assertThat(Files.readString(Path.of("/proc/self/mounts"))).doesNotContain(directory.toString());
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void whatCannotBeUnmountedIsNotEmptied(String shell) throws Exception {
        String script = ResourceText.beside(Removal.class, "unmounting.sh")
                + "mounted_below() { echo '/var/lib/kubelet/My Data'; }\n"
                + "umount() { return 1; }\nunmount_below /var/lib/kubelet\n";

        assertThat(HostShells.all(shell, script))
                .contains("/var/lib/kubelet/My Data\n")
                .endsWith("ended with 1\n");
    }

    private static boolean mounts(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}

package io.urania.cluster.component.runtime.containerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.leftover.Removal;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ContainerdLeftoversTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void containerdsDataGoAndWhatIsBesideThemStays(String shell) throws Exception {
        Path storage = directory.resolve("images of mine");
        Files.createDirectories(storage.resolve("io.containerd.content.v1.content"));
        Files.createDirectories(storage.resolve("tmpmounts"));
        written("images of mine/letter", "precious");
        Path state = Files.createDirectories(directory.resolve("state/io.containerd.runtime.v2.task"));

        assertThat(HostShells.run(shell, resetOfContainerd(storage, state.getParent())))
                .isEmpty();

        assertThat(storage).isDirectoryContaining("glob:**letter").isDirectoryNotContaining("glob:**io.containerd*");
        assertThat(state.getParent()).doesNotExist();
    }

    private static String resetOfContainerd(Path storage, Path state) {
        return "set -eu\n" + Removal.functions() + ResourceText.beside(Containerd.class, "containerds-data.sh")
                + "take_containerds " + Shell.quote(storage.toString())
                + "\ntake_containerds " + Shell.quote(state.toString()) + "\n";
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}

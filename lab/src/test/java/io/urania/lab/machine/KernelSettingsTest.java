package io.urania.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.report.RackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSettingsTest {
    @TempDir
    Path directory;

    private Path instances = Path.of("");
    private Path panic = Path.of("");
    private Path pids = Path.of("");

    @BeforeEach
    void fillSettings() throws IOException {
        instances = setting("fs/inotify/max_user_instances", "128\n");
        pids = setting("kernel/pid_max", "9999999\n");
        panic = setting("kernel/panic", "1\n");
    }

    @Test
    void raisesWhatIsTooLowAndLeavesWhatIsEnough() throws IOException {
        settings().raise();

        assertThat(instances).hasContent("8192");
        assertThat(pids).hasContent("9999999");
    }

    @Test
    void putsBackWhatWasRaisedAndWhatHostsChanged() throws RackException, IOException, InterruptedException {
        settings().raise();
        Files.writeString(panic, "10\n");
        settings().raise();

        settings().restore();

        assertThat(instances).hasContent("128");
        assertThat(panic).hasContent("1");
        assertThat(directory.resolve("run")).doesNotExist();
    }

    @Test
    void restoringWithoutARaiseChangesNothing() throws RackException, IOException, InterruptedException {
        settings().restore();

        assertThat(instances).hasContent("128");
    }

    private KernelSettings settings() {
        return new KernelSettings(directory.resolve("sys"), directory.resolve("run"));
    }

    private Path setting(String name, String value) throws IOException {
        Path file = directory.resolve("sys").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, value);
    }
}

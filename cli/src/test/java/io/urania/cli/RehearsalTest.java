package io.urania.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal of the launcher gets to the end of a deployment: what it does not get to is missing in the cache, and starts slowly. */
@Timeout(120)
final class RehearsalTest {

    private static final Path PROGRAMS = Path.of("src/main/rehearsal");

    @TempDir
    private Path directory;

    @Test
    void bareHostsThatARehearsalPlaysAreDeployedAndVerified() throws Exception {
        String said = rehearse("cluster", directory.toString());

        assertThat(said)
                .contains("All checks passed on 13 hosts.")
                .contains("verification: wait until nodes and kube-system are healthy")
                .doesNotContain("nothing changed", "could not be determined", "a defect in Urania");
    }

    private static String rehearse(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(JavaProgram.command(Rehearsal.class, words));
        builder.environment()
                .merge("PATH", PROGRAMS.toAbsolutePath().toString(), (path, ours) -> ours + File.pathSeparator + path);
        Process rehearsal = builder.redirectErrorStream(true).start();
        rehearsal.getOutputStream().close();
        String said = new String(rehearsal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(rehearsal.waitFor()).as(said).isZero();
        return said;
    }
}

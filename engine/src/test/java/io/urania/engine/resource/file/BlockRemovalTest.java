package io.urania.engine.resource.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockRemovalTest {

    private static final String OTHERS = "127.0.0.1\tlocalhost\n::1 ip6-localhost\n";
    private static final String OURS = "# BEGIN urania\n10.42.253.40 pandore\n# END urania\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void ourLinesGoAndThoseOfOthersStay(String shell) throws Exception {
        assertThat(afterReset(shell, OTHERS + OURS + "10.0.0.1 printer\n")).isEqualTo(OTHERS + "10.0.0.1 printer\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void aFileWithoutLinesOfOursStaysAsItIs(String shell) throws Exception {
        assertThat(afterReset(shell, OTHERS)).isEqualTo(OTHERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void aLastLineWithoutItsEndIsKept(String shell) throws Exception {
        assertThat(afterReset(shell, OURS + "10.0.0.1 printer")).isEqualTo("10.0.0.1 printer\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void aBeginWithoutItsEndTakesNothingAway(String shell) throws Exception {
        String torn = OTHERS + "# BEGIN urania\n10.42.253.40 pandore\n10.0.0.1 printer\n";

        assertThat(afterReset(shell, torn)).isEqualTo(torn);
        assertThat(afterReset(shell, torn + OURS + "10.0.0.2 scanner\n")).isEqualTo(torn + "10.0.0.2 scanner\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void backslashesAndBlanksAreKept(String shell) throws Exception {
        String odd = "  10.0.0.1\tprinter  # C:\\new %s\n";

        assertThat(afterReset(shell, odd + OURS)).isEqualTo(odd);
    }

    private String afterReset(String shell, String before) throws Exception {
        Path hosts = Files.writeString(directory.resolve("hosts of a test"), before);
        Process process = new ProcessBuilder(shell.split(" ", -1))
                .redirectErrorStream(true)
                .start();
        try (var input = process.getOutputStream()) {
            input.write(("set -eu\n" + BlockRemoval.script(hosts.toString())).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(directory.resolve("hosts of a test.urania")).doesNotExist();
        return Files.readString(hosts);
    }
}

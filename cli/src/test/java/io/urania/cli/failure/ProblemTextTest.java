package io.urania.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.console.Style;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProblemTextTest {

    @TempDir
    private Path directory;

    @Test
    void withoutAPlaceThereIsNoArrow() {
        assertThat(new ProblemText(Style.PLAIN, 80).of(Problem.warning(null, "what", "why", "do")))
                .containsExactly("warning: what", "  = why: why", "  = help: do");
    }

    @Test
    void whatIsNotSaidTakesNoLine() {
        assertThat(new ProblemText(Style.PLAIN, 80).of(Problem.error(null, "what", "", "")))
                .containsExactly("error: what");
    }

    @Test
    void aPlaceThatCannotBeShownIsNamedAllTheSame() {
        Position gone = new Position(Path.of("gone.yaml"), 3, 1);

        assertThat(new ProblemText(Style.PLAIN, 80).of(Problem.error(gone, "what", "why", "")))
                .containsExactly("error: what", " --> gone.yaml:3:1", "  = why: why");
    }

    @Test
    void aLongLineFitsTheTerminal() throws IOException {
        Path file = directory.resolve("long.yaml");
        Files.writeString(file, "key: [" + "a, ".repeat(100) + "here" + ", b".repeat(100) + "]\n");

        assertThat(new ProblemText(Style.PLAIN, 40).of(Problem.error(new Position(file, 1, 307), "what", "", "")))
                .contains(
                        "1 | …, a, a, a, here, b, b, b, b, b, b,…", //
                        "  |             ^^^^");
    }

    @Test
    void onATerminalSeverityAndCaretHaveAColour() throws IOException {
        Path file = directory.resolve("a.yaml");
        Files.writeString(file, "key: 1\n");

        assertThat(new ProblemText(Style.COLOURED, 80).of(Problem.warning(new Position(file, 1, 1), "what", "", "")))
                .anyMatch(line -> line.contains("\u001b[33mwarning"))
                .anyMatch(line -> line.contains("\u001b[33m^^^"));
    }

    @Test
    void namesCannotSendCommandsToTheTerminal() {
        assertThat(new ProblemText(Style.PLAIN, 80).of(Problem.error(null, "host \u001b]0;x\u0007", "a\nb", "")))
                .containsExactly("error: host \uFFFD]0;x\uFFFD", "  = why: a b");
    }
}

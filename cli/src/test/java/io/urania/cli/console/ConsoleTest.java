package io.urania.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cli.console.Console.Abilities;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConsoleTest {

    private static final Abilities LIVE = new Abilities(true, true, Style.PLAIN);

    @Test
    void linesGoAboveTheFooterWhichIsDrawnAgain() {
        RecordedConsole recorded = new RecordedConsole(LIVE, "");

        recorded.console().footer(List.of("one", "two"));
        recorded.console().print("said");

        assertThat(recorded.output())
                .isEqualTo("\u001b[?25lone\ntwo\n" + "\u001b[2A\r\u001b[J" + "said\n" + "one\ntwo\n");
    }

    @Test
    void anEmptyFooterTakesTheOldOneAwayAndShowsTheCursorAgain() {
        RecordedConsole recorded = new RecordedConsole(LIVE, "");

        recorded.console().footer(List.of("one"));
        recorded.console().footer(List.of());

        assertThat(recorded.output()).isEqualTo("\u001b[?25lone\n\u001b[1A\r\u001b[J\u001b[?25h");
    }

    /** Else a Ctrl-C at a question could not be answered, nor end the program. */
    @Test
    @Timeout(60)
    void othersCanPrintWhileAnAnswerIsWaitedFor() throws Exception {
        PipedWriter keyboard = new PipedWriter();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Console console = new Console(
                new BufferedReader(new PipedReader(keyboard)),
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                new Abilities(true, false, Style.PLAIN),
                () -> Size.USUAL);
        FutureTask<Boolean> answer = new FutureTask<>(() -> console.confirm("Go on?"));
        Thread.ofPlatform().start(answer);
        while (!console.isAsking()) {
            Thread.onSpinWait();
        }

        console.printError("said meanwhile");
        keyboard.write("yes\n");
        keyboard.flush();

        assertThat(answer.get()).isTrue();
        assertThat(console.isAsking()).isFalse();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Go on? [y/N] ", "said meanwhile\n");
    }

    /** Else the question would be overwritten before anybody has read it. */
    @Test
    @Timeout(60)
    void theFooterRestsWhileAnAnswerIsWaitedFor() throws Exception {
        restsAt(console -> console.confirm("Go on?"));
        restsAt(console -> console.ask("Which?"));
        restsAt(console -> console.secret("Password: ", _ -> {}));
    }

    private interface Question {
        Object ask(Console console) throws IOException;
    }

    private static void restsAt(Question question) throws Exception {
        PipedWriter keyboard = new PipedWriter();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Console console = new Console(
                new BufferedReader(new PipedReader(keyboard)),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream()),
                LIVE,
                () -> Size.USUAL);
        console.footer(List.of("0.1s"));
        FutureTask<Object> answer = new FutureTask<>(() -> question.ask(console));
        Thread.ofPlatform().start(answer);
        while (!console.isAsking()) {
            Thread.onSpinWait();
        }

        console.footer(List.of("0.2s"));
        keyboard.write("yes\n");
        keyboard.flush();
        answer.get();
        console.footer(List.of("0.3s"));

        assertThat(output.toString(StandardCharsets.UTF_8))
                .isEqualTo("\u001b[?25l0.1s\n\u001b[1A\r\u001b[J\u001b[?25h" + "\u001b[?25l0.3s\n");
    }

    /** Whatever a text is made of, hosts cannot rule the terminal with it. */
    @Test
    void onlyOurOwnColoursGetToATerminal() throws IOException {
        RecordedConsole recorded =
                new RecordedConsole(new Abilities(true, true, Style.COLOURED, Style.PLAIN), "y\ny\n");
        String text = Style.COLOURED.red("failed") + ": \u001b[2J\u001b[8m\u001b]52;c;eA==\u0007bad\rname";

        recorded.console().print(text);
        recorded.console().printError(text);
        recorded.console().confirm("\u001b[1A" + "Go on?");
        recorded.console().secret("\u001b[1APassword: ", _ -> {});

        assertThat(recorded.output()).isEqualTo("\u001b[31mfailed\u001b[0m: bad\nname\n");
        assertThat(recorded.errors()).isEqualTo("failed: bad\nname\nGo on? [y/N] Password: \n");
    }

    @Test
    void aFooterHasOnlyOurOwnColours() {
        RecordedConsole recorded = new RecordedConsole(LIVE, "");

        recorded.console().footer(List.of("o\u001b[2Jne"));

        assertThat(recorded.output()).isEqualTo("\u001b[?25lone\n");
    }

    @Test
    void theSameFooterIsNotDrawnTwice() {
        RecordedConsole recorded = new RecordedConsole(LIVE, "");

        recorded.console().footer(List.of("one"));
        recorded.console().footer(List.of("one"));

        assertThat(recorded.output()).isEqualTo("\u001b[?25lone\n");
    }

    @Test
    void aPipeNeverSeesAFooter() {
        RecordedConsole recorded = new RecordedConsole(Abilities.NONE, "");

        recorded.console().footer(List.of("one"));
        recorded.console().print("said");

        assertThat(recorded.output()).isEqualTo("said\n");
    }

    @ParameterizedTest
    @CsvSource({"y, true", "YES, true", "n, false", "'', false", "yesterday, false"})
    void onlyYesIsYes(String answer, boolean expected) throws IOException {
        RecordedConsole recorded = new RecordedConsole(LIVE, answer + "\n");

        assertThat(recorded.console().confirm("Go on?")).isEqualTo(expected);
        assertThat(recorded.errors()).isEqualTo("Go on? [y/N] ");
    }

    @Test
    void aQuestionTakesTheFooterAway() throws IOException {
        RecordedConsole recorded = new RecordedConsole(LIVE, "y\n");

        recorded.console().footer(List.of("one"));
        recorded.console().confirm("Go on?");

        assertThat(recorded.output()).endsWith("\u001b[J\u001b[?25h");
    }

    @Test
    void theEndOfInputIsNo() throws IOException {
        assertThat(new RecordedConsole(LIVE, "").console().confirm("Go on?")).isFalse();
    }

    @Test
    void nobodyIsAskedOnAPipe() {
        Console console = new RecordedConsole(Abilities.NONE, "y\n").console();

        assertThatThrownBy(() -> console.confirm("Go on?")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "012, xterm, , true, true, COLOURED, COLOURED",
        "012, dumb, , true, false, PLAIN, PLAIN",
        "012, , , true, false, PLAIN, PLAIN",
        "012, xterm, 1, true, true, PLAIN, PLAIN",
        "012, xterm, '', true, true, COLOURED, COLOURED",
        "02, xterm, , true, false, PLAIN, COLOURED",
        "1, xterm, , false, true, COLOURED, PLAIN",
        "12, xterm, , false, true, COLOURED, COLOURED",
        "'', xterm, , false, false, PLAIN, PLAIN"
    })
    void streamsAndEnvironmentDecideWhatIsPossible(
            String terminals,
            String term,
            String noColor,
            boolean questions,
            boolean live,
            Style style,
            Style errorStyle) {
        assertThat(Abilities.of(terminals, term, noColor)).isEqualTo(new Abilities(questions, live, style, errorStyle));
    }

    @Test
    void aSecretIsReadWhileTheTerminalShowsNothing() throws Exception {
        RecordedConsole recorded = new RecordedConsole(new Console.Abilities(true, false, Style.PLAIN), "se cret\n");
        java.util.List<Boolean> shown = new java.util.ArrayList<>();

        String answer = recorded.console().secret("Password: ", shown::add);

        assertThat(answer).isEqualTo("se cret");
        assertThat(shown).containsExactly(false, true);
        assertThat(recorded.errors()).startsWith("Password: ").doesNotContain("se cret");
    }
}

package io.urania.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cli.console.Console.Abilities;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        "012, xterm, , true, true, COLOURED",
        "012, dumb, , true, false, PLAIN",
        "012, , , true, false, PLAIN",
        "012, xterm, 1, true, true, PLAIN",
        "012, xterm, '', true, true, COLOURED",
        "02, xterm, , true, false, PLAIN",
        "12, xterm, , false, true, COLOURED",
        "'', xterm, , false, false, PLAIN"
    })
    void streamsAndEnvironmentDecideWhatIsPossible(
            String terminals, String term, String noColor, boolean questions, boolean live, Style style) {
        assertThat(Abilities.of(terminals, term, noColor)).isEqualTo(new Abilities(questions, live, style));
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

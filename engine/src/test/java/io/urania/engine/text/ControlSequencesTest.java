package io.urania.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlSequencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001b[31mb", // colour
                "a\u001b[2J\u001b[1;1Hb", // clears the screen
                "a\u001b]0;title\u0007b",
                "a\u001b]52;c;c2VjcmV0\u001b\\b", // the clipboard
                "a\u001b]8;;https://example.com\u001b\\b", // a link
                "a\u001bP$q\"p\u001b\\b", // asks the terminal, which answers
                "a\u001b_data\u009cb",
                "a\u009b31mb", // the same with one character of C1
                "a\u009d0;title\u009cb",
                "a\u001bcb", // resets the terminal
                "a\u001b(0b", // another set of characters
                "a\u0008\u0007\u0000b",
                "a\u007f\u0085b",
                "a\u202e\u2066b", // from right to left
                "a\u001b\u001b[31mb"
            })
    void nothingIsLeftThatATerminalObeys(String text) {
        assertThat(ControlSequences.removed(text)).isEqualTo("ab");
    }

    @Test
    void aStringWithoutAnEndHidesNothing() {
        assertThat(ControlSequences.removed("a\u001b]0;title\nb")).isEqualTo("a0;title\nb");
    }

    @Test
    void whatIsLeftOfASequenceIsNotOneAgain() {
        assertThat(ControlSequences.removed("\u001b\u001b[0m[31mred")).isEqualTo("[31mred");
        assertThat(ControlSequences.removed("\u001b")).isEmpty();
        assertThat(ControlSequences.removed("a\u001b[")).doesNotContain("\u001b");
    }

    @Test
    void carriageReturnsEndLines() {
        assertThat(ControlSequences.removed("10 %\r20 %\r\ndone\r")).isEqualTo("10 %\n20 %\ndone\n");
    }

    @Test
    void textsOfAllLanguagesStayAsTheyAre() {
        String text = "Größe\t5 µs\nδοκιμή 試験 🙂 a\u00a0b";

        assertThat(ControlSequences.removed(text)).isEqualTo(text);
    }

    @Test
    void someMayStay() {
        assertThat(ControlSequences.removed("\u001b[31mred\u001b[0m\u001b[8mhidden", Set.of("\u001b[31m", "\u001b[0m")))
                .isEqualTo("\u001b[31mred\u001b[0mhidden");
    }
}

package io.urania.inventory.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExcerptTest {

    @Test
    void aWordIsMarkedAsAWhole() {
        assertThat(Excerpt.of(7, "  kube_version: latest", 3))
                .isEqualTo(new Excerpt(7, "  kube_version: latest", 2, 12));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            a: 10.233.0.0/18, b   | 4  | 13
            a: 'one two' b        | 4  | 9
            a: "open              | 4  | 1
            a: "{{ x lowr }}"     | 5  | 2
            a: [1]                | 4  | 1
            a: x.                 | 4  | 1
            a:                    | 9  | 1
            """)
    void aTokenIsAsWideAsItIsWritten(String line, int column, int width) {
        assertThat(Excerpt.of(1, line, column).width()).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "'\t\tkey', 3, 8, '        key'",
        "'漢字key', 3, 4, '漢字key'",
        "'e\u0301key', 3, 1, 'e\u0301key'",
        "'🚀key', 2, 2, '🚀key'",
        "'\u001b[31mkey', 6, 5, '\uFFFD[31mkey'",
        "'\u202ekey', 2, 1, '\uFFFDkey'"
    })
    void noCharacterMovesTheCaret(String line, int column, int indent, String shown) {
        assertThat(Excerpt.of(1, line, column)).isEqualTo(new Excerpt(1, shown, indent, 3));
    }

    @Test
    void aShortLineIsNotCut() {
        Excerpt excerpt = Excerpt.of(1, "key: value", 6);

        assertThat(excerpt.within(10)).isSameAs(excerpt);
    }

    @Test
    void aLongLineIsCutBehindThePlace() {
        Excerpt cut = Excerpt.of(1, "key: " + "v".repeat(100), 1).within(20);

        assertThat(cut).isEqualTo(new Excerpt(1, "key: " + "v".repeat(14) + "…", 0, 3));
    }

    @Test
    void aLongLineIsCutOnBothSidesOfThePlace() {
        String line = "x ".repeat(50) + "here" + " y".repeat(50);

        Excerpt cut = Excerpt.of(1, line, 101).within(30);

        assertThat(cut.text()).startsWith("…").endsWith("…").hasSize(30);
        assertThat(cut.text().substring(cut.indent(), cut.indent() + cut.width()))
                .isEqualTo("here");
    }

    @Test
    void aCutThroughAWideCharacterMovesTheCaretWithTheText() {
        for (int before = 20; before < 40; before++) {
            Excerpt cut = Excerpt.of(1, "漢".repeat(before) + "here" + "字".repeat(40), before + 1)
                    .within(21);

            assertThat(DisplayWidth.of(cut.text().substring(0, cut.text().indexOf("here"))))
                    .isEqualTo(cut.indent());
            assertThat(DisplayWidth.of(cut.text())).isLessThanOrEqualTo(21);
        }
    }

    @Test
    void aTokenLongerThanTheTerminalIsMarkedAsFarAsItIsShown() {
        Excerpt cut = Excerpt.of(1, "key: " + "v".repeat(100), 6).within(20);

        assertThat(cut.indent() + cut.width()).isLessThanOrEqualTo(20);
        assertThat(cut.text()).hasSize(20);
    }
}

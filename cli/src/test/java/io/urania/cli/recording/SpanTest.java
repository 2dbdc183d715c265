package io.urania.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.console.Style;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void takesALineApartWhereItsLookChanges() {
        Style style = Style.COLOURED;

        assertThat(Span.of("ab " + style.red("é漢") + "  " + style.dim("x") + " y"))
                .containsExactly(
                        new Span(0, 0, "ab "), new Span(3, 31, "é漢"), new Span(7, 2, "x"), new Span(8, 0, " y"));
    }

    @Test
    void nothingIsDrawnForBlanks() {
        assertThat(Span.of("   ")).isEmpty();
        assertThat(Span.of("")).isEmpty();
    }
}

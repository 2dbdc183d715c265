package io.urania.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LastLinesTest {

    @Test
    void keepsAFewLinesOfAFewCharacters() {
        String printed = IntStream.range(0, 1000).mapToObj(Integer::toString).collect(Collectors.joining("\n\n"));

        assertThat(LastLines.of(printed + "\n")).isEqualTo("… / 997 / 998 / 999");
        assertThat(LastLines.of("x".repeat(5000))).isEqualTo("x".repeat(300) + "…");
        assertThat(LastLines.of("one\ntwo")).isEqualTo("one / two");
        assertThat(LastLines.of(" \n")).isEmpty();
    }
}

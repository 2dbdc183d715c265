package io.urania.cli.command.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.urania.control.failure.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClockOffsetTest {

    @ParameterizedTest
    @CsvSource({"-3h, PT-3H", "90m, PT1H30M", "+45s, PT45S", "-2d, PT-48H"})
    void isANumberAndAUnit(String text, Duration expected) throws Refusal {
        assertThat(ClockOffset.parse(text)).isEqualTo(expected);
    }

    @Test
    void isNoneWhereNothingIsTyped() throws Refusal {
        assertThat(ClockOffset.parse("")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "h", "three hours", "1.5h", "-3h "})
    void refusesAnythingElseWithExamples(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ClockOffset.parse(text))
                .withMessageContaining("-3h");
    }
}

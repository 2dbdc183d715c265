package io.urania.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextTest {

    @ParameterizedTest
    @CsvSource({"40, 0.0s", "2149, 2.1s", "9949, 9.9s", "9950, 10s", "59999, 1m00s", "185000, 3m05s", "3720000, 1h02m"})
    void durationsAreShortAndRounded(long milliseconds, String expected) {
        assertThat(Durations.exact(Duration.ofMillis(milliseconds))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"etcd, 4, etcd", "control plane, 7, contr..", "abc, 2, ab", "abc, 1, a"})
    void textIsCutWhereItDoesNotFit(String text, int width, String expected) {
        assertThat(Columns.cut(text, width)).isEqualTo(expected);
    }

    @Test
    void hostsAreShortenedToTheirFirstLabelWhereThatIsEnough() {
        HostNames names = new HostNames(List.of("clio.example.com", "a.one.net", "a.two.net", "10.42.253.40"));

        assertThat(names.of("clio.example.com")).isEqualTo("clio");
        assertThat(names.of("a.one.net")).isEqualTo("a.one.net");
        assertThat(names.of("10.42.253.40")).isEqualTo("10.42.253.40");
        assertThat(names.of("thalia.example.com")).isEqualTo("thalia.example.com");
        assertThat(names.width()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"24 80, true", "0 0, false", "'', false", "24 null, false", "24 80 1, false"})
    void onlyASensibleAnswerIsASize(String answer, boolean understood) {
        assertThat(TerminalSize.parse(answer).isPresent()).isEqualTo(understood);
    }

    @Test
    void theSizeIsAskedAgainAfterAWhileOnly() {
        AtomicInteger asked = new AtomicInteger();
        AtomicLong now = new AtomicLong();
        TerminalSize size = new TerminalSize(() -> Optional.of(new Size(asked.incrementAndGet(), 24)), now::get);

        assertThat(size.get().columns()).isEqualTo(1);
        now.set(Duration.ofSeconds(1).toNanos());
        assertThat(size.get().columns()).isEqualTo(1);
        now.set(Duration.ofSeconds(3).toNanos());
        assertThat(size.get().columns()).isEqualTo(2);
    }
}

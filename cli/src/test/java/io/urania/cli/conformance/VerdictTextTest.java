package io.urania.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.urania.cli.conformance.SpecReport.State;
import io.urania.cli.conformance.Specs.Extent;
import io.urania.cli.conformance.Specs.LeftOut;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class VerdictTextTest {

    private static final Circumstances WHEN = new Circumstances(
            "v1.36.3",
            5,
            2,
            OffsetDateTime.parse("2026-11-28T20:00:00Z"),
            Duration.ofSeconds(23 * 60 + 4),
            "./mvnw -Pconformance verify");
    private static final Verdict VERDICT = new Verdict(
            List.of(new SpecReport("[sig-a] one [Conformance]", State.PASSED, Duration.ofSeconds(1), "")),
            List.of(new SpecReport(
                    "[sig-a] two [Conformance]", State.FAILED, Duration.ofSeconds(1), "expected 1\nto equal 2\n")),
            List.of(
                    new LeftOut("[sig-a] four [Slow] [Conformance]", "[Slow]: at night"),
                    new LeftOut("[sig-a] three [Slow] [Conformance]", "[Slow]: at night")),
            List.of(),
            List.of());

    @Test
    void aTerminalGetsNumbersFailuresAndReasons() {
        assertThat(VerdictText.lines(VERDICT, WHEN)).isEqualTo("""
                Kubernetes' conformance tests v1.36.3, 5 nodes, 2 cores, 2026-11-28, 23 min 04 s
                passed       1
                failed       1
                left out     2

                failed: [sig-a] two [Conformance]
                  expected 1
                  to equal 2

                left out, [Slow]: at night
                  [sig-a] four [Slow] [Conformance]
                  [sig-a] three [Slow] [Conformance]
                """);
    }

    @Test
    void aPageGetsTheSameAndTheCommand() {
        assertThat(VerdictText.markdown(VERDICT, WHEN)).isEqualTo("""
                | | |
                |---|---|
                | passed | 1 |
                | failed | 1 |
                | left out | 2 |
                | Kubernetes | v1.36.3 |
                | nodes | 5, a virtual rack on 2 cores |
                | began | 2026-11-28 |
                | took | 23 min 04 s |
                | command | `./mvnw -Pconformance verify` |

                Failed:

                - \\[sig-a\\] two \\[Conformance\\]: expected 1

                Left out, \\[Slow\\]: at night:

                - \\[sig-a\\] four \\[Slow\\] \\[Conformance\\]
                - \\[sig-a\\] three \\[Slow\\] \\[Conformance\\]
                """);
    }

    @Test
    void whatDidNotRunIsNotPassedOver() {
        Verdict cutOff = new Verdict(List.of(), List.of(), List.of(), List.of("[sig-a] five"), List.of("[sig-b] six"));

        assertThat(VerdictText.lines(cutOff, WHEN))
                .contains("not run      1\n", "not run: [sig-a] five\n", "not in specs.txt: [sig-b] six\n");
        assertThat(VerdictText.markdown(cutOff, WHEN))
                .contains("| not run | 1 |\n", "- \\[sig-a\\] five: did not run\n");
    }

    @ParameterizedTest
    @EnumSource
    void thePageHasAPlaceForTheResultAndNothingElseOfItChanges(Extent extent) throws Exception {
        String page = Files.readString(ResultPage.FILE);

        String once = ResultPage.replaced(page, extent, "the result\n");

        assertThat(once).contains("\n\nthe result\n\n");
        assertThat(ResultPage.replaced(once, extent, "the result\n")).isEqualTo(once);
        String begin = "<!-- " + extent + " begin -->";
        String end = "<!-- " + extent + " end -->";
        assertThat(once).startsWith(page.substring(0, page.indexOf(begin)));
        assertThat(once).endsWith(page.substring(page.indexOf(end)));
    }

    @Test
    void aPageWithoutAPlaceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultPage.replaced("# Conformance\n", Extent.NIGHTLY, "the result\n"));
    }
}

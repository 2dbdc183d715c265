package io.urania.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.conformance.SpecReport.State;
import io.urania.cli.conformance.Specs.Extent;
import io.urania.cli.conformance.Specs.LeftOut;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VerdictTest {

    private static final String ONE = "[sig-a] one [Conformance]";
    private static final String TWO = "[sig-a] two [Conformance]";
    private static final String SERIAL = "[sig-a] three [Serial] [Conformance]";
    private static final Specs SPECS = new Specs(Set.of(ONE, TWO, SERIAL), List.of());

    private static Verdict verdict(SpecReport... reports) {
        return Verdict.of(
                SPECS,
                Extent.PARALLEL,
                _ -> true,
                new GinkgoReport(
                        List.of(reports), OffsetDateTime.parse("2026-11-28T20:00:00Z"), Duration.ofMinutes(23)));
    }

    private static SpecReport report(String name, State state, String message) {
        return new SpecReport(name, state, Duration.ofSeconds(1), message);
    }

    private static SpecReport passed(String name) {
        return report(name, State.PASSED, "");
    }

    @Test
    void isGoodWhenAllThatWasToRunPassed() {
        Verdict verdict = verdict(passed(ONE), passed(TWO), report(SERIAL, State.SKIPPED, ""));

        assertThat(verdict.isGood()).isTrue();
        assertThat(verdict.passed()).extracting(SpecReport::name).containsExactly(ONE, TWO);
        assertThat(verdict.leftOut()).extracting(LeftOut::name).containsExactly(SERIAL);
    }

    @Test
    void aSpecThatFailsIsNamed() {
        Verdict verdict = verdict(passed(ONE), report(TWO, State.FAILED, "no"));

        assertThat(verdict.isGood()).isFalse();
        assertThat(verdict.failed()).extracting(SpecReport::name).containsExactly(TWO);
    }

    @Test
    void aSpecThatWasToRunAndDidNotIsNoSuccess() {
        Verdict cutOff = verdict(passed(ONE));
        Verdict notFocused = verdict(passed(ONE), report(TWO, State.SKIPPED, ""));

        assertThat(cutOff.missing()).containsExactly(TWO);
        assertThat(notFocused.missing()).containsExactly(TWO);
        assertThat(cutOff.isGood()).isFalse();
    }

    @Test
    void aReasonThatTheSuiteGivesIsTold() {
        Verdict verdict = verdict(passed(ONE), report(TWO, State.SKIPPED, "needs two nodes\nand more"));

        assertThat(verdict.isGood()).isTrue();
        assertThat(verdict.leftOut()).contains(new LeftOut(TWO, "the suite says: needs two nodes"));
    }

    @Test
    void aSpecThatOurListDoesNotNameIsNoSuccess() {
        Verdict verdict = verdict(passed(ONE), passed(TWO), report("[sig-b] new [Conformance]", State.SKIPPED, ""));

        assertThat(verdict.strange()).containsExactly("[sig-b] new [Conformance]");
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void aSuiteThatCannotSetItselfUpIsNoSuccess() {
        Verdict verdict = verdict(passed(ONE), passed(TWO), report("AfterSuite", State.FAILED, "nodes are gone"));

        assertThat(verdict.failed()).extracting(SpecReport::name).containsExactly("AfterSuite");
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void nothingAtAllIsNoSuccess() {
        assertThat(Verdict.of(
                                new Specs(Set.of(), List.of()),
                                Extent.PARALLEL,
                                _ -> true,
                                new GinkgoReport(List.of(), OffsetDateTime.now(ZoneOffset.UTC), Duration.ZERO))
                        .isGood())
                .isFalse();
    }
}

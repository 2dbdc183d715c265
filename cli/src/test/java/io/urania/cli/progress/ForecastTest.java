package io.urania.cli.progress;

import static io.urania.cli.SamplePlan.CLIO_HOSTS;
import static io.urania.cli.SamplePlan.ETCD;
import static io.urania.cli.SamplePlan.JOIN;
import static io.urania.cli.SamplePlan.PANDORE_HOSTS;
import static io.urania.cli.SamplePlan.PLAN;
import static io.urania.cli.SamplePlan.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.console.Size;
import io.urania.cli.console.Style;
import io.urania.engine.event.Event;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.state.RecordedRun;
import io.urania.engine.state.RunHeader;
import io.urania.engine.state.RunId;
import io.urania.engine.state.RunOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ForecastTest {

    private static final PastDurations PAST =
            PastDurations.of(List.of(run(Map.of(PANDORE_HOSTS, 1, CLIO_HOSTS, 3, ETCD, 10, JOIN, 20))));

    @Test
    void theLongestChainThatIsLeftIsTheForecast() {
        Forecast forecast = Forecast.of(PLAN, PAST);

        // pandore's names, etcd, the join: 1 + 10 + 20 seconds.
        assertThat(forecast.left(at(0))).contains(Duration.ofSeconds(31));

        forecast.settled(PANDORE_HOSTS);
        forecast.started(ETCD, at(1));
        assertThat(forecast.left(at(5))).contains(Duration.ofSeconds(26));
    }

    @Test
    void aChangeThatTakesLongerThanBeforeIsAboutToEnd() {
        Forecast forecast = Forecast.of(PLAN, PAST);
        List.of(PANDORE_HOSTS, CLIO_HOSTS, ETCD).forEach(forecast::settled);
        forecast.started(JOIN, at(40));

        assertThat(forecast.left(at(90))).contains(Duration.ZERO);
    }

    @Test
    void changesOfOneLaneFollowEachOther() {
        PastDurations past =
                PastDurations.of(List.of(run(Map.of(PANDORE_HOSTS, 5, CLIO_HOSTS, 50, ETCD, 1, JOIN, 20))));
        Plan loose = new Plan(
                PLAN.changes().stream().map(ForecastTest::needingNothing).toList(), 0);

        assertThat(Forecast.of(loose, past).left(at(0))).contains(Duration.ofSeconds(70));
    }

    private static Change needingNothing(Change change) {
        return new Change(change.id(), change.phase(), change.lane(), change.difference(), Set.of());
    }

    @Test
    void whatTheNewestRunSaysCounts() {
        PastDurations past = PastDurations.of(List.of(run(Map.of(ETCD, 5)), run(Map.of(ETCD, 500, JOIN, 7))));

        assertThat(past.of(ETCD)).contains(Duration.ofSeconds(5));
        assertThat(past.of(JOIN)).contains(Duration.ofSeconds(7));
        assertThat(past.of(new TaskId("another", JOIN.name()))).contains(Duration.ofSeconds(7));
        assertThat(past.of(PANDORE_HOSTS)).isEmpty();
    }

    @Test
    void nothingIsSaidOfARunThatIsMostlyNew() {
        assertThat(Forecast.of(PLAN, PastDurations.of(List.of(run(Map.of(ETCD, 5)))))
                        .left(at(0)))
                .isEmpty();
        assertThat(Forecast.of(PLAN, PastDurations.NONE).left(at(0))).isEmpty();
    }

    @Test
    void theFirstLineTellsWhatIsLeft() {
        RunView view = new RunView(PLAN, START, Forecast.of(PLAN, PAST));
        view.finished(PANDORE_HOSTS);

        assertThat(view.lines(at(2), new Size(80, 24), Style.PLAIN))
                .first()
                .isEqualTo("1 of 4 changes, 2s, about 30s left");
    }

    private static RecordedRun run(Map<TaskId, Integer> seconds) {
        RunHeader header = new RunHeader(
                new RunId("1pk8x3q4"), START, "apply", List.of("inventory"), "0.1.0", "anna", "laptop", 4711);
        List<Event> events = seconds.entrySet().stream()
                .<Event>map(entry -> new Event.ChangeFinished(
                        START, entry.getKey(), "a phase", "a title", Duration.ofSeconds(entry.getValue())))
                .toList();
        return new RecordedRun(header, events, Optional.empty(), RunOutcome.DONE, true);
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}

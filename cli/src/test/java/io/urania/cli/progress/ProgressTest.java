package io.urania.cli.progress;

import static io.urania.cli.SamplePlan.CLIO;
import static io.urania.cli.SamplePlan.CLIO_HOSTS;
import static io.urania.cli.SamplePlan.ETCD;
import static io.urania.cli.SamplePlan.JOIN;
import static io.urania.cli.SamplePlan.PANDORE;
import static io.urania.cli.SamplePlan.PANDORE_HOSTS;
import static io.urania.cli.SamplePlan.PLAN;
import static io.urania.cli.SamplePlan.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.console.RecordedConsole;
import io.urania.cli.console.Size;
import io.urania.cli.console.Style;
import io.urania.control.port.RunProgress;
import io.urania.control.port.Steps;
import io.urania.engine.event.Detail;
import io.urania.engine.event.Event;
import io.urania.engine.event.PlannedChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    @Test
    void aPipeGetsOneLineForEachChangeThatIsDone() {
        RecordedConsole recorded = RecordedConsole.onPipes();
        RunProgress progress = new PlainProgress(recorded.console(), START, Output.TEXT);

        events().forEach(progress::accept);

        assertThat(recorded.output()).isEqualTo("""
                  0.0s reading the facts of 2 hosts
                  1.0s 4 changes on 2 hosts
                  2.0s pandore  host preparation: write /etc/hosts (0.5s)
                  2.2s clio     host preparation: write /etc/hosts (0.7s)
                   12s pandore  FAILED etcd: start etcd.service (9.8s)
                        etcd: address in use
                        exit 1
                """);
    }

    @Test
    void stepsNameTheHostThatTheyWaitFor() {
        RecordedConsole recorded = RecordedConsole.onPipes();
        Steps steps = new PlainSteps(recorded.console(), Clock.fixed(START, ZoneOffset.UTC));

        steps.started("Connect to 2 hosts");
        steps.waits().accept(new Event.FactsStarted(START, List.of("clio", "pandore")));
        steps.waits()
                .accept(new Event.Waiting(
                        START.plusSeconds(10), "clio", Event.CONNECTION, "a connection to 10.0.0.2:22", START));

        assertThat(recorded.output()).isEqualTo("""
                  0.0s Connect to 2 hosts ...
                  0.0s clio: waiting 10s for a connection to 10.0.0.2:22
                """);
    }

    @Test
    void whoAsksSeesCommandsAndThenAlsoWhatTheyPrint() {
        assertThat(transcript(Output.TEXT)).isEmpty();
        assertThat(transcript(Output.COMMANDS)).isEqualTo("""
                  2.0s pandore.friends.intra.example.com  runs (service etcd)
                        systemctl start "$unit"
                            && true
                """);
        assertThat(transcript(Output.TRANSCRIPT)).endsWith("""
                  3.0s pandore.friends.intra.example.com  printed (service etcd)
                        started?[2J
                """);
    }

    @Test
    void aResizedTerminalIsDrawnInItsNewSize() {
        RunView view = new RunView(PLAN, START, Forecast.NONE);
        view.started(ETCD, new HostRow.Running("etcd", "start etcd.service", at(0)));

        assertThat(view.lines(at(0), new Size(80, 24), Style.PLAIN))
                .element(1)
                .asString()
                .hasSize(80);
        assertThat(view.lines(at(0), new Size(50, 24), Style.PLAIN))
                .element(1)
                .asString()
                .hasSize(50);
    }

    @Test
    void framesAreOfLettersThatEveryTerminalHas() {
        RunView view = new RunView(PLAN, START, Forecast.NONE);
        view.started(ETCD, new HostRow.Running("etcd", "start etcd.service", at(0)));
        view.failed(CLIO_HOSTS, "write /etc/hosts");

        assertThat(view.lines(at(5000), new Size(80, 24), Style.PLAIN))
                .allMatch(line -> line.chars().allMatch(letter -> letter >= ' ' && letter < 127));
    }

    @Test
    void jsonIsOneEventPerLine() {
        RecordedConsole recorded = RecordedConsole.onPipes();
        RunProgress progress = new JsonProgress(recorded.console());

        events().forEach(progress::accept);

        assertThat(recorded.output().lines())
                .hasSize(events().size())
                .allMatch(line -> line.startsWith("{\"at\":\"") && line.endsWith(",\"version\":1}"));
    }

    @Test
    void aTerminalShowsWhatEachHostDoesNow() {
        RunView view = new RunView(PLAN, START, Forecast.NONE);
        view.started(PANDORE_HOSTS, new HostRow.Running("host preparation", "write /etc/hosts", at(0)));
        view.finished(PANDORE_HOSTS);
        view.started(ETCD, new HostRow.Running("etcd", "start etcd.service", at(2000)));

        assertThat(view.lines(at(14_300), new Size(80, 24), Style.PLAIN))
                .containsExactly(
                        "1 of 4 changes, 14s",
                        "  pandore  etcd             start etcd.service (12s)                         1/2",
                        "  clio     waiting                                                           0/2");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        RunView view = new RunView(PLAN, START, Forecast.NONE);
        view.started(ETCD, new HostRow.Running("etcd", "start etcd.service", at(0)));
        view.failed(CLIO_HOSTS, "write /etc/hosts");

        for (int columns = 1; columns < 90; columns++) {
            int width = columns;
            assertThat(view.lines(at(5000), new Size(width, 24), Style.PLAIN))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        }
    }

    @Test
    void hostsThatAreFinishedShareALine() {
        RunView view = new RunView(PLAN, START, Forecast.NONE);
        view.finished(CLIO_HOSTS);
        view.finished(JOIN);

        assertThat(view.lines(at(0), new Size(60, 24), Style.PLAIN))
                .containsExactly(
                        "2 of 4 changes, 0s",
                        "  pandore  waiting                                       0/2",
                        "  done (1): clio");
    }

    @Test
    void aLowTerminalShowsTheHostsAtWorkAndCountsTheOthers() {
        RunView view = new RunView(PLAN, START, Forecast.NONE);
        view.started(CLIO_HOSTS, new HostRow.Running("host preparation", "write /etc/hosts", at(0)));

        assertThat(view.lines(at(0), new Size(80, 5), Style.PLAIN))
                .containsExactly(
                        "0 of 4 changes, 0s",
                        "  clio     host preparation  write /etc/hosts                                0/2",
                        "  and 1 more host");
    }

    @Test
    void failuresStayAboveTheLiveLines() {
        RecordedConsole recorded = RecordedConsole.onPipes();
        try (RunProgress progress = new LiveProgress(
                recorded.console(), Clock.fixed(START, ZoneOffset.UTC), Output.TEXT, () -> PastDurations.NONE)) {
            events().forEach(progress::accept);
        }

        assertThat(recorded.output()).isEqualTo("""
                   12s pandore  FAILED etcd: start etcd.service (9.8s)
                        etcd: address in use
                        exit 1
                """);
    }

    private static String transcript(Output output) {
        RecordedConsole recorded = RecordedConsole.onPipes();
        RunProgress progress = new PlainProgress(recorded.console(), START, output);
        progress.detail(new Detail.Command(at(2000), ETCD, "systemctl start \"$unit\"\n    && true"));
        progress.detail(new Detail.Printed(at(3000), ETCD, "started\u001b[2J"));
        progress.detail(new Detail.Printed(at(3000), ETCD, ""));
        return recorded.output();
    }

    private static List<Event> events() {
        return List.of(
                new Event.FactsStarted(at(0), List.of(PANDORE, CLIO)),
                new Event.FactsRead(at(300), PANDORE, Duration.ofMillis(300)),
                new Event.FactsRead(at(400), CLIO, Duration.ofMillis(400)),
                new Event.RunStarted(
                        at(1000), PLAN.changes().stream().map(PlannedChange::of).toList()),
                new Event.ChangeStarted(at(1500), PANDORE_HOSTS, "host preparation", "write /etc/hosts"),
                new Event.ChangeFinished(
                        at(2000), PANDORE_HOSTS, "host preparation", "write /etc/hosts", Duration.ofMillis(500)),
                new Event.ChangeFinished(
                        at(2200), CLIO_HOSTS, "host preparation", "write /etc/hosts", Duration.ofMillis(700)),
                new Event.ChangeStarted(at(2000), ETCD, "etcd", "start etcd.service"),
                new Event.ChangeFailed(
                        at(11_800),
                        ETCD,
                        "etcd",
                        "start etcd.service",
                        Duration.ofMillis(9800),
                        "etcd: address in use\nexit 1\n"),
                new Event.ChangeBlocked(at(11_800), JOIN, "workers", "join the cluster", ETCD),
                new Event.RunFinished(at(11_900), Duration.ofMillis(10_900), 2, 1, 1, 0));
    }

    private static Instant at(long milliseconds) {
        return START.plusMillis(milliseconds);
    }
}

package io.urania.cli.progress;

import static io.urania.cli.SamplePlan.ETCD;
import static io.urania.cli.SamplePlan.JOIN;
import static io.urania.cli.SamplePlan.PANDORE;
import static io.urania.cli.SamplePlan.PLAN;
import static io.urania.cli.SamplePlan.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.cli.SamplePlan;
import io.urania.cli.console.RecordedConsole;
import io.urania.cli.report.RunJson;
import io.urania.control.port.RunProgress;
import io.urania.control.port.Steps;
import io.urania.engine.event.Event;
import io.urania.engine.event.PlannedChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/events.md says of every event that there is which members it has, and of no other. */
final class EventsDocumentationTest {

    private static final Path FILE = Path.of("..", "docs", "events.md");
    private static final Duration TOOK = Duration.ofMillis(1500);
    private static final Set<String> EVERYWHERE = Set.of("version", "event", "at");

    private static final List<Event> SAMPLES = List.of(
            new Event.FactsStarted(START, List.of(PANDORE)),
            new Event.FactsRead(START, PANDORE, TOOK),
            new Event.FactsFailed(START, PANDORE, "no route"),
            new Event.RunStarted(
                    START, PLAN.changes().stream().map(PlannedChange::of).toList()),
            new Event.BatchSent(START, PANDORE, List.of("service etcd")),
            new Event.ChangeStarted(START, ETCD, "etcd", "start"),
            new Event.ChangeFinished(START, ETCD, "etcd", "start", TOOK),
            new Event.ChangeFailed(START, ETCD, "etcd", "start", TOOK, "in use"),
            new Event.ChangeRepeated(START, ETCD, "etcd", "start", TOOK, "in use", 1, 3, TOOK),
            new Event.Waiting(START, PANDORE, "service etcd", "the other members", START),
            new Event.Waited(START, PANDORE, "service etcd", "the other members", TOOK),
            new Event.ChangeBlocked(START, JOIN, "workers", "join", ETCD),
            new Event.RunFinished(START, TOOK, 1, 1, 1, 1));

    @Test
    void everyKindOfEventHasASample() {
        assertThat(SAMPLES).extracting(Event::getClass).containsExactlyInAnyOrder(kinds());
    }

    @Test
    void whatIsPrintedIsWhatIsDocumented() throws Exception {
        Map<String, Set<String>> printed = new TreeMap<>();
        for (String line : lines()) {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            assertThat(json.get("version").getAsInt()).isEqualTo(1);
            Set<String> members = new TreeSet<>(json.keySet());
            members.removeAll(EVERYWHERE);
            printed.computeIfAbsent(json.get("event").getAsString(), _ -> new TreeSet<>())
                    .addAll(members);
        }

        assertThat(documented()).isEqualTo(printed);
    }

    @SuppressWarnings("unchecked")
    private static Class<Event>[] kinds() {
        return (Class<Event>[]) Event.class.getPermittedSubclasses();
    }

    private static List<String> lines() {
        RecordedConsole recorded = RecordedConsole.onPipes();
        RunProgress progress = new JsonProgress(recorded.console());
        SAMPLES.forEach(progress::accept);
        Steps steps = new JsonSteps(recorded.console(), Clock.fixed(START, ZoneOffset.UTC));
        steps.started("Make the bundle");
        steps.note("from a mirror");
        steps.finished();
        JsonLines results = new JsonLines(recorded.console());
        results.print(RunJson.of(SamplePlan.done()));
        results.print(RunJson.of(SamplePlan.interrupted()));
        return recorded.output().lines().toList();
    }

    /** The members of each event, from the tables. */
    private static Map<String, Set<String>> documented() throws Exception {
        Pattern word = Pattern.compile("`([a-z_-]+)`");
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.map(line -> line.split("\\|", 0))
                    .filter(cells -> cells.length == 4 && cells[1].strip().matches("`[a-z-]+`"))
                    .filter(cells -> !cells[1].contains("`event`"))
                    .collect(Collectors.toMap(
                            cells -> cells[1].strip().replace("`", ""),
                            cells -> word.matcher(cells[3])
                                    .results()
                                    .map((MatchResult match) -> match.group(1))
                                    .collect(Collectors.toCollection(TreeSet::new)),
                            (one, _) -> one,
                            TreeMap::new));
        }
    }
}

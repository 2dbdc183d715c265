package io.urania.engine.run;

import static io.urania.engine.run.Plans.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.event.PlannedChange;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CriticalPathTest {

    @Test
    void goesBackFromTheLastChangeToWhatItWaitedFor() {
        Change etcd = change("clio/etcd");
        Change files = change("clio/files", "clio/etcd");
        Change image = change("erato/image", Lane.IMAGES);
        Change init = change("clio/init", "clio/etcd");
        Change join = change("erato/join", "clio/init", "erato/image");
        Change quick = change("thalia/quick");
        Report report = report(Map.of(
                etcd, List.of(0, 5),
                files, List.of(5, 7),
                image, List.of(0, 9),
                init, List.of(8, 20),
                join, List.of(21, 30),
                quick, List.of(0, 1)));

        assertThat(CriticalPath.of(report).links())
                .containsExactly(
                        new CriticalPath.Link(PlannedChange.of(etcd), seconds(0), seconds(5)),
                        new CriticalPath.Link(PlannedChange.of(files), seconds(0), seconds(2)),
                        new CriticalPath.Link(PlannedChange.of(init), seconds(1), seconds(12)),
                        new CriticalPath.Link(PlannedChange.of(join), seconds(1), seconds(9)));
    }

    @Test
    void leavesOutWhatFailedAndIsEmptyWhereNothingRan() {
        Change a = change("clio/a");
        Report failed = new Report(
                Plans.of(a),
                Map.of(a.id(), new Status.Failed(Instant.EPOCH, Instant.EPOCH, "no", "")),
                Map.of(),
                Duration.ZERO);

        assertThat(CriticalPath.of(failed).links()).isEmpty();
    }

    @Test
    void changesOfNoDurationDoNotLeadInACircle() {
        Change a = change("clio/a");
        Change b = change("clio/b");
        Report report = report(Map.of(a, List.of(3, 3), b, List.of(3, 3)));

        assertThat(CriticalPath.of(report).links()).hasSize(1);
    }

    private static Report report(Map<Change, List<Integer>> times) {
        Map<TaskId, Status> statuses = new HashMap<>();
        times.forEach((change, time) -> statuses.put(
                change.id(),
                new Status.Done(Instant.ofEpochSecond(time.getFirst()), Instant.ofEpochSecond(time.getLast()))));
        return new Report(new Plan(List.copyOf(times.keySet()), 0), statuses, Map.of(), seconds(30));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}

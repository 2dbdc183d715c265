package io.urania.engine.run;

import static io.urania.engine.run.Plans.change;
import static io.urania.engine.run.Plans.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    private static final Status.Done DONE = new Status.Done(Instant.EPOCH, Instant.EPOCH);

    @Test
    void theChangeForWhichTheLongestChainWaitsGoesFirst() {
        Plan plan = Plans.of(
                change("clio/short"),
                change("clio/long"),
                change("erato/second", "clio/long"),
                change("thalia/third", "erato/second"),
                change("clio/fourth", "thalia/third"));

        assertThat(names(new Progress(plan).nextBatch().orElseThrow())).containsExactly("clio/long", "clio/short");
        assertThat(priorities(plan)).containsExactly(1, 4, 3, 2, 1);
    }

    @Test
    void theHostWithTheLongestChainGoesFirst() {
        Progress progress = new Progress(
                Plans.of(change("clio/a"), change("erato/a"), change("thalia/b", "erato/a"), change("thalia/a")));

        assertThat(names(progress.nextBatch().orElseThrow())).containsExactly("erato/a");
    }

    @Test
    void aBusyLaneGetsNothingMore() {
        Progress progress = new Progress(Plans.of(
                change("clio/a"), change("erato/a"), change("clio/b", "erato/a"), change("clio/image", Lane.IMAGES)));
        List<Change> first = progress.nextBatch().orElseThrow();
        progress.started(first);
        List<Change> second = progress.nextBatch().orElseThrow();
        progress.started(second);
        List<Change> third = progress.nextBatch().orElseThrow();
        progress.started(third);

        assertThat(List.of(names(first), names(second), names(third)))
                .containsExactlyInAnyOrder(List.of("clio/a"), List.of("erato/a"), List.of("clio/image"));
        assertThat(progress.nextBatch()).isEmpty();

        finish(progress, List.of(find(List.of(first, second, third), "erato/a")));
        assertThat(progress.nextBatch()).isEmpty();

        finish(progress, List.of(find(List.of(first, second, third), "clio/a")));
        assertThat(names(progress.nextBatch().orElseThrow())).containsExactly("clio/b");
    }

    @Test
    void whatWantsItsHostForItselfGetsIt() {
        Progress progress = new Progress(Plans.of(
                change("clio/image", Lane.IMAGES),
                change("clio/settings"),
                change("clio/restart", Lane.ALONE, "clio/settings"),
                change("clio/objects", Lane.API),
                change("clio/more", "clio/objects")));
        List<List<Change>> first = begin(progress);
        finish(progress, List.of(find(first, "clio/settings")));
        finish(progress, List.of(find(first, "clio/objects")));
        assertThat(progress.nextBatch()).isEmpty();

        finish(progress, List.of(find(first, "clio/image")));
        List<List<Change>> second = begin(progress);
        assertThat(second).hasSize(1);
        assertThat(names(second.getFirst())).containsExactly("clio/restart");

        finish(progress, second.getFirst());
        assertThat(names(progress.nextBatch().orElseThrow())).containsExactly("clio/more");
    }

    @Test
    void whatABatchDidNotComeToIsSentAgain() {
        Progress progress = new Progress(Plans.of(change("clio/a"), change("clio/b")));
        List<Change> batch = progress.nextBatch().orElseThrow();
        progress.started(batch);
        progress.failed(batch.getFirst(), new Status.Failed(Instant.EPOCH, Instant.EPOCH, "no", ""));
        progress.ended(batch);

        assertThat(progress.nextBatch()).contains(List.of(batch.getLast()));
        assertThat(progress.isFinished()).isFalse();
    }

    private static Change find(List<List<Change>> batches, String name) {
        return batches.stream()
                .flatMap(List::stream)
                .filter(change -> names(List.of(change)).contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<Change>> begin(Progress progress) {
        List<List<Change>> begun = new ArrayList<>();
        for (Optional<List<Change>> next = progress.nextBatch(); next.isPresent(); next = progress.nextBatch()) {
            progress.started(next.get());
            begun.add(next.get());
        }
        return begun;
    }

    private static void finish(Progress progress, List<Change> batch) {
        batch.forEach(change -> progress.done(change, DONE, ""));
        progress.ended(batch);
    }

    private static List<Integer> priorities(Plan plan) {
        Priorities priorities = new Priorities(plan);
        return plan.changes().stream().map(priorities::of).toList();
    }
}

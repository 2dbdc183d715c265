package io.urania.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ScopeTest {

    private static final TaskId FILES = new TaskId("clio", "files");
    private static final TaskId ETCD = new TaskId("pandore", "etcd");
    private static final TaskId JOIN = new TaskId("clio", "join");
    private static final TaskId MARKS = new TaskId("erato", "marks");
    private static final Plan PLAN = new Plan(
            List.of(
                    change(FILES, "host", Set.of()),
                    change(ETCD, "etcd", Set.of()),
                    change(JOIN, "workers", Set.of(ETCD)),
                    change(MARKS, "workers", Set.of(JOIN))),
            3);

    @Test
    void theWholePlanIsItself() {
        assertThat(Scope.ALL.of(PLAN)).isEqualTo(PLAN);
    }

    @Test
    void theChangesOfAHostBringWhatTheyNeedOnOthers() {
        assertThat(ids(new Scope(Set.of("clio"), Set.of()))).containsExactly(FILES, ETCD, JOIN);
    }

    @Test
    void theChangesOfAPhaseBringWhatTheyNeedInOthers() {
        assertThat(ids(new Scope(Set.of(), Set.of("workers")))).containsExactly(ETCD, JOIN, MARKS);
    }

    @Test
    void bothTogetherMeanWhatIsInBoth() {
        assertThat(ids(new Scope(Set.of("clio"), Set.of("host")))).containsExactly(FILES);
        assertThat(ids(new Scope(Set.of("erato"), Set.of("etcd")))).isEmpty();
    }

    @Test
    void whatOnlyComesBeforeInATurnIsNotBrought() {
        Change first = restart(new TaskId("pandore", "etcd"), Set.of());
        Change second = restart(new TaskId("hellenes", "etcd"), Set.of(first.id()));

        Plan part = new Scope(Set.of("hellenes"), Set.of()).of(new Plan(List.of(first, second), 0));

        assertThat(part.changes()).singleElement().satisfies(change -> {
            assertThat(change.id()).isEqualTo(second.id());
            assertThat(change.needs()).isEmpty();
        });
    }

    private static Change restart(TaskId id, Set<TaskId> needs) {
        Difference difference = Difference.of(Action.RESTART, id.name(), "", "", Operation.of(""));
        return new Change(id, "etcd", Lane.SYSTEM, difference.inTurn("etcd members"), needs);
    }

    private static List<TaskId> ids(Scope scope) {
        return scope.of(PLAN).changes().stream().map(Change::id).toList();
    }

    private static Change change(TaskId id, String phase, Set<TaskId> needs) {
        return new Change(
                id, phase, Lane.SYSTEM, Difference.of(Action.RUN, id.name(), "", "", Operation.of("")), needs);
    }
}

package io.urania.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TaskGraphTest {

    @Test
    void putsEveryTaskAfterWhatItNeedsAndKeepsTheOrderOtherwise() {
        assertThat(order(Tasks.task("d", "b"), Tasks.task("c"), Tasks.task("b", "a"), Tasks.task("a")))
                .containsExactly("a", "b", "d", "c");
    }

    @Test
    void takesNoTaskTwiceThoughManyNeedIt() {
        assertThat(order(Tasks.task("a"), Tasks.task("b", "a"), Tasks.task("c", "a", "b"), Tasks.task("d", "c", "a")))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void carriesLongChains() {
        List<Task> chain = Stream.iterate(1, number -> number + 1)
                .limit(1000)
                .map(number -> number == 1000 ? Tasks.task("1000") : Tasks.task("" + number, "" + (number + 1)))
                .toList();

        assertThat(TaskGraph.of(chain).ordered()).hasSize(1000).first().isEqualTo(chain.getLast());
    }

    @Test
    void refusesCircles() {
        assertThatThrownBy(() -> order(Tasks.task("a", "c"), Tasks.task("b", "a"), Tasks.task("c", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("cycle", "clio: a", "clio: b", "clio: c");
    }

    @Test
    void refusesATaskThatNeedsItself() {
        assertThatThrownBy(() -> order(Tasks.task("a", "a"))).hasMessageContaining("cycle");
    }

    @Test
    void refusesTwoTasksOfOneName() {
        assertThatThrownBy(() -> order(Tasks.task("a"), Tasks.task("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two tasks are named \"clio: a\"");
    }

    @Test
    void refusesANeedThatIsNoTask() {
        assertThatThrownBy(() -> order(Tasks.task("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"clio: a\" needs \"clio: b\", which is not a task");
    }

    private static List<String> order(Task... tasks) {
        return TaskGraph.of(List.of(tasks)).ordered().stream()
                .map(task -> task.id().name())
                .toList();
    }
}

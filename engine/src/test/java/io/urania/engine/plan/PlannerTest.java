package io.urania.engine.plan;

import static io.urania.engine.plan.Tasks.change;
import static io.urania.engine.plan.Tasks.id;
import static io.urania.engine.plan.Tasks.satisfied;
import static io.urania.engine.plan.Tasks.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlannerTest {

    @Test
    void aPlanWithoutDifferencesIsEmpty() {
        Plan plan = plan(satisfied("a"), satisfied("b", "a"));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.unchanged()).isEqualTo(2);
    }

    @Test
    void keepsTheNeedsThatChangeSomething() {
        Plan plan = plan(task("a"), satisfied("b"), task("c", "a", "b"));

        assertThat(plan.changes()).extracting(Change::id).containsExactly(id("a"), id("c"));
        assertThat(needs(plan, "c")).containsExactly(id("a"));
        assertThat(plan.unchanged()).isEqualTo(1);
    }

    @Test
    void aSatisfiedTaskPassesItsNeedsOn() {
        Plan plan = plan(
                task("package"),
                task("file"),
                satisfied("service", "package", "file"),
                satisfied("check", "service"),
                task("join", "check"));

        assertThat(needs(plan, "join")).containsExactlyInAnyOrder(id("package"), id("file"));
    }

    @Test
    void changesOfOneTurnFollowOneAnother() {
        Plan plan = plan(
                task("first", _ -> Optional.of(change("first").inTurn("members"))),
                task("other", _ -> Optional.of(change("other").inTurn("others"))),
                satisfied("second"),
                task("third", _ -> Optional.of(change("third").inTurn("members"))));

        assertThat(needs(plan, "first")).isEmpty();
        assertThat(needs(plan, "other")).isEmpty();
        assertThat(needs(plan, "third")).containsExactly(id("first"));
    }

    @Test
    void aTaskKnowsWhatWillHaveChangedBeforeIt() {
        Plan plan = plan(
                task("file"),
                satisfied("program"),
                task(
                        "service",
                        planning -> planning.isChanging(id("file")) && !planning.isChanging(id("program"))
                                ? Optional.of(change("service"))
                                : Optional.empty(),
                        "file",
                        "program"));

        assertThat(plan.changes()).extracting(Change::id).containsExactly(id("file"), id("service"));
    }

    @Test
    void whatAChangeIsMadeFromIsNeededToo() {
        Plan plan = plan(
                task("token"),
                satisfied("certificate"),
                task("join", _ -> Optional.of(change("join", "token", "certificate"))));

        assertThat(needs(plan, "join")).containsExactly(id("token"));
    }

    @Test
    void aTaskSeesTheFactsOfItsOwnHostAndOfAllOthers() {
        plan(task("look", planning -> {
            assertThat(planning.task()).isEqualTo(id("look"));
            assertThat(planning.facts().host()).isEqualTo("clio");
            assertThat(planning.book().knows("erato")).isFalse();
            assertThatThrownBy(() -> planning.book().of("erato")).hasMessage("there are no facts about erato");
            return Optional.empty();
        }));
    }

    private static Set<TaskId> needs(Plan plan, String name) {
        return plan.changes().stream()
                .filter(change -> change.id().equals(id(name)))
                .findFirst()
                .orElseThrow()
                .needs();
    }

    private static Plan plan(Task... tasks) {
        return Planner.plan(
                TaskGraph.of(List.of(tasks)),
                new FactBook(Map.of("clio", Facts.of("clio").build())));
    }
}

package io.urania.engine.plan;

import static io.urania.engine.plan.Tasks.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RecordedPlanTest {

    private static final Fingerprints FINGERPRINTS = new Fingerprints("00ff");
    private static final Change PROGRAM = change("program", State.words("absent"), State.words("1 MB"));
    private static final Change KEY = change("key", State.secret("other content", "old"), State.secret("key", "new"));

    @Test
    void thePlanItselfHasNotMoved() {
        assertThat(recorded(PROGRAM, KEY).departures(plan(PROGRAM, KEY))).isEmpty();
    }

    @Test
    void whetherAFileWasReadIsNoDifference() {
        State.Content read = new State.Content("other", "/etc/x", "0a", Optional.of("text"));
        State.Content unread = new State.Content("other", "/etc/x", "0a", Optional.empty());

        assertThat(recorded(change("file", read, State.words("")))
                        .departures(plan(change("file", unread, State.words("")))))
                .isEmpty();
    }

    @Test
    void namesTheHostAndTheThingThatMoved() {
        Change moved = change("program", State.words("sha256 12"), State.words("1 MB"));

        assertThat(recorded(PROGRAM).departures(plan(moved)))
                .containsExactly("clio: program: state was: absent; now: sha256 12");
    }

    @Test
    void namesWhatIsNotNeededAnyMoreAndWhatIsNew() {
        assertThat(recorded(PROGRAM).departures(plan(KEY)))
                .containsExactly(
                        "clio: program: nothing left to change; was: do program", "clio: key: not in the plan: do key");
    }

    @Test
    void seesAnotherSecretWithoutTellingIt() {
        Change other = change("key", State.secret("other content", "tampered"), State.secret("key", "new"));

        assertThat(recorded(KEY).departures(plan(other)))
                .singleElement()
                .asString()
                .startsWith("clio: key: do key: its content")
                .doesNotContain("tampered");
    }

    @Test
    void seesThatSomethingElseGoesBefore() {
        Change later = new Change(PROGRAM.id(), "phase", Lane.SYSTEM, PROGRAM.difference(), Set.of(id("key")));

        assertThat(recorded(PROGRAM).departures(plan(later))).hasSize(1);
    }

    @Test
    void anotherSaltMakesOtherFingerprints() {
        assertThat(FINGERPRINTS.of(KEY)).isNotEqualTo(new Fingerprints("00fe").of(KEY));
    }

    private static Change change(String name, State before, State after) {
        return new Change(
                id(name),
                "phase",
                Lane.SYSTEM,
                Difference.of(Action.CHANGE, "do " + name, before, after, Operation.of("")),
                Set.of());
    }

    private static Plan plan(Change... changes) {
        return new Plan(List.of(changes), 0);
    }

    private static RecordedPlan recorded(Change... changes) {
        return new RecordedPlan(
                Scope.ALL,
                FINGERPRINTS,
                List.of(changes).stream()
                        .map(change -> new RecordedPlan.Entry(
                                change.id(),
                                change.title(),
                                change.difference().before().summary(),
                                change.difference().after().summary(),
                                FINGERPRINTS.of(change)))
                        .toList());
    }
}

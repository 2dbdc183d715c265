package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.control.stage.PartOfPlan;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Fingerprints;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Reason;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.Scope;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.TextDifference;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A plan as one JSON object, without secrets: docs/plan-json.md describes it, docs/plan.schema.json is its schema. */
public final class PlanJson {

    /** Version of the format. Members may be added; whatever else a reader has to know raises it. */
    static final int FORMAT = 1;

    private PlanJson() {}

    /** The plan as it is printed. */
    public static JsonObject of(PartOfPlan part) {
        return of(part, Optional.empty());
    }

    /** The plan as it is kept, with what shows later whether it still is the plan. */
    static JsonObject kept(PartOfPlan part, Fingerprints fingerprints) {
        JsonObject json = of(part, Optional.of(fingerprints));
        json.addProperty("salt", fingerprints.salt());
        return json;
    }

    private static JsonObject of(PartOfPlan part, Optional<Fingerprints> fingerprints) {
        Plan plan = part.plan();
        JsonArray changes = new JsonArray();
        for (Change change : plan.changes()) {
            JsonObject json = of(change);
            fingerprints.ifPresent(kept -> json.addProperty("fingerprint", kept.of(change)));
            changes.add(json);
        }
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.add("scope", of(part.scope()));
        json.add("changes", changes);
        json.addProperty("unchanged", plan.unchanged());
        json.addProperty("left_out", part.leftOut());
        return json;
    }

    private static JsonObject of(Scope scope) {
        JsonObject json = new JsonObject();
        json.add("hosts", texts(scope.hosts()));
        json.add("phases", texts(scope.phases()));
        return json;
    }

    private static JsonObject of(Change change) {
        JsonArray needs = new JsonArray();
        change.needs().stream().sorted().forEach(need -> needs.add(of(need)));
        JsonArray reasons = new JsonArray();
        change.reasons().forEach(reason -> reasons.add(of(reason)));
        JsonArray interrupts = new JsonArray();
        change.difference().interrupts().forEach(interruption -> interrupts.add(of(interruption)));
        JsonObject json = of(change.id());
        json.addProperty("phase", change.phase());
        json.addProperty("lane", change.lane().name().toLowerCase(Locale.ROOT));
        json.addProperty("action", change.difference().action().word());
        json.addProperty("title", change.title());
        json.add("before", of(change.difference().before()));
        json.add("after", of(change.difference().after()));
        List<String> diff = TextDifference.of(change.difference());
        if (!diff.isEmpty()) {
            json.addProperty("diff", String.join("\n", diff) + "\n");
        }
        json.add("reasons", reasons);
        json.add("interrupts", interrupts);
        json.add("patience", of(change.difference().patience()));
        change.difference().turn().ifPresent(turn -> json.addProperty("turn", turn));
        json.add("needs", needs);
        return json;
    }

    private static JsonObject of(State state) {
        JsonObject json = new JsonObject();
        String kind = switch (state) {
            case State.Words _ -> "words";
            case State.Content content -> {
                json.addProperty("subject", content.subject());
                json.addProperty("sha256", content.sha256());
                yield "content";
            }
            case State.Secret _ -> "secret";
            case State.KnownAfterApply known -> {
                known.from().ifPresent(from -> json.add("from", of(from)));
                yield "known-after-apply";
            }
        };
        json.addProperty("kind", kind);
        json.addProperty("summary", state.summary());
        return json;
    }

    private static JsonObject of(TaskId id) {
        JsonObject json = new JsonObject();
        json.addProperty("host", id.host());
        json.addProperty("task", id.name());
        return json;
    }

    private static JsonObject of(Reason reason) {
        JsonObject json = new JsonObject();
        json.addProperty("variable", reason.variable());
        json.addProperty("place", reason.place());
        return json;
    }

    private static JsonObject of(RetryPolicy patience) {
        JsonObject json = new JsonObject();
        json.addProperty("limit_seconds", patience.limit().toSeconds());
        json.addProperty("attempts", patience.attempts());
        return json;
    }

    private static JsonObject of(Interruption interruption) {
        JsonObject json = new JsonObject();
        json.addProperty("what", interruption.what());
        json.addProperty("effect", interruption.effect());
        return json;
    }

    private static JsonArray texts(Collection<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}

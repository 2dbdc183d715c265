package io.urania.cluster.phases;

import io.urania.engine.batch.Payload;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Outputs;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads plans, for tests. */
final class Plans {
    private Plans() {}

    static TaskId id(String shortName, String task) {
        return new TaskId(ArticleRack.host(shortName), task);
    }

    static boolean isJoin(TaskId id) {
        return id.name().equals("kubeadm join");
    }

    static List<TaskId> ids(Plan plan) {
        return plan.changes().stream().map(Change::id).toList();
    }

    static List<TaskId> named(Plan plan, String task) {
        return ids(plan).stream().filter(id -> id.name().equals(task)).toList();
    }

    static Change change(Plan plan, TaskId id) {
        return plan.changes().stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in the plan"));
    }

    /** Everything that must be done before a change. */
    static Set<TaskId> behind(Plan plan, TaskId id) {
        Set<TaskId> behind = new TreeSet<>();
        for (TaskId need : change(plan, id).needs()) {
            behind.add(need);
            behind.addAll(behind(plan, need));
        }
        return behind;
    }

    static String payloads(Change change) {
        return payloads(change, _ -> Optional.empty());
    }

    static String payloads(Change change, Outputs outputs) {
        return change.difference().operation().apply(outputs).payloads().stream()
                .map(Plans::text)
                .collect(Collectors.joining());
    }

    static String text(Payload payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            payload.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

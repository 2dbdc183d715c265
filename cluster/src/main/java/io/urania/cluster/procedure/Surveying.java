package io.urania.cluster.procedure;

import io.urania.cluster.preflight.Preflight;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Task;
import io.urania.engine.system.SystemProbe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must be known of hosts by those who make their plan of tasks, after rules have been asked. */
public final class Surveying {

    private Surveying() {}

    /** All questions, by host. */
    public static Map<String, List<Question<?>>> questions(ClusterSpec spec, List<Task> tasks, Preflight preflight) {
        Map<String, List<Question<?>>> questions = new HashMap<>();
        for (HostSpec host : spec.hosts()) {
            questions.put(host.name(), new ArrayList<>(List.of(SystemProbe.QUESTION)));
        }
        for (Task task : tasks) {
            questions
                    .computeIfAbsent(task.id().host(), _ -> new ArrayList<>())
                    .addAll(task.work().questions());
        }
        preflight
                .questions()
                .forEach((host, asked) ->
                        questions.computeIfAbsent(host, _ -> new ArrayList<>()).addAll(asked));
        return questions;
    }
}

package io.urania.cluster.procedure;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Preflight;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Planner;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TaskGraph;
import io.urania.engine.system.SystemProbe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a procedure has that makes its plan of phases' tasks, after rules have judged the hosts.
 *
 * @param view how what the cluster tells is read
 * @param preflight the rules
 */
public record CheckedTasks(ClusterSpec spec, ClusterView view, List<Task> tasks, Preflight preflight) {

    public CheckedTasks {
        tasks = List.copyOf(tasks);
    }

    /** What must be known of each host. */
    public Map<String, List<Question<?>>> questions() {
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

    /** What rules find; errors first. */
    public List<Finding> findings(FactBook book) {
        return preflight.findings(new Situation(spec, view, book));
    }

    /** What has to change. */
    public Plan plan(FactBook book) {
        return Planner.plan(TaskGraph.of(tasks), book);
    }
}

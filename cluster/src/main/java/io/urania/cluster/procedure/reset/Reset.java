package io.urania.cluster.procedure.reset;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Removal;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.procedure.Procedure;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.note.PuttingBack;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes the cluster from its hosts, all hosts at once: whatever the phases say that they leave. Each step works where nothing is left, so
 * that a reset that was cut off is finished by another one.
 */
public final class Reset implements Procedure {

    private static final String PHASE = "reset";
    private static final Plan NOTHING = new Plan(List.of(), 0);

    private final ClusterSpec spec;
    private final LeftBehind left;

    public Reset(ClusterSpec spec) {
        this.spec = spec;
        this.left = new LeftBehind(spec);
    }

    @Override
    public String name() {
        return "reset";
    }

    /** From the last to the first. */
    @Override
    public List<PhaseDescription> phases() {
        return Phases.descriptions().reversed();
    }

    /** None: a host is asked nothing that could keep it from being freed. */
    @Override
    public Map<String, List<Question<?>>> questions() {
        return Map.of();
    }

    @Override
    public List<Finding> findings(FactBook book) {
        return List.of();
    }

    @Override
    public Plan plan(FactBook book) {
        Scripts scripts = Scripts.of(spec, left);
        List<Change> changes = new ArrayList<>();
        for (HostSpec host : spec.hosts()) {
            changes.addAll(steps(host, scripts));
        }
        return new Plan(changes, 0);
    }

    @Override
    public void keepSecrets() {}

    @Override
    public Plan verification() {
        return NOTHING;
    }

    /** What does not differ by host. */
    private record Scripts(String node, String etcd, String balancer, String cleared, String last, String nothingLeft) {

        static Scripts of(ClusterSpec spec, LeftBehind left) {
            return new Scripts(
                    // A node that was a control plane host once has what these have: where nothing is, nothing is
                    // taken.
                    Removal.script(Stream.of(Place.NODES, Place.CONTROL_PLANE, Place.FIRST_CONTROL_PLANE, Place.WORKERS)
                            .flatMap(place -> left.on(place).stream())
                            .toList()),
                    Removal.script(left.on(Place.ETCD)),
                    Removal.script(left.on(Place.BALANCERS)),
                    Removal.cleared(left.everywhere()),
                    Removal.last(left.on(Place.ALL_HOSTS)),
                    NothingLeft.script(spec));
        }
    }

    private List<Change> steps(HostSpec host, Scripts scripts) {
        boolean isNode = has(host, Place.NODES);
        boolean isMember = has(host, Place.ETCD);
        List<Change> steps = new ArrayList<>();
        if (isNode) {
            add(steps, host, "remove Kubernetes from the node", scripts.node());
        }
        if (isMember) {
            add(steps, host, "remove etcd and its data", scripts.etcd());
        }
        if (has(host, Place.BALANCERS)) {
            add(steps, host, "stop the balancer", scripts.balancer());
        }
        add(
                steps,
                host,
                "remove what earlier inventories had here",
                FormerRoles.script(
                        spec,
                        scripts.node(),
                        isNode,
                        isMember && !spec.etcd().units().isEmpty()));
        add(
                steps,
                host,
                "put back the files that were there before",
                PuttingBack.files(Removal.written(of(host))) + scripts.cleared());
        add(steps, host, "remove our lines from /etc/hosts", scripts.last());
        add(steps, host, "check that nothing is left", scripts.nothingLeft() + PuttingBack.units());
        return steps;
    }

    private static void add(List<Change> steps, HostSpec host, String title, String script) {
        Set<TaskId> needs = steps.isEmpty() ? Set.of() : Set.of(steps.getLast().id());
        steps.add(new Change(
                new TaskId(host.name(), title),
                PHASE,
                Lane.SYSTEM,
                Difference.of(Action.REMOVE, title, "part of a cluster", "as before", Operation.of(script)),
                needs));
    }

    private boolean has(HostSpec host, Place place) {
        return Place.hosts(List.of(place), spec).contains(host);
    }

    private List<Leftover> of(HostSpec host) {
        return List.of(Place.values()).stream()
                .filter(place -> has(host, place))
                .flatMap(place -> left.on(place).stream())
                .toList();
    }
}

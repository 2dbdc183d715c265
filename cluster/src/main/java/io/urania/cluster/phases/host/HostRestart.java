package io.urania.cluster.phases.host;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.boot.Restart;
import io.urania.engine.resource.service.Gate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A host's restart, which waits for its turn only where there is a cluster that would notice.
 *
 * @param restart as it is without one
 * @param gate of the host in a cluster
 */
record HostRestart(HostSpec host, Restart restart, Gate gate, ClusterView view) implements Work {

    /** Each host of the control plane is asked for the cluster: to be known as none it must be so to all of them. */
    @Override
    public List<Question<?>> questions() {
        return Stream.concat(restart.questions().stream(), view.questions(host).stream())
                .toList();
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        return (view.mayExist(planning.book()) ? restart.through(gate) : restart).difference(planning);
    }

    /** Whether a node of the cluster is going to be away. */
    boolean takesAway(String node, Planning planning) {
        return view.node(planning.book(), node).isPresent()
                && !restart.reasons(node, planning).isEmpty();
    }
}

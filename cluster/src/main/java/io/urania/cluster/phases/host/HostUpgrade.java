package io.urania.cluster.phases.host;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.packages.Upgrade;
import io.urania.engine.resource.service.Gate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A host's upgrade, which waits for its turn only where there is a cluster that would notice.
 *
 * @param upgrade as it is without one
 * @param gate of the host in a cluster
 */
record HostUpgrade(HostSpec host, Upgrade upgrade, Gate gate, ClusterView view) implements Resource {

    @Override
    public String name() {
        return upgrade.name();
    }

    /** See {@link HostRestart#questions}. */
    @Override
    public List<Question<?>> questions() {
        return Stream.concat(upgrade.questions().stream(), view.questions(host).stream())
                .toList();
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        return (view.mayExist(planning.book()) ? upgrade.through(gate) : upgrade).difference(planning);
    }
}

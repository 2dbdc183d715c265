package io.urania.cluster.preflight;

import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import java.util.List;

/** A rule that looks at one host at a time. */
public interface HostRule extends Rule {

    /**
     * What is wrong on a host.
     *
     * @param facts with an answer to every question of the rule
     */
    List<Finding> findings(HostSpec host, Facts facts, Situation situation);

    @Override
    default List<Finding> findings(Situation situation) {
        return situation.spec().hosts().stream()
                .filter(host -> situation.hasAnswered(this, host))
                .flatMap(host -> findings(host, situation.facts(host), situation).stream())
                .toList();
    }
}

package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.UnitProbe;
import java.util.List;

/** A package of the balancer in front of the API is not upgraded, and its service not restarted, while nobody looks. */
record UnattendedUpgrades() implements HostRule {
    private static final String UNIT = "unattended-upgrades.service";

    @Override
    public String id() {
        return "unattended-upgrades";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "unattended-upgrades runs on a load balancer of group loadbalancer",
                "it restarts HAProxy at any hour, and all connections to the API break",
                "blacklist haproxy in /etc/apt/apt.conf.d",
                "unattended-upgrades, README");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return spec.balancers().contains(host) ? List.of(UnitProbe.of(UNIT)) : List.of();
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        if (!situation.spec().balancers().contains(host)
                || !facts.answer(UnitProbe.of(UNIT)).isActive()) {
            return List.of();
        }
        return List.of(warning(
                host.name(),
                "unattended-upgrades may upgrade HAProxy at any hour",
                "it restarts the service, and all connections to the API break for a moment",
                "echo 'Unattended-Upgrade::Package-Blacklist { \"haproxy\"; };' >/etc/apt/apt.conf.d/60urania"));
    }
}

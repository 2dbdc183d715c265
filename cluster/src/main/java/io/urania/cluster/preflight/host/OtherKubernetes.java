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

/** No other Kubernetes runs on the host, and nobody else's containers on a node. */
record OtherKubernetes() implements HostRule {
    private static final String SAME_PORTS = "it wants the same ports, interfaces and firewall rules";

    private static final List<Stranger> STRANGERS = List.of(
            new Stranger("k3s.service", Level.ERROR, SAME_PORTS, "k3s-uninstall.sh"),
            new Stranger("k3s-agent.service", Level.ERROR, SAME_PORTS, "k3s-agent-uninstall.sh"),
            new Stranger("rke2-server.service", Level.ERROR, SAME_PORTS, "rke2-uninstall.sh"),
            new Stranger("rke2-agent.service", Level.ERROR, SAME_PORTS, "rke2-uninstall.sh"),
            new Stranger("k0scontroller.service", Level.ERROR, SAME_PORTS, "k0s stop && k0s reset"),
            new Stranger("k0sworker.service", Level.ERROR, SAME_PORTS, "k0s stop && k0s reset"),
            new Stranger("snap.microk8s.daemon-kubelite.service", Level.ERROR, SAME_PORTS, "snap remove microk8s"),
            new Stranger(
                    "crio.service",
                    Level.WARNING,
                    "its containers share the node's memory without Kubernetes knowing of them",
                    "systemctl disable --now crio.service"),
            new Stranger(
                    "docker.service",
                    Level.WARNING,
                    "its containers share the node's memory without Kubernetes knowing of them, and its firewall rules"
                            + " drop forwarded packets",
                    "if nobody needs it: systemctl disable --now docker.service docker.socket"));

    /** A unit of somebody else, what it does to a node, and what ends it. */
    private record Stranger(String unit, Level level, String why, String remedy) {}

    @Override
    public String id() {
        return "other-kubernetes";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "k3s, rke2, k0s or microk8s runs (error); Docker or CRI-O runs on a node (warning)",
                "they want the same ports and rules; their containers share the memory",
                "uninstall them",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return STRANGERS.stream()
                .<Question<?>>map(stranger -> UnitProbe.of(stranger.unit()))
                .toList();
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        boolean node = situation.spec().node(host.name()).isPresent();
        return STRANGERS.stream()
                .filter(stranger -> node || stranger.level() == Level.ERROR)
                .filter(stranger -> facts.answer(UnitProbe.of(stranger.unit())).isActive())
                .map(stranger -> new Finding(
                        id(),
                        stranger.level(),
                        host.name(),
                        stranger.unit() + " runs",
                        stranger.why(),
                        stranger.remedy()))
                .toList();
    }
}

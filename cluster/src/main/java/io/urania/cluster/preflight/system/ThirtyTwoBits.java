package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.util.List;
import java.util.Set;

/**
 * A system of 32 bits may be a worker's up to Kubernetes 1.26, the last version with programs for it (kubernetes issue 115738), never a control plane
 * host's or an etcd member's: etcd does not promise to keep data there (etcd documentation, "Supported platforms"). The system counts and not the
 * kernel: Raspberry Pi OS of 32 bits has a kernel of 64.
 */
record ThirtyTwoBits() implements HostRule {
    private static final int LAST_MINOR = 26;
    private static final Set<String> WIDE = Set.of("aarch64", "x86_64");

    @Override
    public String id() {
        return "32-bit-system";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "the system (not the kernel) has 32 bits, on a control plane host or etcd member, or on a worker with Kubernetes 1.27 or newer",
                "etcd is not safe there, and Kubernetes has no programs for it",
                "install the 64-bit image, also where `uname -m` says aarch64; 32-bit workers: `kube_version` up to 1.26",
                "Kubernetes issue 115738; etcd, \"Supported platforms\"");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        ClusterSpec spec = situation.spec();
        SystemFact system = facts.answer(SystemProbe.QUESTION);
        boolean keepsData = spec.etcdMemberOn(host.name()).isPresent()
                || spec.controlPlane().stream().anyMatch(node -> node.name().equals(host.name()));
        boolean isTooNew =
                spec.node(host.name()).isPresent() && spec.kubernetes().minor() > LAST_MINOR;
        if (system.wordBits() == 64 || !(keepsData || isTooNew)) {
            return List.of();
        }
        return List.of(error(
                host.name(),
                "its system has 32 bits" + (WIDE.contains(system.machine()) ? ", although its kernel has 64" : ""),
                keepsData
                        ? "etcd and the control plane need 64 bits"
                        : "Kubernetes has had no programs for 32 bits since 1.27",
                "install the 64-bit image of the system"
                        + (WIDE.contains(system.machine()) ? "" : ", which a Raspberry Pi 3 or newer can run")
                        + (keepsData ? "; 32-bit hosts can be workers up to 1.26" : "; or set kube_version to 1.26")));
    }
}

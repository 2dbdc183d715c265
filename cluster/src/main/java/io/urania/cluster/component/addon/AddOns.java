package io.urania.cluster.component.addon;

import io.urania.cluster.component.AddOn;
import io.urania.cluster.component.addon.coredns.CoreDns;
import io.urania.cluster.component.addon.csrapprover.CsrApprover;
import io.urania.cluster.component.addon.helm.Helm;
import io.urania.cluster.component.addon.metricsserver.MetricsServer;
import io.urania.cluster.component.addon.nodelocaldns.NodeLocalDns;
import io.urania.cluster.component.addon.podsecurity.PodSecurityPolicies;
import io.urania.cluster.spec.ClusterSpec;
import java.util.List;

/** The add-ons that there are. */
public final class AddOns {

    /** In the order in which they are needed. */
    public static final List<AddOn> ALL = List.of(
            new PodSecurityPolicies(),
            CoreDns.first(),
            CoreDns.second(),
            NodeLocalDns.first(),
            NodeLocalDns.second(),
            new CsrApprover(),
            new MetricsServer(),
            new Helm());

    private AddOns() {}

    /** Those that a cluster is to have. */
    public static List<AddOn> wanted(ClusterSpec spec) {
        return ALL.stream().filter(addOn -> addOn.isWanted(spec)).toList();
    }
}

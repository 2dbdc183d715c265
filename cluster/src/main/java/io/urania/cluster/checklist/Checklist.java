package io.urania.cluster.checklist;

import io.urania.cluster.phase.Deployment;
import io.urania.cluster.preflight.ClusterRules;
import io.urania.cluster.preflight.Preflight;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.host.HostRules;
import io.urania.cluster.preflight.link.LinkRules;
import io.urania.cluster.preflight.system.SystemRules;
import java.util.ArrayList;
import java.util.List;

/** All rules, in the order in which they are told. */
public final class Checklist {

    private Checklist() {}

    /** The rules for a cluster, and for what would be written. */
    public static Preflight of(Deployment deployment) {
        return Preflight.of(deployment.spec(), rules(deployment));
    }

    /** The same, one by one. */
    public static List<Rule> rules(Deployment deployment) {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ClusterRules.of(deployment.view(), deployment.etcdCertificates(), deployment.encryptionKeys()));
        rules.addAll(SystemRules.all());
        rules.addAll(HostRules.all());
        rules.addAll(LinkRules.all());
        return List.copyOf(rules);
    }
}

package io.urania.cluster.checklist;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.preflight.ClusterRules;
import io.urania.cluster.preflight.Preflight;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.host.HostRules;
import io.urania.cluster.preflight.system.SystemRules;
import io.urania.cluster.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.List;

/** All rules, in the order in which they are told. */
public final class Checklist {

    private Checklist() {}

    /**
     * The rules for a cluster.
     *
     * @param etcd the certificates that would be written
     */
    public static Preflight of(ClusterSpec spec, ClusterView view, EtcdCertificates etcd) {
        return Preflight.of(spec, rules(view, etcd));
    }

    static List<Rule> rules(ClusterView view, EtcdCertificates etcd) {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ClusterRules.of(view, etcd));
        rules.addAll(SystemRules.all());
        rules.addAll(HostRules.all());
        return List.copyOf(rules);
    }
}

package io.urania.cluster.checklist;

import io.urania.cluster.phase.Deployment;
import io.urania.cluster.preflight.ClusterRules;
import io.urania.cluster.preflight.Preflight;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.access.AccessRules;
import io.urania.cluster.preflight.host.HostRules;
import io.urania.cluster.preflight.link.LinkRules;
import io.urania.cluster.preflight.system.SystemRules;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.registry.SoftwarePackages;
import io.urania.engine.plan.Task;
import io.urania.engine.resource.packages.Packages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules, in the order in which they are told. */
public final class Checklist {

    private Checklist() {}

    /**
     * The rules for a cluster, and for what would be written.
     *
     * @param tasks what is to be so on its hosts
     */
    public static Preflight of(Deployment deployment, List<Task> tasks) {
        return Preflight.of(deployment.spec(), rules(deployment, tasks));
    }

    /** The rules for hosts alone, whatever comes on them. */
    public static Preflight ofHosts(ClusterSpec spec, List<Task> tasks) {
        return Preflight.of(spec, hostRules(tasks));
    }

    /** The same, one by one. */
    public static List<Rule> rules(Deployment deployment, List<Task> tasks) {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ClusterRules.of(deployment.view(), deployment.etcdCertificates(), deployment.encryptionKeys()));
        rules.addAll(hostRules(tasks));
        return List.copyOf(rules);
    }

    private static List<Rule> hostRules(List<Task> tasks) {
        List<Rule> rules = new ArrayList<>(SystemRules.of(software(tasks)));
        rules.addAll(HostRules.all());
        rules.addAll(LinkRules.all());
        rules.addAll(AccessRules.all());
        return rules;
    }

    /** What tasks cannot do without, by host. */
    private static Map<String, Set<Software>> software(List<Task> tasks) {
        Map<String, Set<Software>> needed = new HashMap<>();
        for (Task task : tasks) {
            if (task.work() instanceof Packages packages
                    && packages.names() instanceof SoftwarePackages names
                    && names.isNeeded()) {
                needed.computeIfAbsent(task.id().host(), _ -> new HashSet<>()).addAll(names.software());
            }
        }
        return needed;
    }
}

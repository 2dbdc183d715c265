package io.urania.cluster.procedure.apply;

import io.urania.artifacts.component.Components;
import io.urania.artifacts.version.VersionEntry;
import io.urania.cluster.observation.ConditionsProbe;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a cluster does what a cluster is for: all nodes are Ready; on two nodes a pod resolves a service's name; a pod
 * reaches a pod of another node, and a service, by an address of each family; all that a status judges of nodes and of kube-system is well;
 * events are where the inventory wants them.
 */
final class Verification {

    private static final String PHASE = "verification";

    private Verification() {}

    /** The checks as a plan of their own, so that they are told and timed like everything else. */
    static Plan plan(ClusterSpec spec, VersionEntry versions) {
        String host = spec.firstControlPlane().name();
        TaskId ready = new TaskId(host, "all nodes ready");
        Change nodes = change(ready, "wait until all nodes are Ready", script(spec, "nodes-ready.sh"), Set.of());
        Change network = change(
                new TaskId(host, "names, pods and services"),
                "check names, pods and services across nodes",
                network(spec, versions),
                Set.of(ready));
        Change conditions = change(
                new TaskId(host, "conditions"),
                "wait until nodes and kube-system are healthy",
                ConditionsProbe.of(spec, Phases.proofs(spec)).functions()
                        + ResourceText.beside(Verification.class, "conditions-hold.sh"),
                Set.of(network.id()));
        List<Change> checks = new ArrayList<>(List.of(nodes, network, conditions));
        if (spec.etcd().storesEventsApart()) {
            checks.add(change(
                    new TaskId(spec.etcd().members().getFirst().host().name(), "events"),
                    "check that events are stored in " + spec.etcd().events().name(),
                    events(spec),
                    Set.of(network.id())));
        }
        return new Plan(checks, 0);
    }

    /** The pods of the checks before have made some. */
    private static String events(ClusterSpec spec) {
        List<String> endpoints = spec.etcd().members().stream()
                .map(member -> member.clientUrl(spec.etcd().events()))
                .toList();
        return """
                ask() {
                    ETCDCTL_API=3 %s --cacert=%s --cert=%s --key=%s --command-timeout=5s "$@"
                }
                set -- %s
                """.formatted(
                                Shell.quote(spec.paths().programs() + "/etcdctl"),
                                EtcdCertificates.CLIENT_AUTHORITY,
                                EtcdCertificates.CLIENT,
                                EtcdCertificates.CLIENT_KEY,
                                Shell.words(endpoints))
                + ResourceText.beside(Verification.class, "events-stored.sh");
    }

    private static String network(ClusterSpec spec, VersionEntry versions) {
        List<NodeSpec> nodes = spec.nodes().stream()
                .filter(node -> !node.controlPlane() || node.runsPods())
                .toList();
        String image = Components.standard()
                .image(BaseImages.URANIA_PROBE, spec.kubernetes(), versions.registry())
                .reference();
        return "image=" + Shell.quote(image) + "\n"
                + "first_node=" + Shell.quote(nodes.getFirst().name()) + "\n"
                + "second_node=" + Shell.quote(nodes.getLast().name()) + "\n"
                + "domain=" + Shell.quote(spec.dns().domain()) + "\n"
                + "families=" + (spec.network().isDualStack() ? "RequireDualStack" : "") + "\n"
                + script(spec, "network-reached.sh");
    }

    private static String script(ClusterSpec spec, String resource) {
        String wanted = spec.nodes().stream().map(NodeSpec::name).collect(Collectors.joining(" "));
        String common = "kubectl() { " + Shell.quote(spec.paths().programs() + "/kubectl")
                + " --kubeconfig=/etc/kubernetes/admin.conf \"$@\"; }\n"
                + "nodes=" + Shell.quote(wanted) + "\n";
        return common + ResourceText.beside(Verification.class, resource);
    }

    private static Change change(TaskId id, String title, String script, Set<TaskId> needs) {
        return new Change(
                id, PHASE, Lane.API, Difference.of(Action.RUN, title, "not seen", "seen", Operation.of(script)), needs);
    }
}

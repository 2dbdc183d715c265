package io.urania.cluster.phases.controlplane;

import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phases.etcd.EtcdGate;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The member of etcd that kubeadm runs on a control plane host is as {@link #CONFIGURATION} says: its manifest is younger than that, and has no
 * proxies in its environment. Members that have data do not look at the flags with which they began (etcd documentation, "Clustering flags"), so
 * that kubeadm can make their manifests anew like that of a first one (kubeadm does so in its upgrades).
 *
 * @param startedBy tasks that make manifests of members themselves, on any host
 */
record EtcdPod(Deployment deployment, NodeSpec node, List<TaskId> startedBy) implements Work {

    static final String NAME = "etcd pod";

    /** What kubeadm makes the manifest from; the host's own, without secrets. */
    static final String CONFIGURATION = "/etc/kubernetes/kubeadm-etcd.yaml";

    EtcdPod {
        startedBy = List.copyOf(startedBy);
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(
                FileProbe.at(manifest(deployment.spec())),
                ManifestProxyProbe.in(manifest(deployment.spec())),
                FileProbe.at(CONFIGURATION));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        // A host without a manifest has no member yet: that is for those who start it.
        if (startedBy.stream().anyMatch(planning::isChanging)
                || !(planning.facts().answer(FileProbe.at(manifest(deployment.spec())))
                        instanceof FileFact.Regular present)) {
            return Optional.empty();
        }
        SortedSet<String> proxies = planning.facts().answer(ManifestProxyProbe.in(manifest(deployment.spec())));
        if (!proxies.isEmpty()) {
            return Optional.of(
                    remedy("runs with " + String.join(", ", proxies) + ", which the inventory does not set"));
        }
        return ControlPlanePods.isNewer(planning, CONFIGURATION, present.modified())
                ? Optional.of(remedy("runs with an older configuration"))
                : Optional.empty();
    }

    /** Where kubeadm puts the manifest. */
    static String manifest(ClusterSpec spec) {
        return spec.paths().manifests() + "/etcd.yaml";
    }

    private Difference remedy(String before) {
        ClusterSpec spec = deployment.spec();
        EtcdSpec.Member member = spec.etcdMemberOn(node.name()).orElseThrow();
        Gate gate = EtcdGate.of(
                spec, spec.etcd().main(), member, deployment.artifacts().programs());
        String effect = spec.etcd().members().size() == 1
                ? "the API is unavailable for up to a minute; pods keep running"
                : "the member and the API server of the host are unavailable for up to a minute; the others go on";
        return Difference.of(
                        Action.RESTART,
                        "restart the etcd member",
                        before,
                        "as " + CONFIGURATION + " says",
                        operation(gate))
                .interrupting(List.of(new Interruption("the etcd member of the host", effect)))
                .inTurn(gate.turn());
    }

    /** The old member serves until the kubelet has seen the new manifest: that there is another process comes before that it serves. */
    private Operation operation(Gate gate) {
        return Operation.of(gate.before()
                + "manifest=" + Shell.quote(manifest(deployment.spec())) + "\n"
                + ResourceText.beside(EtcdPod.class, "member-processes.sh")
                + """
                PATH=%s:$PATH
                kubeadm init phase etcd local --config=%s
                """.formatted(Shell.quote(deployment.artifacts().programs()), Shell.quote(CONFIGURATION))
                + Gate.until("is_replaced", "the kubelet to replace the etcd member", Duration.ofMinutes(5), """
                        echo "the kubelet has not replaced the etcd member after five minutes; the other hosts are unchanged;"
                        echo "check on this host: crictl ps --all --name etcd; journalctl --unit=kubelet"
                        """)
                + gate.after());
    }
}

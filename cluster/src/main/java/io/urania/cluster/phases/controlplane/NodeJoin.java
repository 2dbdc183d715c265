package io.urania.cluster.phases.controlplane;

import io.urania.cluster.diagnosis.NodeWatch;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Outputs;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * kubeadm join of a worker or of a control plane host; needed while the cluster does not know the node, or the host has
 * not the files of one.
 *
 * @param initialisation the task that prints the cluster's authority, if it runs
 */
public record NodeJoin(Deployment deployment, NodeSpec node, TaskId initialisation) implements Work {

    /** The task's name on every host. */
    public static final String NAME = "kubeadm join";

    /** The first minor in which that is kubeadm's default. */
    private static final int LOCAL_KUBELETS = 33;

    /** What kubeadm join does after its kubelet has started. */
    private static final String MARK =
            "kubeadm join phase control-plane-join mark-control-plane --config=/run/urania/kubeadm-join.yaml";

    @Override
    public List<Question<?>> questions() {
        return membership().questions();
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        if (membership().isWhole(planning.book()) || isInitialised(planning)) {
            return Optional.empty();
        }
        Optional<String> authority = deployment.view().existing(planning.book()).map(ClusterFact.Answering::authority);
        return Optional.of(Difference.of(
                        Action.RUN,
                        node.controlPlane() ? "join the control plane" : "join as worker",
                        State.words(
                                membership().isKnown(planning.book())
                                        ? "known to the cluster, but the join is incomplete"
                                        : "not a cluster node"),
                        authority.isPresent()
                                ? State.words("a cluster node")
                                : new State.KnownAfterApply(
                                        "a cluster node, after the cluster CA is created", initialisation),
                        authority.isPresent() ? Set.of() : Set.of(initialisation),
                        outputs -> operation(authority.orElseGet(() -> printedAuthority(outputs))))
                .with(patience()));
    }

    private Membership membership() {
        return new Membership(node, deployment.spec(), deployment.view());
    }

    /** The host where a cluster is initialised is its first node by that. */
    private boolean isInitialised(Planning planning) {
        return initialisation.host().equals(node.name()) && planning.isChanging(initialisation);
    }

    private String printedAuthority(Outputs outputs) {
        return Discovery.authorityIn(outputs.of(initialisation)
                .orElseThrow(() -> new IllegalStateException("the cluster's authority is not known")));
    }

    private RetryPolicy patience() {
        return new KubeadmConfiguration(deployment).joinPatience();
    }

    /**
     * Whether kubeadm has its kubelet ask the API server beside it (ControlPlaneKubeletLocalMode, KEP-4471), which is not there yet when the kubelet
     * starts. What the kubelet does about its node's CSINode until then it does again after 19 seconds (kubernetes pkg/volume/csi/csi_plugin.go), and
     * its node is not Ready before; a kubelet that starts afterwards does it at once.
     */
    private boolean asksItsOwnApiServer() {
        return node.controlPlane() && deployment.spec().kubernetes().minor() >= LOCAL_KUBELETS;
    }

    /** What is left of a join whose kubelet runs; a member of etcd that is there already is not added again. */
    private String rest() {
        return switch (deployment.spec().etcd().deployment()) {
            case HOST -> MARK;
            // A phase of its own since kubelets ask their own API servers.
            case KUBEADM ->
                "kubeadm join phase " + (asksItsOwnApiServer() ? "etcd-join" : "control-plane-join etcd")
                        + " --config=/run/urania/kubeadm-join.yaml\n    " + MARK;
        };
    }

    private Operation operation(String authority) {
        KubeadmConfiguration kubeadm = new KubeadmConfiguration(deployment);
        return Operation.of(
                """
                umask 077
                mkdir -p /run/urania
                trap 'rm -f /run/urania/kubeadm-join.yaml %2$s; ask_own_api_server' EXIT
                receive /run/urania/kubeadm-join.yaml
                receive %2$s
                PATH=%1$s:$PATH
                systemctl daemon-reload
                systemctl enable --quiet kubelet.service
                umask 022
                %7$s
                ask_other_api_servers
                %6$s
                join() { watched %5$s join --config=/run/urania/kubeadm-join.yaml --ignore-preflight-errors=%3$s; }
                if [ ! -s /etc/kubernetes/kubelet.conf ]; then
                    join
                    %8$s
                elif said=$(join 2>&1); then
                    printf '%%s\\n' "$said"
                else
                    printf '%%s\\n' "$said"
                    # The kubelet that an earlier join has started may have made its node known since the facts were read.
                    case $said in
                    *"already exists in the cluster"*) systemctl is-active --quiet kubelet.service ;;
                    *) exit 1 ;;
                    esac
                    %4$s
                fi
                kubelet_serves
                """.formatted(
                                Shell.quote(deployment.artifacts().programs()),
                                KubeadmConfiguration.DISCOVERY,
                                IgnoredErrors.flag(deployment.spec()),
                                node.controlPlane() ? rest() : "rm -f /etc/kubernetes/bootstrap-kubelet.conf",
                                patience().before("kubeadm"),
                                NodeWatch.functions(deployment.artifacts().programs()),
                                BorrowedApiServers.functions(deployment.spec(), node),
                                asksItsOwnApiServer() ? "systemctl restart kubelet.service" : ":"),
                Payload.text(
                        node.controlPlane()
                                ? kubeadm.joinControlPlane(node, deployment.certificateKey())
                                : kubeadm.joinWorker(node),
                        deployment.joiningSecrets()),
                Payload.text(
                        Discovery.kubeconfig(deployment.spec().endpoint(), authority, deployment.bootstrapToken()),
                        deployment.joiningSecrets()));
    }
}

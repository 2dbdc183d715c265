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
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.State;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * kubeadm init, once, on the first control plane host; needed while no control plane host knows an initialised cluster.
 *
 * <p>An init that was cut off is repaired by running it again: every phase of it uses what it finds (certificates,
 * kubeconfigs, the objects in etcd), and only its preflight would object.
 */
record ClusterInitialisation(Deployment deployment, NodeSpec node) implements Work {

    static final String NAME = "kubeadm init";

    @Override
    public List<Question<?>> questions() {
        return List.of(deployment.view().probe().question());
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        if (deployment.view().existing(planning.book()).isPresent()) {
            return Optional.empty();
        }
        String before = switch (deployment.view().seenFrom(node, planning.book())) {
            case ClusterFact.None _ -> "no cluster";
            case ClusterFact.Silent _ -> "incomplete initialisation: no API server answers";
            case ClusterFact.Answering _ -> "incomplete initialisation";
        };
        return Optional.of(Difference.of(
                        Action.RUN,
                        "initialise the cluster",
                        State.words(before),
                        State.content(
                                "Kubernetes " + deployment.spec().kubernetes() + " on "
                                        + deployment.spec().endpoint().endpoint(),
                                "kubeadm's configuration",
                                new KubeadmConfiguration(deployment).clusterText()),
                        operation())
                .with(patience()));
    }

    private RetryPolicy patience() {
        return new KubeadmConfiguration(deployment).initialisationPatience();
    }

    private Operation operation() {
        String programs = deployment.artifacts().programs();
        return Operation.of(
                """
                umask 077
                mkdir -p /run/urania
                configuration=/run/urania/kubeadm-init.yaml
                trap 'rm -f "$configuration"' EXIT
                receive "$configuration"
                PATH=%1$s:$PATH
                systemctl daemon-reload
                systemctl enable --quiet kubelet.service
                umask 022
                %5$s
                watched %4$s init --config="$configuration" --upload-certs --skip-phases=addon --ignore-preflight-errors=%2$s
                kubelet_serves
                %6$s
                cat %3$s/ca.crt
                """.formatted(
                                Shell.quote(programs),
                                IgnoredErrors.flag(deployment.spec()),
                                Shell.quote(deployment.spec().paths().certificates()),
                                patience().before("kubeadm"),
                                NodeWatch.functions(programs),
                                AdmissionEnd.marking(deployment.bootstrapToken())),
                Payload.text(
                        new KubeadmConfiguration(deployment).init(node, deployment.certificateKey()),
                        deployment.joiningSecrets()));
    }
}

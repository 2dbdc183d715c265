package io.urania.cluster.phases.controlplane;

import io.urania.cluster.phase.BootstrapToken;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Lets further nodes into a cluster that exists: a token, and the control plane's certificates, encrypted, for two hours.
 * A cluster that is initialised in the same run has both from kubeadm init. Declared on every control plane host; done by
 * the first that answers.
 */
record NodeAdmission(Deployment deployment, NodeSpec node) implements Work {

    static final String NAME = "admit nodes";

    @Override
    public List<Question<?>> questions() {
        return List.of(deployment.view().probe().question());
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        FactBook book = planning.book();
        if (deployment.view().witness(book).filter(node::equals).isEmpty()) {
            return Optional.empty();
        }
        long joining = deployment.spec().nodes().stream()
                .map(other -> new Membership(other, deployment.spec(), deployment.view()))
                .filter(membership -> !membership.isWhole(book))
                .count();
        if (joining == 0) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.RUN,
                joining == 1
                        ? "create join credentials for one node"
                        : "create join credentials for " + joining + " nodes",
                State.words("none"),
                // Made anew in each run: there is no content that could be another one later.
                State.secret("a bootstrap token for this run", ""),
                operation()));
    }

    private Operation operation() {
        return Operation.of(
                """
                umask 077
                mkdir -p /run/urania
                trap 'rm -f /run/urania/token.yaml /run/urania/upload-certs.yaml' EXIT
                receive /run/urania/token.yaml
                receive /run/urania/upload-certs.yaml
                PATH=%s:$PATH
                kubectl --kubeconfig=/etc/kubernetes/admin.conf apply --filename=/run/urania/token.yaml
                kubeadm init phase upload-certs --upload-certs --config=/run/urania/upload-certs.yaml >/dev/null
                %s
                """.formatted(
                                Shell.quote(deployment.artifacts().programs()),
                                AdmissionEnd.marking(deployment.bootstrapToken())),
                Payload.text(token(deployment.bootstrapToken()), deployment.joiningSecrets()),
                Payload.text(
                        new KubeadmConfiguration(deployment).uploadCertificates(deployment.certificateKey()),
                        deployment.joiningSecrets()));
    }

    private static String token(BootstrapToken token) {
        return """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: bootstrap-token-%1$s
                  namespace: kube-system
                type: bootstrap.kubernetes.io/token
                stringData:
                  token-id: %1$s
                  token-secret: %2$s
                  usage-bootstrap-authentication: "true"
                  usage-bootstrap-signing: "true"
                  expiration: "%3$s"
                  auth-extra-groups: system:bootstrappers:kubeadm:default-node-token
                """.formatted(token.id(), token.secret().reveal(), token.expiry());
    }
}

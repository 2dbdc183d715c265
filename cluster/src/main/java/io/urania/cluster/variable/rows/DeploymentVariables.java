package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;

/** The version, and what a deployment hands out. */
public final class DeploymentVariables {
    public static final Variable<KubernetesVersion> KUBERNETES_VERSION = variable(
                    "kube_version", ClusterTypes.version())
            .means("version of Kubernetes, with or without the leading v")
            .does("all programs and images, and everything that depends on them through the version table")
            .otherwise(VersionTable.standard().defaultVersion());

    public static final Variable<Boolean> KUBECONFIG = variable("kubeconfig_localhost", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether the administrator's kubeconfig is copied to this machine")
            .does("this machine: admin.conf in artifacts_dir, mode 0600")
            .otherwise(false);

    public static final Variable<Boolean> BY_CONNECTION = variable(
                    "kubeconfig_localhost_ansible_host", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether that kubeconfig names the first control plane host as ansible_host does")
            .does(
                    "this machine: server of admin.conf, where there is no balancer for all; the API server's certificate")
            .otherwise(false);

    public static final Variable<Boolean> KUBECTL = variable("kubectl_localhost", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether kubectl is put beside the kubeconfig")
            .does("this machine: kubectl in artifacts_dir")
            .otherwise(false);

    public static final Variable<List<String>> WITHOUT = variable(
                    "urania_without", CollectionTypes.listOf(ScalarTypes.line()))
            .scope(Scope.CONTROL_PLANE)
            .means("security settings of this inventory that are accepted to have no effect")
            .does("these settings are warnings instead of errors: docs/security.md")
            .otherwise(List.of(), "none");

    public static final List<Variable<?>> ALL = List.of(
            KUBERNETES_VERSION,
            KUBECONFIG,
            BY_CONNECTION,
            KUBECTL,
            WITHOUT,
            ignored(
                    "retry_stagger",
                    "seconds by which Ansible spreads retries",
                    Reason.ANSIBLE,
                    "Urania waits for conditions, not for fixed times"),
            ignored(
                    "kube_version_min_required",
                    "oldest version Kubespray accepts",
                    Reason.ANSIBLE,
                    "the version table lists the supported versions"));

    private DeploymentVariables() {}
}

package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.later;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.ImagePullPolicy;
import io.urania.cluster.value.RegistryCredentials;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.RegistryCredentialsType;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;

/** Containers and images, whichever runtime the nodes have. */
public final class ContainerVariables {
    public static final Variable<ImagePullPolicy> IMAGE_PULL_POLICY = variable(
                    "k8s_image_pull_policy", ChoiceTypes.choice(ImagePullPolicy.class))
            .scope(Scope.CONTROL_PLANE)
            .means("when kubelet pulls an image")
            .does(
                    "imagePullPolicy of every pod that Urania deploys itself: CoreDNS, node-local DNS, flannel, kubelet-csr-approver, metrics-server")
            .otherwise(ImagePullPolicy.IF_NOT_PRESENT);

    public static final Variable<List<RegistryCredentials>> REGISTRY_CREDENTIALS = variable(
                    "containerd_registry_auth", new RegistryCredentialsType())
            .means("credentials with which kubelets pull images from registries")
            .does("nodes: /var/lib/kubelet/config.json, which the kubelet reads at each pull")
            .otherwise(List.of(), "none");

    public static final Variable<Boolean> DEPLOY_ENGINE = variable(
                    "deploy_container_engine",
                    ChoiceTypes.only(
                            ScalarTypes.truth(),
                            true,
                            "the runtime's version and settings depend on the Kubernetes version, so Urania installs it"))
            .means("whether the container runtime is installed")
            .ignored(Reason.ALWAYS, "containerd is always installed and configured; false is refused")
            .otherwise(true);

    public static final List<Variable<?>> ALL = List.of(
            IMAGE_PULL_POLICY,
            REGISTRY_CREDENTIALS,
            DEPLOY_ENGINE,
            later(
                    "kata_containers_enabled",
                    "Kata Containers as a second runtime",
                    "pods run in containers of the host's kernel: Kata Containers are not installed"),
            later(
                    "gvisor_enabled",
                    "gVisor as a second runtime",
                    "pods run in containers of the host's kernel: gVisor is not installed"),
            later("crun_enabled", "crun as a second runtime", "crun is not installed"),
            later("youki_enabled", "youki as a second runtime", "youki is not installed"),
            ignored(
                    "download_container",
                    "whether Kubespray pulls images before it needs them",
                    Reason.ALWAYS,
                    "images always come from the bundle and are on a node before they are needed"),
            bundle("download_run_once"),
            bundle("download_localhost"),
            bundle("download_force_cache"),
            bundle("download_keep_remote_cache"));

    private ContainerVariables() {}

    private static Variable<?> bundle(String name) {
        return ignored(
                name,
                "how Kubespray downloads",
                Reason.ANSIBLE,
                "the machine that runs Urania downloads everything once, verifies it, and copies it to the hosts");
    }
}

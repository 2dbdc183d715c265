package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.PathTypes;
import java.util.List;

/** Directories on the hosts and on the machine Urania runs on. */
public final class PathVariables {
    private static final String KUBEADM_FIXES_IT = "this directory is built into kubeadm";
    private static final String DYNAMIC =
            "dynamic kubelet configuration was removed in Kubernetes 1.24, and Urania does not use it with older versions either";

    public static final Variable<String> PROGRAMS = variable("bin_dir", PathTypes.programDirectory("/usr/local/bin"))
            .means("directory for binaries")
            .does(
                    "every host: kubeadm, kubelet, kubectl, etcd, etcdctl, crictl are in this directory, and the units use it")
            .otherwise("/usr/local/bin");

    public static final Variable<String> CNI_PROGRAMS = variable(
                    "cni_bin_dir", PathTypes.pluginDirectory("/opt/cni/bin"))
            .means("directory for the programs of CNI plugins; Arch Linux' own are in /usr/lib/cni")
            .does(
                    "nodes: bridge, host-local, loopback, portmap and the network plugin's own are there, and containerd looks there; manifests of your own must use the"
                            + " same")
            .otherwise("/opt/cni/bin");

    public static final Variable<String> CONFIGURATION = variable(
                    "kube_config_dir",
                    ChoiceTypes.only(PathTypes.path("/etc/kubernetes"), "/etc/kubernetes", KUBEADM_FIXES_IT))
            .means("directory for Kubernetes' configuration files on nodes")
            .does(
                    "nodes: admin.conf, kubelet.conf and kubeadm's files are there; kubeadm accepts no other directory, so other values are refused")
            .otherwise("/etc/kubernetes");

    public static final Variable<String> MANIFESTS = variable(
                    "kube_manifest_dir",
                    ChoiceTypes.only(
                            PathTypes.path("/etc/kubernetes/manifests"), "/etc/kubernetes/manifests", KUBEADM_FIXES_IT))
            .means("directory for static pod manifests")
            .does(
                    "control plane: kubelet's staticPodPath; kubeadm accepts no other directory, so other values are refused")
            .otherwise("/etc/kubernetes/manifests");

    public static final Variable<String> CERTIFICATES = variable(
                    "kube_cert_dir", PathTypes.configurationDirectory("/etc/kubernetes/ssl"))
            .means("directory for Kubernetes' certificates")
            .does("nodes: certificatesDir of kubeadm's ClusterConfiguration, and kubelet's clientCAFile")
            .otherwise("/etc/kubernetes/ssl");

    public static final Variable<String> CREDENTIALS = variable(
                    "credentials_dir", PathTypes.localDirectory("credentials"))
            .scope(Scope.CONTROL_PLANE)
            .means("directory for secrets on the machine that runs Urania")
            .does(
                    "this machine: Urania stores the rack's secrets there, mode 0700, and lookup('password', …) usually uses it")
            .unlessSet("credentials beside the inventory");

    public static final Variable<String> ARTIFACTS = variable("artifacts_dir", PathTypes.localDirectory("artifacts"))
            .scope(Scope.CONTROL_PLANE)
            .means("directory for the kubeconfig and kubectl on this machine")
            .does("this machine: admin.conf and kubectl are written there")
            .unlessSet("artifacts beside the inventory");

    public static final List<Variable<?>> ALL = List.of(
            PROGRAMS,
            CNI_PROGRAMS,
            CONFIGURATION,
            MANIFESTS,
            CERTIFICATES,
            CREDENTIALS,
            ARTIFACTS,
            ignored(
                    "local_release_dir",
                    "where Kubespray puts downloads on hosts",
                    Reason.ANSIBLE,
                    "hosts download nothing: each file of the bundle is copied over SSH to its final path"),
            ignored(
                    "kube_script_dir",
                    "Kubespray's scripts on hosts",
                    Reason.ANSIBLE,
                    "Urania puts no scripts on hosts"),
            ignored(
                    "kube_token_dir",
                    "directory for static token files",
                    Reason.ALWAYS,
                    "no static token file is created (see kube_token_auth)"),
            ignored("default_kubelet_config_dir", "dynamic kubelet configuration", Reason.REMOVED, DYNAMIC)
                    .until(23),
            ignored("dynamic_kubelet_configuration_dir", "dynamic kubelet configuration", Reason.REMOVED, DYNAMIC)
                    .until(23),
            ignored("kubelet_config_dir", "dynamic kubelet configuration", Reason.REMOVED, DYNAMIC)
                    .until(23));

    private PathVariables() {}
}

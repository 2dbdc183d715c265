package io.urania.cluster.benchmark;

import static io.urania.cluster.benchmark.FileControls.ROOT;
import static io.urania.cluster.benchmark.FileControls.certificates;
import static io.urania.cluster.benchmark.FileControls.file;
import static io.urania.cluster.benchmark.FileControls.in;
import static io.urania.cluster.benchmark.FileControls.manifest;
import static io.urania.cluster.benchmark.FileControls.ownedBy;
import static io.urania.cluster.benchmark.FileControls.within;

import io.urania.cluster.phase.Place;
import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Section 1.1: files of control plane hosts. */
final class ControlPlaneFileControls {

    private static final Place PLACE = Place.CONTROL_PLANE;
    private static final String NO_ETCD_POD = "etcd is a service of its hosts, not a static pod";
    static final List<Control> ALL = List.of(
            Control.of(
                    "1.1.1", "Manifest of the API server: mode 600", PLACE, within(0600, manifest("kube-apiserver"))),
            Control.of(
                    "1.1.2",
                    "Manifest of the API server: owner root",
                    PLACE,
                    ownedBy(ROOT, manifest("kube-apiserver"))),
            Control.of(
                    "1.1.3",
                    "Manifest of the controller manager: mode 600",
                    PLACE,
                    within(0600, manifest("kube-controller-manager"))),
            Control.of(
                    "1.1.4",
                    "Manifest of the controller manager: owner root",
                    PLACE,
                    ownedBy(ROOT, manifest("kube-controller-manager"))),
            Control.of("1.1.5", "Manifest of the scheduler: mode 600", PLACE, within(0600, manifest("kube-scheduler"))),
            Control.of(
                    "1.1.6", "Manifest of the scheduler: owner root", PLACE, ownedBy(ROOT, manifest("kube-scheduler"))),
            Control.of("1.1.7", "Manifest of etcd: mode 600", PLACE, ofPod(within(0600, manifest("etcd")))),
            Control.of("1.1.8", "Manifest of etcd: owner root", PLACE, ofPod(ownedBy(ROOT, manifest("etcd")))),
            Control.of("1.1.9", "Files of the network plugin: mode 600", PLACE, within(0600, in("/etc/cni/net.d"))),
            Control.of("1.1.10", "Files of the network plugin: owner root", PLACE, ownedBy(ROOT, in("/etc/cni/net.d"))),
            Control.of(
                    "1.1.11", "Data of etcd: mode 700", Place.ETCD, within(0700, ControlPlaneFileControls::etcdData)),
            Control.of(
                    "1.1.12",
                    "Data of etcd: owner etcd",
                    Place.ETCD,
                    ofService(ownedBy("etcd:etcd", ControlPlaneFileControls::etcdData))),
            Control.of(
                    "1.1.13",
                    "Kubeconfig of the administrator: mode 600",
                    PLACE,
                    within(0600, ControlPlaneFileControls::administrators)),
            Control.of(
                    "1.1.14",
                    "Kubeconfig of the administrator: owner root",
                    PLACE,
                    ownedBy(ROOT, ControlPlaneFileControls::administrators)),
            Control.of(
                    "1.1.15",
                    "Kubeconfig of the scheduler: mode 600",
                    PLACE,
                    within(0600, file("/etc/kubernetes/scheduler.conf"))),
            Control.of(
                    "1.1.16",
                    "Kubeconfig of the scheduler: owner root",
                    PLACE,
                    ownedBy(ROOT, file("/etc/kubernetes/scheduler.conf"))),
            Control.of(
                    "1.1.17",
                    "Kubeconfig of the controller manager: mode 600",
                    PLACE,
                    within(0600, file("/etc/kubernetes/controller-manager.conf"))),
            Control.of(
                    "1.1.18",
                    "Kubeconfig of the controller manager: owner root",
                    PLACE,
                    ownedBy(ROOT, file("/etc/kubernetes/controller-manager.conf"))),
            Control.of("1.1.19", "Certificates and keys: owner root", PLACE, ownedBy(ROOT, certificates())),
            Control.of("1.1.20", "Certificates: mode 644", PLACE, within(0644, certificates(".crt"))),
            Control.of("1.1.21", "Keys: mode 600", PLACE, within(0600, certificates(".key"))));

    private ControlPlaneFileControls() {}

    /** Of what there is only where etcd is a static pod. */
    private static BiFunction<HostSecurity, ClusterSpec, Verdict> ofPod(
            BiFunction<HostSecurity, ClusterSpec, Verdict> judge) {
        return (host, spec) -> switch (spec.etcd().deployment()) {
            case HOST -> new Verdict.NotApplicable(NO_ETCD_POD);
            case KUBEADM -> judge.apply(host, spec);
        };
    }

    /** kubeadm's static pod runs as root, and so its data are root's. */
    private static BiFunction<HostSecurity, ClusterSpec, Verdict> ofService(
            BiFunction<HostSecurity, ClusterSpec, Verdict> judge) {
        return (host, spec) -> switch (spec.etcd().deployment()) {
            case HOST -> judge.apply(host, spec);
            case KUBEADM ->
                new Verdict.Failed(
                        "etcd is kubeadm's static pod, which runs as root",
                        "make the cluster with etcd_deployment_type: host");
        };
    }

    private static Predicate<String> administrators(ClusterSpec spec) {
        return List.of("/etc/kubernetes/admin.conf", "/etc/kubernetes/super-admin.conf")::contains;
    }

    private static Predicate<String> etcdData(ClusterSpec spec) {
        return path -> spec.etcd().instances().stream()
                .anyMatch(instance -> instance.dataDirectory().equals(path));
    }
}

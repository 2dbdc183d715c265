package io.urania.cluster.operation;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import io.urania.engine.resource.KernelModuleFact;
import io.urania.engine.resource.KernelModuleProbe;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that facts of hosts must meet before anything is changed. All are checked; all failures are told at once. */
final class Preflight {

    private static final long MEBIBYTE = 1L << 20;
    /** Programs, images and their unpacked copies; twice for an archive in transit. */
    private static final long NODE_DISK = 2048 * MEBIBYTE;

    private Preflight() {}

    static List<Obstacle> check(ClusterSpec spec, ClusterView view, FactBook book) {
        List<Obstacle> obstacles = new ArrayList<>();
        sleepingCluster(spec, view, book).ifPresent(obstacles::add);
        otherVersion(spec, view, book).ifPresent(obstacles::add);
        for (HostSpec host : spec.hosts()) {
            if (book.knows(host.name())) {
                system(host, book.of(host.name())).ifPresent(obstacles::add);
            }
        }
        for (NodeSpec node : spec.nodes()) {
            if (book.knows(node.name())) {
                Facts facts = book.of(node.name());
                memory(spec, node, facts).ifPresent(obstacles::add);
                disk(node, facts).ifPresent(obstacles::add);
                memoryController(node, facts).ifPresent(obstacles::add);
                overlay(node, facts).ifPresent(obstacles::add);
                proxyMode(spec, node, facts).ifPresent(obstacles::add);
            }
        }
        return obstacles;
    }

    /** A first host with nothing on it would be initialised, and so become another cluster in the same etcd. */
    private static Optional<Obstacle> sleepingCluster(ClusterSpec spec, ClusterView view, FactBook book) {
        NodeSpec first = spec.firstControlPlane();
        boolean firstIsBare = book.knows(first.name()) && view.seenFrom(first, book) instanceof ClusterFact.None;
        if (!firstIsBare || !view.isSilent(book)) {
            return Optional.empty();
        }
        return spec.controlPlane().stream()
                .filter(node -> view.seenFrom(node, book) instanceof ClusterFact.Silent)
                .findFirst()
                .map(node -> new Obstacle(
                        node.name(),
                        "it is of a cluster that does not answer, and " + first.name() + " is of none",
                        "a second cluster would be begun there",
                        "wait until the API server on " + node.name()
                                + " answers, or give the old cluster up with: urania reset"));
    }

    /** Programs would be replaced in any order, and kubelets would be newer than their API server for a while. */
    private static Optional<Obstacle> otherVersion(ClusterSpec spec, ClusterView view, FactBook book) {
        String wanted = spec.kubernetes().toString();
        return spec.nodes().stream()
                .flatMap(node -> view.node(book, node.name()).stream())
                .filter(node -> !node.kubelet().isEmpty() && !node.kubelet().equals(wanted))
                .findFirst()
                .map(node -> new Obstacle(
                        node.name(),
                        "it runs Kubernetes " + node.kubelet() + ", and the inventory asks for " + wanted,
                        "this version of Urania does not upgrade a cluster",
                        "set kube_version: " + node.kubelet() + ", or begin anew with: urania reset"));
    }

    private static Optional<Obstacle> system(HostSpec host, Facts facts) {
        SystemFact system = facts.answer(SystemProbe.QUESTION);
        return when(
                !system.isLike("debian"),
                host.name(),
                "its operating system is " + (system.osName().isEmpty() ? "unknown" : system.osName()),
                "this version of Urania installs packages with apt only",
                "use Raspberry Pi OS or Debian");
    }

    private static Optional<Obstacle> memory(ClusterSpec spec, NodeSpec node, Facts facts) {
        long present = facts.answer(SystemProbe.QUESTION).memoryBytes() / MEBIBYTE;
        int wanted = node.controlPlane()
                ? spec.memory().controlPlane()
                : spec.memory().node();
        return when(
                present < wanted,
                node.name(),
                "it has " + present + " MiB of memory and " + wanted + " are asked for",
                "a node with less runs out of memory under load",
                "use another host, or lower "
                        + (node.controlPlane() ? "minimal_master_memory_mb" : "minimal_node_memory_mb"));
    }

    private static Optional<Obstacle> disk(NodeSpec node, Facts facts) {
        long free = facts.answer(SystemProbe.QUESTION).freeBytes();
        return when(
                free < NODE_DISK,
                node.name(),
                "only " + free / MEBIBYTE + " MiB are free under /var/lib",
                "programs and images need " + NODE_DISK / MEBIBYTE + " MiB",
                "make room, for example with: apt-get clean");
    }

    private static Optional<Obstacle> memoryController(NodeSpec node, Facts facts) {
        SystemFact system = facts.answer(SystemProbe.QUESTION);
        return when(
                !system.cgroupControllers().contains("memory"),
                node.name(),
                "the kernel's memory control group is off",
                "the kubelet does not start without it, and Raspberry Pi kernels leave it off",
                "add cgroup_enable=memory to the one line of /boot/firmware/cmdline.txt and reboot");
    }

    private static Optional<Obstacle> overlay(NodeSpec node, Facts facts) {
        return when(
                facts.answer(KernelModuleProbe.of("overlay")) == KernelModuleFact.UNAVAILABLE,
                node.name(),
                "its kernel has no overlay file system",
                "containerd keeps containers on it",
                "install the distribution's own kernel");
    }

    private static Optional<Obstacle> proxyMode(ClusterSpec spec, NodeSpec node, Facts facts) {
        boolean missing = spec.kubeProxy().mode() == KubeProxyMode.IPVS
                && facts.answer(KernelModuleProbe.of("ip_vs")) == KernelModuleFact.UNAVAILABLE;
        return when(
                missing,
                node.name(),
                "kube_proxy_mode is ipvs and its kernel has no ip_vs",
                "kube-proxy would not make any service reachable",
                "set kube_proxy_mode: iptables (or nftables)");
    }

    private static Optional<Obstacle> when(boolean bad, String host, String what, String why, String remedy) {
        return bad ? Optional.of(new Obstacle(host, what, why, remedy)) : Optional.empty();
    }
}

package io.urania.cluster.phases.controlplane;

import io.urania.artifacts.version.CgroupV1;
import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.phase.CgroupDriverChoice;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.ResolvConfChoice;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.KubeReserved;
import io.urania.cluster.spec.KubeletSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.Reservation;
import io.urania.cluster.value.Address;
import io.urania.engine.fact.Facts;
import io.urania.engine.system.SystemFact.Cgroups;
import io.urania.engine.system.SystemProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node's kubelet configuration (Kubernetes reference, "Kubelet Configuration (v1beta1)"). */
record KubeletConfiguration(Deployment deployment, NodeSpec node) {

    static final String FILE = "/etc/kubernetes/kubelet.yaml";

    /** The file's text for a host. */
    String text(Facts facts) {
        ClusterSpec spec = deployment.spec();
        KubeletSpec kubelet = node.kubelet();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "kubelet.config.k8s.io/v1beta1");
        root.put("kind", "KubeletConfiguration");
        Map<String, Object> authentication = new LinkedHashMap<>();
        authentication.put("anonymous", map("enabled", false));
        authentication.put("webhook", map("enabled", true));
        authentication.put("x509", map("clientCAFile", spec.paths().certificates() + "/ca.crt"));
        root.put("authentication", authentication);
        root.put("authorization", map("mode", "Webhook"));
        root.put("cgroupDriver", CgroupDriverChoice.of(kubelet, facts).word());
        root.put(
                "clusterDNS",
                spec.dns().podsAsk().stream().map(Address::toString).toList());
        root.put("clusterDomain", spec.dns().domain());
        root.put("containerLogMaxFiles", kubelet.logFiles());
        root.put("containerLogMaxSize", kubelet.logFileSize().toString());
        if (isCgroupV1Refused(facts)) {
            root.put("failCgroupV1", false);
        }
        root.put("failSwapOn", kubelet.failSwapOn());
        root.put("healthzBindAddress", "127.0.0.1");
        root.put("maxPods", kubelet.maxPods());
        root.put("resolvConf", ResolvConfChoice.of(spec, node, facts));
        root.put("rotateCertificates", true);
        if (node.controlPlane()) {
            root.put("staticPodPath", spec.paths().manifests());
        }
        kubelet.systemReserved().ifPresent(reservation -> root.put("systemReserved", quantities(reservation)));
        kubeReserved(kubelet, facts).ifPresent(reservation -> root.put("kubeReserved", quantities(reservation)));
        root.putAll(kubelet.further());
        return YamlText.of(List.of(root));
    }

    private boolean isCgroupV1Refused(Facts facts) {
        return deployment.versions().cgroupV1() == CgroupV1.REFUSED_UNLESS_ALLOWED
                && facts.answer(SystemProbe.QUESTION).cgroups() == Cgroups.V1;
    }

    private static Optional<Reservation> kubeReserved(KubeletSpec kubelet, Facts facts) {
        return switch (kubelet.kubeReserved()) {
            case KubeReserved.Nothing() -> Optional.empty();
            case KubeReserved.WhatFits() ->
                Optional.of(
                        Reservation.fitting(facts.answer(SystemProbe.QUESTION).memoryBytes()));
            case KubeReserved.Exactly(Reservation reservation) -> Optional.of(reservation);
        };
    }

    private static Map<String, Object> quantities(Reservation reservation) {
        Map<String, Object> quantities = new LinkedHashMap<>();
        quantities.put("cpu", reservation.cpu().toString());
        quantities.put("ephemeral-storage", reservation.storage().toString());
        quantities.put("memory", reservation.memory().toString());
        quantities.put("pid", Integer.toString(reservation.processes()));
        return quantities;
    }

    private static Map<String, Object> map(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }
}

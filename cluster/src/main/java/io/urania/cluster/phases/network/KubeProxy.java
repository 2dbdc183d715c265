package io.urania.cluster.phases.network;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.KubeProxySpec;
import io.urania.cluster.value.Network;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The objects of kube-proxy. */
final class KubeProxy {

    private KubeProxy() {}

    /** kube-proxy on every node, if the network plugin does not do its work. It reaches the API server by address, for it is what makes services reachable. */
    static Optional<Manifest> manifest(ClusterDesign design) {
        return design.spec().kubeProxy().map(proxy -> manifest(design, proxy));
    }

    private static Manifest manifest(ClusterDesign design, KubeProxySpec proxy) {
        ClusterSpec spec = design.spec();
        Map<String, String> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(BaseImages.KUBE_PROXY));
        values.put("PULL_POLICY", spec.imagePullPolicy().word());
        values.put(
                "SERVER",
                "https://" + spec.endpoint().address().beforePort() + ":"
                        + spec.endpoint().port());
        values.put("PODS", spec.network().pods());
        values.put("BIND", spec.network().first().isIpv6() ? "'::'" : "0.0.0.0");
        values.put("MODE", proxy.mode().configurationName());
        values.put("STRICT_ARP", Boolean.toString(proxy.strictArp()));
        values.put("CONNTRACK", Integer.toString(proxy.conntrackMaxPerCore()));
        values.put(
                "NODE_PORTS",
                proxy.nodePortAddresses().stream()
                        .map(Network::toString)
                        .collect(Collectors.joining("\", \"", "[\"", "\"]"))
                        .replace("[\"\"]", "[]"));
        values.put("VERBOSITY", Integer.toString(spec.logLevel()));
        return ManifestTemplate.beside(KubeProxy.class, "kube-proxy").fill(values);
    }
}

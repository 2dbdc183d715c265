package io.urania.cluster.phases.network;

import io.urania.artifacts.version.ClusterImage;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.KubeProxySpec;
import io.urania.cluster.spec.NetworkPluginSpec;
import io.urania.cluster.value.FlannelBackend;
import io.urania.cluster.value.Network;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The objects of the network. */
final class Manifests {

    private Manifests() {}

    /** All of them. */
    static List<Manifest> of(ClusterDesign design) {
        return List.of(kubeProxy(design), flannel(design));
    }

    /** kube-proxy on every node. It reaches the API server by address, for it is what makes services reachable. */
    private static Manifest kubeProxy(ClusterDesign design) {
        ClusterSpec spec = design.spec();
        KubeProxySpec proxy = spec.kubeProxy();
        Map<String, String> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(ClusterImage.KUBE_PROXY));
        values.put("PULL_POLICY", spec.imagePullPolicy().word());
        values.put(
                "SERVER",
                "https://" + spec.endpoint().address().beforePort() + ":"
                        + spec.endpoint().port());
        values.put("PODS", spec.network().pods().toString());
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
        return ManifestTemplate.beside(Manifests.class, "kube-proxy").fill(values);
    }

    /** flannel on every node. */
    private static Manifest flannel(ClusterDesign design) {
        ClusterSpec spec = design.spec();
        Map<String, String> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(ClusterImage.FLANNEL));
        values.put("PULL_POLICY", spec.imagePullPolicy().word());
        values.put("PODS", spec.network().pods().toString());
        values.put("BACKEND", backend(spec.network().plugin()));
        values.put("INTERFACE", networkInterface(spec.network().plugin()));
        values.put("API_HOST", spec.endpoint().address().toString());
        values.put("API_PORT", Integer.toString(spec.endpoint().port()));
        return ManifestTemplate.beside(Manifests.class, "flannel").fill(values);
    }

    private static String backend(NetworkPluginSpec plugin) {
        return switch (plugin) {
            case NetworkPluginSpec.Flannel flannel
            when flannel.backend() == FlannelBackend.VXLAN ->
                "{\"Type\": \"vxlan\", \"VNI\": %d, \"Port\": %d}"
                        .formatted(flannel.vxlanIdentifier(), flannel.vxlanPort());
            case NetworkPluginSpec.Flannel flannel ->
                "{\"Type\": \"%s\"}".formatted(flannel.backend().word());
        };
    }

    /** flannel finds the interface by a name or by an address on it. */
    private static String networkInterface(NetworkPluginSpec plugin) {
        return switch (plugin) {
            case NetworkPluginSpec.Flannel flannel -> flannel.networkInterface().orElse("$(HOST_IP)");
        };
    }
}

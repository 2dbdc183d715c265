package io.urania.cluster.phases.network;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.KubeProxySpec;
import io.urania.cluster.value.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        values.put("CONFIGURATION", configuration(spec, proxy));
        values.put("VERBOSITY", Integer.toString(spec.logLevel()));
        return ManifestTemplate.beside(KubeProxy.class, "kube-proxy").fill(values);
    }

    private static String configuration(ClusterSpec spec, KubeProxySpec proxy) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "kubeproxy.config.k8s.io/v1alpha1");
        root.put("kind", "KubeProxyConfiguration");
        root.put("bindAddress", spec.network().first().isIpv6() ? "::" : "0.0.0.0");
        put(root, "clientConnection.kubeconfig", "/etc/kube-proxy/kubeconfig.yaml");
        root.put("clusterCIDR", spec.network().pods());
        root.put("mode", proxy.mode().configurationName());
        put(root, "ipvs.strictARP", proxy.strictArp());
        put(root, "conntrack.maxPerCore", proxy.conntrackMaxPerCore());
        root.put(
                "nodePortAddresses",
                proxy.nodePortAddresses().stream().map(Network::toString).toList());
        proxy.further().forEach((field, value) -> put(root, field, value));
        String text = YamlText.of(List.of(root));
        return text.substring(text.indexOf('\n') + 1);
    }

    /** Puts a value where a name with dots says. */
    private static void put(Map<String, Object> map, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            map.put(name, value);
            return;
        }
        Map<String, Object> inner = new LinkedHashMap<>();
        if (map.get(name.substring(0, dot)) instanceof Map<?, ?> present) {
            present.forEach((key, old) -> inner.put(String.valueOf(key), old));
        }
        put(inner, name.substring(dot + 1), value);
        map.put(name.substring(0, dot), inner);
    }
}

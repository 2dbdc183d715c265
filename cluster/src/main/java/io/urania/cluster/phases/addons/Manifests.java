package io.urania.cluster.phases.addons;

import io.urania.artifacts.version.ClusterImage;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.spec.AddonsSpec;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.DnsSpec;
import io.urania.cluster.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The objects of the add-ons. */
final class Manifests {

    private Manifests() {}

    /** All that the specification asks for, in the order in which they are needed. */
    static List<Manifest> of(ClusterDesign design) {
        ClusterSpec spec = design.spec();
        List<Manifest> manifests = new ArrayList<>();
        if (spec.apiServer().podSecurityPolicy()) {
            manifests.add(podSecurityPolicies());
        }
        manifests.add(coreDns(design));
        spec.dns().nodeLocal().ifPresent(nodeLocal -> manifests.add(nodeLocalDns(design, nodeLocal)));
        spec.addons().metricsServer().ifPresent(settings -> manifests.add(metricsServer(design, settings)));
        return List.copyOf(manifests);
    }

    /** Two policies: everything for kube-system and the nodes, little for everybody else. */
    private static Manifest podSecurityPolicies() {
        return ManifestTemplate.beside(Manifests.class, "pod-security-policies").fill(Map.of());
    }

    /** CoreDNS on control plane hosts: two where there are two. */
    private static Manifest coreDns(ClusterDesign design) {
        ClusterSpec spec = design.spec();
        DnsSpec dns = spec.dns();
        Map<String, Object> values = common(design, ClusterImage.COREDNS);
        values.put("DOMAIN", dns.domain());
        values.put("ENDPOINT_POD_NAMES", dns.endpointPodNames() ? "endpoint_pod_names" : "");
        values.put(
                "EXTERNAL",
                dns.externalZone().map(zone -> "k8s_external " + zone).orElse(""));
        values.put("UPSTREAM", upstream(dns));
        values.put("SERVICE", dns.service().toString());
        values.put("REPLICAS", Math.min(2, spec.controlPlane().size()));
        values.put("CONTROL_PLANE", controlPlaneLabel(design));
        return ManifestTemplate.beside(Manifests.class, "coredns").fill(values);
    }

    /** A cache on every node. */
    private static Manifest nodeLocalDns(ClusterDesign design, DnsSpec.NodeLocal nodeLocal) {
        DnsSpec dns = design.spec().dns();
        Map<String, Object> values = common(design, ClusterImage.COREDNS);
        values.put("DOMAIN", dns.domain());
        values.put("ADDRESS", nodeLocal.address().toString());
        values.put("HEALTH_PORT", nodeLocal.healthPort());
        values.put("SERVICE", dns.service().toString());
        values.put("UPSTREAM", upstream(dns));
        return ManifestTemplate.beside(Manifests.class, "node-local-dns").fill(values);
    }

    /** metrics-server on a control plane host. */
    private static Manifest metricsServer(ClusterDesign design, AddonsSpec.MetricsServer settings) {
        Map<String, Object> values = common(design, ClusterImage.METRICS_SERVER);
        values.put("CONTROL_PLANE", controlPlaneLabel(design));
        values.put("ADDRESS_TYPES", settings.preferredAddressTypes());
        values.put("RESOLUTION", settings.resolution().toString());
        values.put("INSECURE_TLS", Boolean.toString(settings.insecureTls()));
        return ManifestTemplate.beside(Manifests.class, "metrics-server").fill(values);
    }

    private static Map<String, Object> common(ClusterDesign design, ClusterImage image) {
        Map<String, Object> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(image));
        values.put("PULL_POLICY", design.spec().imagePullPolicy().word());
        return values;
    }

    private static String upstream(DnsSpec dns) {
        return dns.upstreamServers().isEmpty()
                ? "/etc/resolv.conf"
                : dns.upstreamServers().stream().map(Address::toString).collect(Collectors.joining(" "));
    }

    private static String controlPlaneLabel(ClusterDesign design) {
        return design.versions().controlPlane().labels().getFirst();
    }
}

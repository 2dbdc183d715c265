package io.urania.cluster.component.addon.coredns;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.component.AddOn;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.DnsSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** CoreDNS on control plane hosts: two where there are two. */
public final class CoreDns implements AddOn {

    /** The program serves the cache of names on nodes too. */
    public static final ImageId IMAGE = ImageId.of("coredns");

    @Override
    public String name() {
        return "coredns";
    }

    @Override
    public List<Variable<?>> reads() {
        return List.of(
                DnsVariables.MODE,
                DnsVariables.DOMAIN,
                DnsVariables.SERVICE,
                DnsVariables.UPSTREAM,
                DnsVariables.EXTERNAL,
                DnsVariables.EXTERNAL_ZONE,
                DnsVariables.ENDPOINT_POD_NAMES,
                ContainerVariables.IMAGE_PULL_POLICY);
    }

    @Override
    public List<Variable<?>> switches() {
        return List.of(DnsVariables.MODE);
    }

    @Override
    public List<Variable<?>> shaping() {
        return List.of(
                DnsVariables.DOMAIN,
                DnsVariables.SERVICE,
                DnsVariables.UPSTREAM,
                DnsVariables.EXTERNAL,
                DnsVariables.EXTERNAL_ZONE,
                DnsVariables.ENDPOINT_POD_NAMES);
    }

    @Override
    public boolean isWanted(ClusterSpec spec) {
        return true;
    }

    @Override
    public Optional<Manifest> manifest(ClusterDesign design) {
        ClusterSpec spec = design.spec();
        DnsSpec dns = spec.dns();
        Map<String, Object> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(IMAGE));
        values.put("PULL_POLICY", spec.imagePullPolicy().word());
        values.put("DOMAIN", dns.domain());
        values.put("ENDPOINT_POD_NAMES", dns.endpointPodNames() ? "endpoint_pod_names" : "");
        values.put(
                "EXTERNAL",
                dns.externalZone().map(zone -> "k8s_external " + zone).orElse(""));
        values.put("UPSTREAM", Upstream.of(dns));
        values.put("SERVICE", dns.service().toString());
        values.put("REPLICAS", Math.min(2, spec.controlPlane().size()));
        values.put("CONTROL_PLANE", design.versions().controlPlane().labels().getFirst());
        return Optional.of(ManifestTemplate.beside(CoreDns.class, name()).fill(values));
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.deployment(name()));
    }

    @Override
    public List<String> components() {
        return List.of(IMAGE.component());
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public List<ImageId> images(NodeSpec node) {
        return node.controlPlane() ? List.of(IMAGE) : List.of();
    }
}

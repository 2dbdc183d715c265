package io.urania.cluster.component.addon.coredns;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.component.AddOn;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.dns.CorefileSpec;
import io.urania.cluster.spec.dns.CorefileSpec.Block;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.CoreDnsVariables;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.ResolverVariables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** CoreDNS: two pods where there are two control plane hosts, more in large clusters. */
public final class CoreDns implements AddOn {

    /** The program serves the cache of names on nodes too. */
    public static final ImageId IMAGE = ImageId.of("coredns");

    /** The pod's: it has no capability for another one. */
    private static final int PORT = 1053;

    private static final int STABLE_BUDGETS = 21;

    private final Instance instance;

    private CoreDns(Instance instance) {
        this.instance = instance;
    }

    /** The one that every cluster has. */
    public static CoreDns first() {
        return new CoreDns(Instance.FIRST);
    }

    /** That of {@code dns_mode: coredns_dual}. */
    public static CoreDns second() {
        return new CoreDns(Instance.SECOND);
    }

    @Override
    public String name() {
        return instance.objects();
    }

    @Override
    public List<Variable<?>> reads() {
        List<Variable<?>> read = new ArrayList<>(List.of(DnsVariables.MODE, ContainerVariables.IMAGE_PULL_POLICY));
        read.addAll(shaping());
        return List.copyOf(read);
    }

    @Override
    public List<Variable<?>> switches() {
        return List.of(DnsVariables.MODE);
    }

    @Override
    public List<Variable<?>> shaping() {
        List<Variable<?>> shaping = new ArrayList<>(List.of(
                DnsVariables.DOMAIN,
                instance == Instance.FIRST ? DnsVariables.SERVICE : DnsVariables.SECOND_SERVICE,
                DnsVariables.UPSTREAM,
                ResolverVariables.NAME_SERVERS,
                DnsVariables.EXTERNAL,
                DnsVariables.EXTERNAL_ZONE,
                DnsVariables.ENDPOINT_POD_NAMES));
        shaping.addAll(CoreDnsVariables.REPLICA_COUNT);
        shaping.addAll(CorefileVariables.CORE_DNS);
        return List.copyOf(shaping);
    }

    @Override
    public boolean isWanted(ClusterSpec spec) {
        return instance.service(spec.dns()).isPresent();
    }

    @Override
    public Optional<Manifest> manifest(ClusterDesign design) {
        ClusterSpec spec = design.spec();
        DnsSpec dns = spec.dns();
        Map<String, Object> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(IMAGE));
        values.put("PULL_POLICY", spec.imagePullPolicy().word());
        values.put("COREFILE", corefile(dns));
        values.put("RESOURCES", dns.coreDnsResources().tree());
        values.put("NAME", name());
        values.put("APP", instance.app());
        values.put("SERVICE", instance.service(dns).orElseThrow().toString());
        values.put("REPLICAS", dns.replicas());
        Placement placement = new Placement(
                instance.app(),
                design.versions().controlPlane().labels().getFirst(),
                isEverywhere(spec),
                dns.tolerations());
        values.put("NODE_SELECTOR", placement.nodeSelector());
        values.put("TOLERATIONS", placement.tolerations());
        values.put("AFFINITY", placement.affinity());
        List<Map<String, Object>> budgets = dns.maxUnavailable()
                .map(most -> List.of(budget(most, spec.kubernetes().minor())))
                .orElse(List.of());
        return Optional.of(
                ManifestTemplate.beside(CoreDns.class, "coredns").as(name()).fill(values, budgets));
    }

    /** How many of its pods may be away at once when nodes are drained (Kubernetes API, "PodDisruptionBudget v1"). */
    private Map<String, Object> budget(String most, int minor) {
        Map<String, Object> budget = new LinkedHashMap<>();
        budget.put("apiVersion", minor < STABLE_BUDGETS ? "policy/v1beta1" : "policy/v1");
        budget.put("kind", "PodDisruptionBudget");
        budget.put("metadata", new TreeMap<>(Map.of("name", name(), "namespace", "kube-system")));
        budget.put(
                "spec",
                new TreeMap<>(Map.of(
                        "maxUnavailable",
                        most.endsWith("%") ? most : Integer.valueOf(most),
                        "selector",
                        new TreeMap<>(Map.of("matchLabels", new TreeMap<>(Map.of("k8s-app", instance.app())))))));
        return budget;
    }

    private static String corefile(DnsSpec dns) {
        CorefileSpec spec = dns.coreDns();
        Corefile corefile = new Corefile().zones(spec, PORT, 5, Optional.empty());
        corefile.open(".:" + PORT)
                .lines(Corefile.block(spec, Block.ADDITIONAL))
                .errors(spec)
                .open("health")
                .line("lameduck 5s")
                .close()
                .lines(Corefile.block(spec, Block.REWRITE));
        spec.formerDomains()
                .forEach(
                        domain -> corefile.line("rewrite name suffix " + domain + " " + dns.domain() + " answer auto"));
        corefile.line("ready");
        kubernetes(dns, spec, corefile);
        dns.externalZone().ifPresent(zone -> corefile.line("k8s_external " + zone));
        corefile.hosts(spec).line("prometheus :9153").upstream(dns, spec, List.of("prefer_udp"));
        Optional<String> cache = Corefile.block(spec, Block.CACHE);
        return (cache.isEmpty() ? corefile.line("cache 30") : corefile.lines(cache))
                .line("loop")
                .line("reload")
                .line("loadbalance")
                .close()
                .toString();
    }

    private static void kubernetes(DnsSpec dns, CorefileSpec spec, Corefile corefile) {
        List<String> zones = new ArrayList<>(List.of("kubernetes", dns.domain()));
        zones.addAll(dns.extraDomains());
        if (dns.reverseLookups()) {
            zones.addAll(List.of("in-addr.arpa", "ip6.arpa"));
        }
        corefile.open(String.join(" ", zones)).line("pods insecure");
        if (dns.endpointPodNames()) {
            corefile.line("endpoint_pod_names");
        }
        if (dns.reverseLookups()) {
            corefile.line("fallthrough in-addr.arpa ip6.arpa");
        }
        Optional<String> options = Corefile.block(spec, Block.KUBERNETES);
        (options.filter(lines -> lines.contains("ttl ")).isPresent() ? corefile : corefile.line("ttl 30"))
                .lines(options)
                .close();
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
    public List<ImageId> images(ClusterSpec spec, NodeSpec node) {
        return node.controlPlane() || isEverywhere(spec) ? List.of(IMAGE) : List.of();
    }

    /** Whether there are to be more pods than control plane hosts, each on a node of its own. */
    private static boolean isEverywhere(ClusterSpec spec) {
        return spec.dns().replicas() > spec.controlPlane().size();
    }
}

package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Quantity;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.BlockType;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.SchedulingTypes;
import io.urania.cluster.variable.type.TreesType;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an inventory adds to how names are resolved: CoreDNS', and the cache's on every node. */
public final class CorefileVariables {

    private static final String COREFILE = "CoreDNS' Corefile: ";
    private static final String CACHE_FILE = "Corefile of the cache on nodes: ";
    private static final String CONTAINER = "resources of CoreDNS: ";
    private static final String CACHE_CONTAINER = "resources of the cache on nodes: ";

    public static final Variable<List<Object>> ZONES = of("coredns_external_zones", new TreesType())
            .means("zones that CoreDNS asks other servers for: mappings of zones, nameservers, cache and rewrite")
            .does(COREFILE + "a block for each")
            .otherwise(List.of(), "none");

    public static final Variable<String> ADDITIONAL = of("coredns_additional_configs", new BlockType())
            .means("further plugins for all names")
            .does(COREFILE + "first lines of the block of all names")
            .unlessSet("none");

    public static final Variable<String> ERRORS = of("coredns_additional_error_config", new BlockType())
            .means("how errors are told")
            .does(COREFILE + "lines of plugin errors")
            .unlessSet("as CoreDNS has it");

    public static final Variable<String> REWRITE = of("coredns_rewrite_block", new BlockType())
            .means("names that mean others")
            .does(COREFILE + "plugins rewrite")
            .unlessSet("none");

    public static final Variable<String> CACHE = of("coredns_default_zone_cache_block", new BlockType())
            .means("how long answers are kept")
            .does(COREFILE + "plugin cache")
            .unlessSet("30 seconds");

    public static final Variable<List<String>> KUBERNETES_OPTIONS = of(
                    "coredns_kubernetes_extra_opts",
                    CollectionTypes.listOf(ScalarTypes.matching(
                            "an option of plugin kubernetes, such as ttl 60", "[A-Za-z0-9_.:/ -]+", "noendpoints")))
            .means("options of how services are found")
            .does(COREFILE + "lines of plugin kubernetes")
            .otherwise(List.of(), "none");

    public static final Variable<String> EXTRA_DOMAINS = of(
                    "coredns_kubernetes_extra_domains",
                    ScalarTypes.matching("zones with blanks between them", "[A-Za-z0-9_. -]*", "services.test"))
            .means("further zones in which services are found")
            .does(COREFILE + "zones of plugin kubernetes")
            .otherwise("", "none");

    public static final Variable<Boolean> REVERSE_LOOKUPS = of(
                    "enable_coredns_reverse_dns_lookups", ScalarTypes.truth())
            .means("whether names are found by addresses")
            .does(COREFILE + "zones in-addr.arpa and ip6.arpa of plugin kubernetes")
            .otherwise(true);

    public static final Variable<List<String>> FORMER_DOMAINS = of(
                    "old_dns_domains", CollectionTypes.listOf(ClusterTypes.domainName()))
            .means("domains that the cluster had, whose names still mean the same")
            .does(COREFILE + "plugins rewrite; " + CACHE_FILE + "zones")
            .otherwise(List.of(), "none");

    public static final Variable<Map<String, String>> FORWARD_OPTIONS = of(
                    "dns_upstream_forward_extra_opts",
                    CollectionTypes.textsMatching(
                            "options of plugin forward, such as max_concurrent: 1000", "[A-Za-z0-9_.:/ -]*"))
            .means("options of how other servers are asked")
            .does(COREFILE + "lines of plugin forward; " + CACHE_FILE + "the same")
            .otherwise(Map.of(), "none");

    public static final Variable<String> HOSTS = of("dns_etchosts", new BlockType())
            .means("names and addresses as /etc/hosts has them, asked first")
            .does(COREFILE + "plugin hosts; " + CACHE_FILE + "the same")
            .unlessSet("none");

    public static final Variable<Quantity> CPU_REQUEST =
            quantity("dns_cpu_requests", CONTAINER + "requests.cpu", "50m");
    public static final Variable<Quantity> MEMORY_REQUEST =
            quantity("dns_memory_requests", CONTAINER + "requests.memory", "40Mi");
    public static final Variable<Quantity> MEMORY_LIMIT =
            quantity("dns_memory_limit", CONTAINER + "limits.memory", "170Mi");
    public static final Variable<Quantity> CPU_LIMIT = of("dns_cpu_limit", ClusterTypes.quantity())
            .means(CONTAINER + "limits.cpu")
            .does(CONTAINER + "limits.cpu")
            .unlessSet("none");

    public static final Variable<List<Object>> CACHE_ZONES = of("nodelocaldns_external_zones", new TreesType())
            .means("zones that the cache asks other servers for: mappings of zones, nameservers, cache and rewrite")
            .does(CACHE_FILE + "a block for each")
            .otherwise(List.of(), "none");

    public static final Variable<String> CACHE_ADDITIONAL = of("nodelocaldns_additional_configs", new BlockType())
            .means("further plugins of the cache for all names")
            .does(CACHE_FILE + "first lines of the block of all names")
            .unlessSet("none");

    public static final Variable<Integer> CACHE_METRICS_PORT = of("nodelocaldns_prometheus_port", ScalarTypes.port())
            .means("TCP port of the cache's metrics")
            .does(CACHE_FILE + "plugin prometheus")
            .otherwise(9253);

    public static final Variable<Quantity> CACHE_CPU_REQUEST =
            quantity("nodelocaldns_cpu_requests", CACHE_CONTAINER + "requests.cpu", "25m");
    public static final Variable<Quantity> CACHE_MEMORY_REQUEST =
            quantity("nodelocaldns_memory_requests", CACHE_CONTAINER + "requests.memory", "20Mi");
    public static final Variable<Quantity> CACHE_MEMORY_LIMIT =
            quantity("nodelocaldns_memory_limit", CACHE_CONTAINER + "limits.memory", "200Mi");

    public static final Variable<List<Object>> TOLERATIONS = of("dns_extra_tolerations", SchedulingTypes.tolerations())
            .means("further tolerations of CoreDNS' pods")
            .does("CoreDNS' Deployment, tolerations")
            .otherwise(List.of(), "none");

    public static final Variable<Boolean> DISRUPTION_BUDGET = of("coredns_pod_disruption_budget", ScalarTypes.truth())
            .means("whether drained nodes wait for CoreDNS elsewhere")
            .does("PodDisruptionBudget coredns in namespace kube-system")
            .otherwise(false);

    public static final Variable<String> MAX_UNAVAILABLE = of(
                    "coredns_pod_disruption_budget_max_unavailable",
                    ScalarTypes.matching("a number or a percentage", "[0-9]{1,4}|[0-9]{1,2}%|100%", "1", "30%"))
            .means("how many of CoreDNS' pods may be away meanwhile")
            .does("maxUnavailable of that PodDisruptionBudget")
            .otherwise("30%", "30%");

    /** What CoreDNS is made of. */
    public static final List<Variable<?>> CORE_DNS = List.of(
            ZONES,
            ADDITIONAL,
            ERRORS,
            REWRITE,
            CACHE,
            KUBERNETES_OPTIONS,
            EXTRA_DOMAINS,
            REVERSE_LOOKUPS,
            FORMER_DOMAINS,
            FORWARD_OPTIONS,
            HOSTS,
            TOLERATIONS,
            DISRUPTION_BUDGET,
            MAX_UNAVAILABLE,
            CPU_REQUEST,
            MEMORY_REQUEST,
            MEMORY_LIMIT,
            CPU_LIMIT);

    /** What the cache is made of. */
    public static final List<Variable<?>> NODE_LOCAL = List.of(
            CACHE_ZONES,
            CACHE_ADDITIONAL,
            FORMER_DOMAINS,
            FORWARD_OPTIONS,
            HOSTS,
            CACHE_CPU_REQUEST,
            CACHE_MEMORY_REQUEST,
            CACHE_MEMORY_LIMIT);

    public static final List<Variable<?>> ALL = Stream.of(CORE_DNS, List.of(CACHE_METRICS_PORT), NODE_LOCAL)
            .flatMap(List::stream)
            .<Variable<?>>map(variable -> variable)
            .distinct()
            .toList();

    private CorefileVariables() {}

    private static Variable<Quantity> quantity(String name, String meaning, String usual) {
        return of(name, ClusterTypes.quantity()).means(meaning).does(meaning).otherwise(new Quantity(usual));
    }

    private static <T> Variable<T> of(String name, VariableType<T> type) {
        return variable(name, type).scope(Scope.CONTROL_PLANE);
    }
}

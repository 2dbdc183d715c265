package io.urania.cluster.reader;

import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.reader.apiserver.ApiServerReader;
import io.urania.cluster.reader.dns.DnsReader;
import io.urania.cluster.reader.dns.ResolverReader;
import io.urania.cluster.reader.host.AccessReader;
import io.urania.cluster.reader.host.BootReader;
import io.urania.cluster.reader.host.UpkeepReader;
import io.urania.cluster.reader.rule.DirectoryRules;
import io.urania.cluster.reader.rule.GroupNameRules;
import io.urania.cluster.reader.rule.GroupRules;
import io.urania.cluster.reader.rule.KnownNameRules;
import io.urania.cluster.reader.rule.LocalDirectoryRules;
import io.urania.cluster.reader.rule.MistypedHosts;
import io.urania.cluster.reader.rule.NameServerRules;
import io.urania.cluster.reader.rule.NetworkRules;
import io.urania.cluster.reader.rule.PasswordRules;
import io.urania.cluster.reader.rule.PortRules;
import io.urania.cluster.reader.rule.RenewalRules;
import io.urania.cluster.reader.rule.SecurityRules;
import io.urania.cluster.reader.rule.VersionRules;
import io.urania.cluster.reader.source.Families;
import io.urania.cluster.reader.source.NameLookup;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.AddonsSpec;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HandoutSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.KubeProxySpec;
import io.urania.cluster.spec.KubeadmSpec;
import io.urania.cluster.spec.MemoryRequirement;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.spec.NodeRuntimeSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.PathsSpec;
import io.urania.cluster.spec.ProgramFlags;
import io.urania.cluster.spec.ProxySpec;
import io.urania.cluster.spec.access.AccessSpec;
import io.urania.cluster.spec.apiserver.ApiServerSpec;
import io.urania.cluster.spec.boot.BootSpec;
import io.urania.cluster.spec.clock.ClockSpec;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.spec.dns.ResolverSpec;
import io.urania.cluster.spec.upkeep.UpkeepSpec;
import io.urania.cluster.value.ImagePullPolicy;
import io.urania.cluster.value.RegistryCredentials;
import io.urania.cluster.value.Secret;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Causes;
import io.urania.inventory.problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a {@link ClusterSpec} of an inventory, and tells everything that is wrong with it at once. */
public final class ClusterSpecReader {
    private final VersionTable versions;
    private final NameLookup names;

    /**
     * A reader.
     *
     * @param versions the Kubernetes versions there are
     * @param names finds addresses of hosts whose address the inventory does not say
     */
    public ClusterSpecReader(VersionTable versions, NameLookup names) {
        this.versions = versions;
        this.names = names;
    }

    /** A reader with the version table that comes with Urania and this machine's resolver. */
    public static ClusterSpecReader standard() {
        return new ClusterSpecReader(VersionTable.standard(), NameLookup.system());
    }

    /** Reads the inventory, best one that {@link ClusterInventory} loaded. Nothing is written: see {@link Inventory#newPasswords}. */
    public ClusterReading read(Inventory inventory) {
        return read(inventory, new VariableReader(inventory));
    }

    ClusterReading read(Inventory inventory, VariableReader variables) {
        inventory.warnings().forEach(variables::report);
        Source source = Source.of(inventory, variables);
        new GroupNameRules(source).check();
        new GroupRules(source).check();
        KubernetesVersion kubernetes = source.get(DeploymentVariables.KUBERNETES_VERSION);
        Families families = new FamilyReader(source).read(kubernetes);
        Map<String, HostSpec> hosts = new HostReader(source, names, families).read(new MistypedHosts(source));
        List<NodeSpec> nodes = new NodeReader(source).read(hosts);
        List<HostSpec> balancers = source.membership().balancers().stream()
                .filter(hosts::containsKey)
                .map(hosts::get)
                .toList();
        Map<String, BootSpec> boots = new BootReader(source).read(hosts.values());
        Map<String, ClockSpec> clocks = new ClockReader(source).read(hosts.values());
        Optional<KubeProxySpec> kubeProxy = new KubeProxyReader(source).read();
        new VersionRules(source, versions).check(kubernetes, kubeProxy.map(KubeProxySpec::mode));
        NetworkSpec network = new NetworkReader(source).read(families);
        ProxySpec proxies = new NetworkReader(source).proxies();
        ResolverReader resolverReader = new ResolverReader(source, new DnsReader(source).read(network));
        DnsSpec dns = resolverReader.dns();
        Map<String, ResolverSpec> resolvers = resolverReader.read(hosts.values());
        Map<String, AccessSpec> accesses = new AccessReader(source).read(hosts.values());
        Map<String, UpkeepSpec> upkeep = new UpkeepReader(source).read(hosts.values());
        Optional<ApiEndpoint> endpoint = new EndpointReader(source).read(hosts);
        new NetworkRules(source).check(network, dns, hosts.values(), nodes, endpoint);
        new NameServerRules(source).check(dns, resolvers);
        EtcdSpec etcd = new EtcdReader(source).read(hosts);
        NodeRuntimeSpec runtime = source.get(NodeRuntimes.CHOICE).read(source);
        ApiServerSpec apiServer = new ApiServerReader(source).read(kubernetes);
        ProgramFlags flags = new FlagReader(source).read(kubernetes);
        KubeadmSpec kubeadm = new KubeadmReader(source).read(kubernetes);
        Map<String, Object> scheduler = new SchedulerReader(source).read(kubernetes);
        new RenewalRules(source).check();
        AddonsSpec addons = new AddonsReader(source).read();
        new KnownNameRules(source, kubernetes).check();
        new SecurityRules(source).check(kubernetes);
        PathsSpec paths = new PathsReader(source).read();
        new DirectoryRules(source).check();
        new LocalDirectoryRules(source).check(paths);
        HandoutSpec handouts = new HandoutSpec(
                source.get(DeploymentVariables.KUBECONFIG),
                source.get(DeploymentVariables.BY_CONNECTION),
                source.get(DeploymentVariables.KUBECTL));
        MemoryRequirement memory = new MemoryRequirement(
                source.get(NodeVariables.MINIMAL_NODE_MEMORY), source.get(NodeVariables.MINIMAL_CONTROL_PLANE_MEMORY));
        String name = source.get(DnsVariables.CLUSTER_NAME);
        int logLevel = source.get(ApiServerVariables.LOG_LEVEL);
        ImagePullPolicy pullPolicy = source.get(ContainerVariables.IMAGE_PULL_POLICY);
        List<RegistryCredentials> registryCredentials = source.get(ContainerVariables.REGISTRY_CREDENTIALS);
        Optional<Secret> certificateKey = source.find(ApiServerVariables.CERTIFICATE_KEY);
        new PasswordRules(source).check(paths.credentials());
        boolean usable = variables.problems().stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        Optional<ClusterSpec> spec = endpoint.filter(_ -> usable)
                .map(found -> new ClusterSpec(
                        name,
                        kubernetes,
                        nodes,
                        boots,
                        clocks,
                        resolvers,
                        accesses,
                        upkeep,
                        balancers,
                        found,
                        network,
                        proxies,
                        etcd,
                        runtime,
                        apiServer,
                        flags,
                        kubeadm,
                        scheduler,
                        kubeProxy,
                        dns,
                        addons,
                        paths,
                        handouts,
                        memory,
                        logLevel,
                        pullPolicy,
                        registryCredentials,
                        certificateKey))
                .filter(new PortRules(source)::check);
        return new ClusterReading(spec, new Causes(inventory.hosts()).of(variables.problems()), variables.oldNames());
    }
}

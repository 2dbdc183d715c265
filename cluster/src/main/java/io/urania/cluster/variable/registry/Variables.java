package io.urania.cluster.variable.registry;

import io.urania.cluster.component.addon.AddOns;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.kubespray.KubesprayNames;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.family.Families;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.program.KubeProxySettings;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.cluster.variable.rows.AccessVariables;
import io.urania.cluster.variable.rows.AddonVariables;
import io.urania.cluster.variable.rows.AdmissionVariables;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.AuditVariables;
import io.urania.cluster.variable.rows.BalancerVariables;
import io.urania.cluster.variable.rows.BootVariables;
import io.urania.cluster.variable.rows.ClockVariables;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.CoreDnsVariables;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.EncryptionVariables;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.HostAccessVariables;
import io.urania.cluster.variable.rows.KubeadmVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.cluster.variable.rows.NodeLocalVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.cluster.variable.rows.ResolverVariables;
import io.urania.cluster.variable.rows.SchedulerVariables;
import io.urania.cluster.variable.upkeep.UpkeepVariables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All rows of the registry, by topic. */
public final class Variables {
    private static final Map<String, Variable<?>> BY_NAME = new LinkedHashMap<>();

    private static final List<Topic> TOPICS = List.of(
            new Topic("Hosts and connections", ConnectionVariables.ALL),
            new Topic("Access to hosts", HostAccessVariables.ALL),
            new Topic("Nodes", NodeVariables.ALL),
            new Topic("How hosts start", BootVariables.ALL),
            new Topic("Packages and services of hosts", UpkeepVariables.ALL),
            new Topic("Clocks", ClockVariables.ALL),
            new Topic("Version and deployment", DeploymentVariables.ALL),
            new Topic("Directories", PathVariables.ALL),
            new Topic("Load balancer", BalancerVariables.ALL),
            new Topic("etcd", EtcdVariables.ALL),
            new Topic("Containers", containers()),
            new Topic("Control plane", ApiServerVariables.ALL),
            new Topic("Flags of the control plane", FlagVariables.variables()),
            new Topic("Scheduler", SchedulerVariables.ALL),
            new Topic("kubeadm", KubeadmVariables.ALL),
            new Topic("Admission", AdmissionVariables.ALL),
            new Topic("Audit log", AuditVariables.ALL),
            new Topic("Access to the API", AccessVariables.ALL),
            new Topic("Encryption at rest", EncryptionVariables.ALL),
            new Topic("Kubelet", KubeletVariables.ALL),
            new Topic("Fields of the kubelet's configuration", KubeletSettings.variables()),
            new Topic("Network", network()),
            new Topic("Fields of kube-proxy's configuration", KubeProxySettings.variables()),
            new Topic("Names", DnsVariables.ALL),
            new Topic("How names are resolved", CorefileVariables.ALL),
            new Topic("Number of CoreDNS' pods", CoreDnsVariables.ALL),
            new Topic("Caches of names on nodes", NodeLocalVariables.ALL),
            new Topic("How hosts find names", ResolverVariables.ALL),
            new Topic("Add-ons", addOns()));

    private static final Set<String> KNOWN = new TreeSet<>();

    static {
        all().forEach(variable -> variable.names().forEach(name -> BY_NAME.put(name, variable)));
        KNOWN.addAll(BY_NAME.keySet());
        KNOWN.addAll(KubesprayNames.all());
    }

    private Variables() {}

    private static List<Variable<?>> containers() {
        List<Variable<?>> rows = new ArrayList<>(List.of(NodeRuntimes.CHOICE));
        NodeRuntimes.ALL.forEach(runtime -> rows.addAll(runtime.variables()));
        rows.addAll(ContainerVariables.ALL);
        return List.copyOf(rows);
    }

    private static List<Variable<?>> network() {
        List<Variable<?>> rows = new ArrayList<>(List.of(NetworkPlugins.CHOICE));
        NetworkPlugins.ALL.forEach(plugin -> rows.addAll(plugin.variables()));
        rows.addAll(NetworkVariables.ALL);
        return List.copyOf(rows);
    }

    private static List<Variable<?>> addOns() {
        List<Variable<?>> rows = new ArrayList<>();
        AddOns.ALL.forEach(addOn -> rows.addAll(addOn.variables()));
        rows.addAll(AddonVariables.ALL);
        return List.copyOf(rows);
    }

    /** The topics, in the order of the documentation. */
    public static List<Topic> topics() {
        return TOPICS;
    }

    public static List<Variable<?>> all() {
        return TOPICS.stream()
                .map(Topic::variables)
                .flatMap(Collection::stream)
                .<Variable<?>>map(variable -> variable)
                .toList();
    }

    /** The row of a name, old or new, or the one that its family gives it; a key of a mapping is named with a dot. */
    public static Optional<Variable<?>> named(String name) {
        Variable<?> own = BY_NAME.get(name);
        return own != null || isMapping(name)
                ? Optional.ofNullable(own)
                : Families.row(name).map(row -> row);
    }

    /** Whether the registry knows keys of this name only, such as {@code containerd_config.grpc}. */
    public static boolean isMapping(String name) {
        return BY_NAME.keySet().stream().anyMatch(known -> known.startsWith(name + "."));
    }

    /** Every name that has a row of its own, old ones and new ones. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }

    /** Every name that means something, those of families too. */
    public static Set<String> known() {
        return Collections.unmodifiableSet(KNOWN);
    }

    /**
     * Some variables about one thing.
     *
     * @param title what they are about
     */
    public record Topic(String title, List<Variable<?>> variables) {}
}

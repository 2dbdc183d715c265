package io.urania.cluster.variable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rows of the registry, by topic. */
public final class Variables {
    private static final Map<String, Variable<?>> BY_NAME = new LinkedHashMap<>();

    private static final List<Topic> TOPICS = List.of(
            new Topic("Hosts and connections", ConnectionVariables.ALL),
            new Topic("Nodes", NodeVariables.ALL),
            new Topic("Version and deployment", DeploymentVariables.ALL),
            new Topic("Directories", PathVariables.ALL),
            new Topic("Load balancer", BalancerVariables.ALL),
            new Topic("etcd", EtcdVariables.ALL),
            new Topic("Containers", ContainerVariables.ALL),
            new Topic("Control plane", ApiServerVariables.ALL),
            new Topic("Kubelet", KubeletVariables.ALL),
            new Topic("Network", NetworkVariables.ALL),
            new Topic("Names", DnsVariables.ALL),
            new Topic("Add-ons", AddonVariables.ALL));

    static {
        all().forEach(variable -> variable.names().forEach(name -> BY_NAME.put(name, variable)));
    }

    private Variables() {}

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

    /** The row of a name, old or new; a key of a mapping is named with a dot. */
    public static Optional<Variable<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Every name, old ones and new ones. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * Some variables about one thing.
     *
     * @param title what they are about
     */
    public record Topic(String title, List<Variable<?>> variables) {}
}

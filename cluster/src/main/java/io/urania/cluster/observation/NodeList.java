package io.urania.cluster.observation;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nodes as the API server writes them: the parts of a NodeList that matter here (Kubernetes API reference, "Node v1 core").
 * Empty maps and lists are left out there, a node's labels and taints among them.
 */
record NodeList(@Nullable List<Item> items) {

    private static final Gson GSON = new Gson();

    /**
     * The nodes by name.
     *
     * @throws JsonParseException if the text is no list of nodes
     */
    static SortedMap<String, NodeFact> parse(String json) {
        @Nullable NodeList list = GSON.fromJson(json, NodeList.class);
        if (list == null || list.items == null) {
            throw new JsonParseException("it contains no list of nodes");
        }
        SortedMap<String, NodeFact> nodes = new TreeMap<>();
        list.items.stream().map(Item::fact).forEach(node -> nodes.put(node.name(), node));
        return nodes;
    }

    record Item(
            @Nullable Metadata metadata,
            @Nullable Spec spec,
            @Nullable Status status) {

        NodeFact fact() {
            if (metadata == null || metadata.name == null) {
                throw new JsonParseException("a node has no name");
            }
            NodeInfo info = status == null || status.nodeInfo == null ? new NodeInfo(null, null) : status.nodeInfo;
            return new NodeFact(
                    metadata.name,
                    status != null && status.isReady(),
                    new TreeMap<>(metadata.labels == null ? Map.of() : metadata.labels),
                    spec == null ? new TreeSet<>() : spec.taintTexts(),
                    info.kubeletVersion == null ? "" : info.kubeletVersion,
                    info.machineID == null ? "" : info.machineID,
                    status == null ? new TreeSet<>() : status.internalAddresses(),
                    spec == null ? new TreeSet<>() : spec.podNetworks());
        }
    }

    record Metadata(@Nullable String name, @Nullable Map<String, String> labels) {}

    record Spec(@Nullable List<Taint> taints, @Nullable List<String> podCIDRs) {

        TreeSet<String> podNetworks() {
            return new TreeSet<>(podCIDRs == null ? List.of() : podCIDRs);
        }

        TreeSet<String> taintTexts() {
            List<Taint> present = taints == null ? List.of() : taints;
            return present.stream().map(Taint::text).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    record Taint(String key, @Nullable String value, String effect) {

        String text() {
            return key + (value == null || value.isEmpty() ? "" : "=" + value) + ":" + effect;
        }
    }

    record Status(
            @Nullable List<Condition> conditions,
            @Nullable NodeInfo nodeInfo,
            @Nullable List<NodeAddress> addresses) {

        boolean isReady() {
            return conditions != null
                    && conditions.stream()
                            .anyMatch(condition -> condition.type.equals("Ready") && condition.status.equals("True"));
        }

        TreeSet<String> internalAddresses() {
            List<NodeAddress> present = addresses == null ? List.of() : addresses;
            return present.stream()
                    .filter(address -> address.type.equals("InternalIP"))
                    .map(NodeAddress::address)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    record Condition(String type, String status) {}

    record NodeAddress(String type, String address) {}

    record NodeInfo(
            @Nullable String kubeletVersion, @Nullable String machineID) {}
}

package io.urania.inventory.listing;

import io.urania.inventory.source.Group;
import io.urania.inventory.source.GroupPriority;
import io.urania.inventory.source.Host;
import io.urania.inventory.source.LoadedInventory;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code ansible-inventory} prints. Values are as written: templates unrendered, values of {@code !vault} encrypted; what stands in a
 * file that is encrypted as a whole is in clear, as there.
 */
public final class InventoryListing {
    /** Variables that Ansible itself sets, and does not print: its {@code INTERNAL_STATIC_VARS}. */
    private static final Set<String> INTERNAL = Set.of(
            "ansible_async_path",
            "ansible_collection_name",
            "ansible_config_file",
            "ansible_dependent_role_names",
            "ansible_diff_mode",
            "ansible_facts",
            "ansible_forks",
            "ansible_inventory_sources",
            "ansible_limit",
            "ansible_play_batch",
            "ansible_play_hosts",
            "ansible_play_hosts_all",
            "ansible_play_role_names",
            "ansible_playbook_python",
            "ansible_role_name",
            "ansible_role_names",
            "ansible_run_tags",
            "ansible_skip_tags",
            "ansible_verbosity",
            "ansible_version",
            "group_names",
            "groups",
            "hostvars",
            "inventory_dir",
            "inventory_file",
            "inventory_hostname",
            "inventory_hostname_short",
            "play_hosts",
            "playbook_dir",
            "role_name",
            "role_names",
            "role_path",
            "role_uuid");

    private final LoadedInventory loaded;
    private final boolean export;

    /**
     * A listing.
     *
     * @param export whether variables are shown with the group or host they are written for, not with every host that gets them
     */
    public InventoryListing(LoadedInventory loaded, boolean export) {
        this.loaded = loaded;
        this.export = export;
    }

    /** {@code --list}: groups with their hosts and children, and the variables of every host. */
    public String json() {
        return written(this::writeJson);
    }

    /**
     * As {@link #json()}, in ASCII and with a newline at the end. The stream is not closed.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void writeJson(OutputStream target) throws IOException {
        JsonOutput json = new JsonOutput(target);
        json.begin();
        json.key("_meta").begin();
        json.key("hostvars").begin();
        SortedMap<String, Host> hosts = new TreeMap<>();
        loaded.tree().hosts().forEach(host -> hosts.put(host.name(), host));
        for (Host host : hosts.values()) {
            SortedMap<String, Value> variables = variables(host);
            if (!variables.isEmpty()) {
                json.key(host.name()).value(variables);
            }
        }
        json.end().end();
        SortedMap<String, Group> groups = new TreeMap<>();
        loaded.tree().groups().forEach(group -> groups.put(group.name(), group));
        for (Group group : groups.values()) {
            writeGroup(group, json);
        }
        json.end().finish();
    }

    /** Writes to a stream. */
    private interface Writing {
        void to(OutputStream target) throws IOException;
    }

    private static String written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    /**
     * {@code --host}: the variables of one host.
     *
     * @throws NoSuchElementException if there is no such host
     */
    public String json(String host) {
        SortedMap<String, Value> variables = variables(host(host));
        return written(target -> new JsonOutput(target).value(variables).finish());
    }

    /** {@code --list --yaml}: an inventory in YAML. */
    public String yaml() {
        return new YamlOutput().write(yamlGroup(loaded.tree().all(), new HashSet<>(), new HashSet<>()));
    }

    /**
     * {@code --host --yaml}.
     *
     * @throws NoSuchElementException if there is no such host
     */
    public String yaml(String host) {
        return new YamlOutput().write(plain(variables(host(host))));
    }

    /**
     * {@code --graph}: the tree below a group.
     *
     * @param withVariables whether the variables of hosts and groups are shown
     * @throws NoSuchElementException if there is no such group
     */
    public String graph(String start, boolean withVariables) {
        Group group = Optional.ofNullable(loaded.tree().group(start)).orElseThrow();
        return String.join("\n", new GraphOutput(this, withVariables).lines(group));
    }

    private Host host(String name) {
        return Optional.ofNullable(loaded.tree().host(name)).orElseThrow();
    }

    /** The variables of a host that are shown, by name. */
    SortedMap<String, Value> variables(Host host) {
        return merged(export ? loaded.ownLayersOf(host) : loaded.layersOf(host));
    }

    /** The variables of a group that are shown, by name. */
    SortedMap<String, Value> variables(Group group) {
        SortedMap<String, Value> variables = merged(loaded.layersOf(group));
        if (!group.priority().equals(BigInteger.ONE)) {
            variables.put(
                    GroupPriority.NAME,
                    new IntegerValue(group.priority(), group.priorityPlaces().getLast()));
        }
        return variables;
    }

    private static SortedMap<String, Value> merged(List<MapValue> layers) {
        SortedMap<String, Value> variables = new TreeMap<>();
        layers.forEach(layer -> variables.putAll(layer.entries()));
        variables.keySet().removeAll(INTERNAL);
        return variables;
    }

    private void writeGroup(Group group, JsonOutput json) throws IOException {
        List<String> hosts = group.isAll()
                ? List.of()
                : group.hosts().stream().map(Host::name).toList();
        List<String> children = group.children().stream().map(Group::name).toList();
        SortedMap<String, Value> variables = export ? variables(group) : new TreeMap<>();
        if (hosts.isEmpty() && children.isEmpty() && variables.isEmpty()) {
            return;
        }
        json.key(group.name()).begin();
        if (!children.isEmpty()) {
            json.key("children").names(children);
        }
        if (!hosts.isEmpty()) {
            json.key("hosts").names(hosts);
        }
        if (!variables.isEmpty()) {
            json.key("vars").value(variables);
        }
        json.end();
    }

    /** A group met again has its name only, and so has a host: their content stands where they came first. */
    private Map<String, Object> yamlGroup(Group group, Set<Group> seenGroups, Set<Host> seenHosts) {
        Map<String, Object> children = new LinkedHashMap<>();
        for (Group child : group.children()) {
            if (seenGroups.contains(child)) {
                children.put(child.name(), Map.of());
            } else {
                children.putAll(yamlGroup(child, seenGroups, seenHosts));
                seenGroups.add(child);
            }
        }
        Map<String, Object> hosts = new LinkedHashMap<>();
        if (!group.isAll()) {
            group.hosts()
                    .forEach(host -> hosts.put(host.name(), seenHosts.add(host) ? plain(variables(host)) : Map.of()));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        putUnlessEmpty(content, "children", children);
        putUnlessEmpty(content, "hosts", hosts);
        if (export) {
            putUnlessEmpty(content, "vars", plain(variables(group)));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        putUnlessEmpty(result, group.name(), content);
        return result;
    }

    private static void putUnlessEmpty(Map<String, Object> target, String key, Map<String, Object> content) {
        if (!content.isEmpty()) {
            target.put(key, content);
        }
    }

    private static Map<String, Object> plain(SortedMap<String, Value> variables) {
        return new LinkedHashMap<>(variables);
    }
}

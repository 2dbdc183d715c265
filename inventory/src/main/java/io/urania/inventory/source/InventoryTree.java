package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.text.UnreadableException;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.MapValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All hosts and groups of an inventory. Grows while sources are read, and stays as it is after {@link #complete}. */
public final class InventoryTree {
    static final String ALL = "all";
    static final String UNGROUPED = "ungrouped";

    private static final int DEEPEST_NESTING = 200;
    /** A range makes many hosts of a few characters. */
    private static final int MOST_HOSTS = 100_000;

    private static final int MOST_GROUPS = 50_000;
    /** Of hosts in groups, the groups above counted: a thousand hosts in fifty groups each are 50,000. */
    private static final int MOST_MEMBERSHIPS = 2_000_000;
    /** Groups named in the message about a circle. */
    private static final int MOST_SHOWN = 12;

    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<Host, List<Group>> groupsOfHost = new HashMap<>();
    private final Map<String, List<Host>> added = new HashMap<>();
    private final Findings findings;

    public InventoryTree(Findings findings) {
        this.findings = findings;
        addGroup(ALL, null).addChild(addGroup(UNGROUPED, null));
    }

    public Collection<Host> hosts() {
        return Collections.unmodifiableCollection(hosts.values());
    }

    public Collection<Group> groups() {
        return Collections.unmodifiableCollection(groups.values());
    }

    public @Nullable Host host(String name) {
        return hosts.get(name);
    }

    /** The group of all hosts. */
    public Group all() {
        return groups.values().iterator().next();
    }

    public @Nullable Group group(String name) {
        return groups.get(name);
    }

    /** The hosts of a group and of everything below it: the group's own first, then level by level, as Ansible lists them. */
    public List<Host> hostsOf(Group group) {
        Set<Host> found = new LinkedHashSet<>();
        group.withDescendants().forEach(member -> found.addAll(member.hosts()));
        return List.copyOf(found);
    }

    /** The groups a host is in, {@code all} included, lowest precedence first. */
    public List<Group> groupsOf(Host host) {
        return groupsOfHost.getOrDefault(host, List.of());
    }

    /** Every group's name. */
    Set<String> groupNames() {
        return Collections.unmodifiableSet(groups.keySet());
    }

    /**
     * The group of a name, made if there is none.
     *
     * @param position where it is named; null where nobody writes the name
     */
    Group addGroup(String name, @Nullable Position position) {
        if (groups.size() >= MOST_GROUPS && !groups.containsKey(name)) {
            throw tooMany(MOST_GROUPS, "groups", position);
        }
        Group group = groups.computeIfAbsent(name, key -> new Group(key, position));
        if (position != null) {
            group.namedAt(position);
        }
        return group;
    }

    /** Puts the hosts of a pattern into a group, with the variables beside it. */
    void addHosts(Group group, HostPattern pattern, Position position, MapValue variables) {
        for (String name : pattern.names()) {
            boolean isNew = host(name) == null;
            Host host = addHost(name, position);
            if (isNew) {
                pattern.port().ifPresent(port -> host.add(portOf(port, position)));
            }
            Group namesake = groups.get(name);
            if (namesake == null) {
                host.add(variables);
            } else {
                // Ansible looks among the groups first, and so gives them the host's variables.
                namesake.add(GroupPriority.taken(namesake, variables, findings));
            }
            group.add(host);
        }
    }

    private static MapValue portOf(int port, Position position) {
        return new MapValue(
                Map.of("ansible_port", new IntegerValue(port, position)), Map.of("ansible_port", position), position);
    }

    Host addHost(String name, Position position) {
        if (hosts.size() >= MOST_HOSTS && !hosts.containsKey(name)) {
            throw tooMany(MOST_HOSTS, "hosts", position);
        }
        return hosts.computeIfAbsent(name, key -> new Host(key, position));
    }

    void addChild(Group parent, Group child, Position position) {
        if (child.name().equals(UNGROUPED) && !parent.isAll()) {
            findings.add(Problem.error(
                    position,
                    "'ungrouped' is below '" + parent.name() + "'",
                    "it contains the hosts that are in no group, and Ansible loses them there",
                    "give the group another name"));
            return;
        }
        if (child.isAll()) {
            findings.add(Problem.error(
                    position,
                    parent.isAll() ? "group 'all' is its own child" : "'all' is below '" + parent.name() + "'",
                    "every group is below 'all', and groups must not form a cycle",
                    "remove 'all' here"));
            return;
        }
        if (parent.name().equals(UNGROUPED)) {
            findings.add(Problem.error(
                    position,
                    "'" + child.name() + "' is below 'ungrouped'",
                    "it contains the hosts that are in no group, and Ansible drops its variables for hosts in another group",
                    "give the group another parent"));
            return;
        }
        List<Group> circle = child == parent ? List.of(child) : wayDown(child, parent);
        if (!circle.isEmpty()) {
            findings.add(Problem.error(
                    position,
                    circle.size() == 1
                            ? "group '" + child.name() + "' is its own child"
                            : "group '" + child.name() + "' is below itself: " + shown(circle) + " → " + child.name(),
                    "groups must not form a cycle",
                    "remove '" + child.name() + "' here"));
            return;
        }
        parent.addChild(child);
    }

    /** The hosts that {@link #addHostsOf} put into a group. */
    public List<Host> addedTo(String group) {
        return added.getOrDefault(group, List.of());
    }

    /** Puts the hosts of some groups into another, where they are not in it; makes that group if there is none. */
    void addHostsOf(String group, List<String> sources) {
        Group known = groups.get(group);
        Set<Host> missing = new LinkedHashSet<>();
        for (String source : sources) {
            Group found = groups.get(source);
            if (found != null) {
                missing.addAll(hostsOf(found));
            }
        }
        if (known != null) {
            hostsOf(known).forEach(missing::remove);
        }
        if (!missing.isEmpty()) {
            missing.forEach(groups.computeIfAbsent(group, key -> new Group(key, null))::add);
            added.put(group, List.copyOf(missing));
        }
    }

    /** Puts groups without a parent below {@code all}, hosts without a group into {@code ungrouped}, and ranks the groups. */
    void complete() {
        Group all = all();
        Group ungrouped = addGroup(UNGROUPED, null);
        for (Group group : groups.values()) {
            if (group != all && group.parents().isEmpty()) {
                all.addChild(group);
            }
        }
        Set<Host> grouped = new LinkedHashSet<>();
        for (Group group : groups.values()) {
            if (group != all && group != ungrouped) {
                grouped.addAll(group.hosts());
            }
        }
        for (Host host : hosts.values()) {
            if (grouped.contains(host)) {
                ungrouped.remove(host);
            } else if (groups.containsKey(host.name())) {
                findings.add(Problem.error(
                        host.position(),
                        "host '" + host.name() + "' has the name of a group and is in no group",
                        "Ansible confuses the two, and puts the group below 'ungrouped'",
                        "rename one of the two"));
            } else {
                ungrouped.add(host);
            }
        }
        measureDepths(all);
        if (!findings.hasErrors()) {
            rankGroupsOfHosts();
        }
        warnAboutSharedNames();
    }

    /** The longest way down counts. The groups form no circle, so this ends; it needs no stack, however long the ways are. */
    private void measureDepths(Group all) {
        Deque<Group> moved = new ArrayDeque<>(List.of(all));
        while (!moved.isEmpty()) {
            Group group = moved.removeFirst();
            for (Group child : group.children()) {
                if (child.deepen(group.depth() + 1)) {
                    moved.addLast(child);
                }
            }
            if (group.depth() > DEEPEST_NESTING) {
                findings.add(Problem.error(
                        group.position(),
                        "groups nested more than " + DEEPEST_NESTING + " deep",
                        "no inventory needs more",
                        "remove a level"));
                return;
            }
        }
    }

    private void rankGroupsOfHosts() {
        List<Group> ranked = new ArrayList<>(groups.values());
        ranked.sort(Group.PRECEDENCE);
        int memberships = 0;
        for (Group group : ranked) {
            List<Host> members = hostsOf(group);
            memberships += members.size();
            if (memberships > MOST_MEMBERSHIPS) {
                findings.add(tooMany(MOST_MEMBERSHIPS, "memberships of hosts in groups", group.position())
                        .problem());
                return;
            }
            for (Host host : members) {
                groupsOfHost.computeIfAbsent(host, key -> new ArrayList<>()).add(group);
            }
        }
    }

    private static UnreadableException tooMany(int most, String things, @Nullable Position position) {
        return new UnreadableException(Problem.error(
                position,
                "the inventory has more than " + most + " " + things,
                "no inventory is that large",
                "check the ranges, and remove what does not belong to the inventory"));
    }

    private void warnAboutSharedNames() {
        for (Host host : hosts.values()) {
            Group group = groups.get(host.name());
            if (group != null && !isGroupOf(group, host)) {
                findings.add(
                        Problem.warning(
                                host.position(),
                                "'" + host.name() + "' names a host and a group",
                                "variables of one would apply to the other",
                                "rename the host; if the group was meant, list it below [GROUP:children], in YAML below children"));
            }
        }
    }

    /** A group that is there for this one host, as Kubespray's documentation has it of bastions: what one has, the other has too. */
    private static boolean isGroupOf(Group group, Host host) {
        return group.children().isEmpty() && group.hosts().equals(Set.of(host));
    }

    private static String shown(List<Group> way) {
        List<String> names = way.stream().map(Group::name).toList();
        int left = names.size() - MOST_SHOWN;
        return left <= 0
                ? String.join(" → ", names)
                : String.join(" → ", names.subList(0, MOST_SHOWN - 1)) + " → (" + left + " more) → " + names.getLast();
    }

    /** The groups on the shortest way from {@code top} down to {@code wanted}; empty if that is not below. */
    private static List<Group> wayDown(Group top, Group wanted) {
        if (top.children().isEmpty() || wanted.parents().isEmpty()) {
            return List.of();
        }
        Map<Group, Group> cameFrom = new HashMap<>();
        Deque<Group> reached = new ArrayDeque<>(List.of(top));
        while (!reached.isEmpty() && !cameFrom.containsKey(wanted)) {
            Group group = reached.removeFirst();
            for (Group child : group.children()) {
                if (cameFrom.putIfAbsent(child, group) == null) {
                    reached.addLast(child);
                }
            }
        }
        List<Group> way = new ArrayList<>();
        for (Group group = wanted; group != top && cameFrom.containsKey(group); group = cameFrom.get(group)) {
            way.addFirst(group);
        }
        if (!way.isEmpty()) {
            way.addFirst(top);
        }
        return way;
    }
}

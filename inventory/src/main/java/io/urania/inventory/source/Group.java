package io.urania.inventory.source;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.MapValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group as the sources describe it. */
public final class Group {
    /** Lowest precedence first: Ansible's {@code sort_groups}. */
    static final Comparator<Group> PRECEDENCE = Comparator.comparingInt(Group::depth)
            .thenComparing(group -> group.priority)
            .thenComparing(Group::name);

    private final String name;
    private final Set<Host> hosts = new LinkedHashSet<>();
    private final Set<Group> children = new LinkedHashSet<>();
    private final Set<Group> parents = new LinkedHashSet<>();
    private final List<MapValue> inline = new ArrayList<>();
    private @Nullable Position position;
    private BigInteger priority = BigInteger.ONE;
    private final List<Position> priorityPlaces = new ArrayList<>();
    private int depth;

    Group(String name, @Nullable Position position) {
        this.name = name;
        this.position = position;
    }

    public String name() {
        return name;
    }

    /** Where it is named first; null if no source names it ({@code all} and {@code ungrouped}). */
    public @Nullable Position position() {
        return position;
    }

    /** The longest way down from {@code all}, which has depth 0. */
    int depth() {
        return depth;
    }

    /** The hosts directly in it. */
    public Set<Host> hosts() {
        return Collections.unmodifiableSet(hosts);
    }

    public Set<Group> children() {
        return Collections.unmodifiableSet(children);
    }

    Set<Group> parents() {
        return Collections.unmodifiableSet(parents);
    }

    /** The variables written with the group in the sources, in the order read: later ones win. */
    public List<MapValue> inline() {
        return Collections.unmodifiableList(inline);
    }

    /** This group, its children, their children…, level by level, each once. */
    List<Group> withDescendants() {
        Set<Group> found = new LinkedHashSet<>();
        found.add(this);
        List<Group> level = List.of(this);
        while (!level.isEmpty()) {
            List<Group> next = new ArrayList<>();
            for (Group group : level) {
                for (Group child : group.children) {
                    if (found.add(child)) {
                        next.add(child);
                    }
                }
            }
            level = next;
        }
        return List.copyOf(found);
    }

    void namedAt(Position place) {
        if (position == null) {
            position = place;
        }
    }

    void add(Host host) {
        hosts.add(host);
    }

    void remove(Host host) {
        hosts.remove(host);
    }

    void addChild(Group child) {
        children.add(child);
        child.parents.add(this);
    }

    void add(MapValue variables) {
        if (!variables.entries().isEmpty()) {
            inline.add(variables);
        }
    }

    void setPriority(BigInteger newPriority, Position place) {
        priority = newPriority;
        priorityPlaces.add(place);
    }

    /** Its rank among the groups of its depth: the highest wins. It is 1 where nothing is written. */
    public BigInteger priority() {
        return priority;
    }

    /** Where its rank is written, in the order read: the last one counts. */
    public List<Position> priorityPlaces() {
        return Collections.unmodifiableList(priorityPlaces);
    }

    /** Whether it is the group of all hosts. */
    public boolean isAll() {
        return name.equals(InventoryTree.ALL);
    }

    /** Moves this group at least as deep as {@code atLeast}; whether that changes anything. */
    boolean deepen(int atLeast) {
        boolean deeper = atLeast > depth;
        depth = Math.max(depth, atLeast);
        return deeper;
    }
}

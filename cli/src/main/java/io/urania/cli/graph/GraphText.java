package io.urania.cli.graph;

import io.urania.cli.console.Columns;
import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.cluster.topology.PlacedHost;
import io.urania.cluster.topology.Topology;
import io.urania.engine.text.Count;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The groups and hosts of an inventory as a tree, with what each host is for and where it stands. */
public final class GraphText {
    private static final String ALL = "all";

    private final Inventory inventory;
    private final Map<String, PlacedHost> hosts;
    private final Style style;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> drawn = new HashSet<>();

    /** One line before it is fitted: a host if {@code isHost}, else a group with its remark in {@code roles}. */
    private record Line(String branch, String name, boolean isHost, String roles, String place) {}

    public GraphText(Inventory inventory, Topology topology, Style style) {
        this.inventory = inventory;
        this.hosts = topology.hosts().stream().collect(Collectors.toMap(PlacedHost::name, Function.identity()));
        this.style = style;
    }

    /**
     * The tree below a group.
     *
     * @param group one that the inventory has
     * @param columns how wide the lines may be; what does not fit is shortened or left out
     */
    public List<String> of(String group, int columns) {
        lines.clear();
        drawn.clear();
        draw(group, "", "");
        HostNames names = new HostNames(hosts.keySet());
        List<UnaryOperator<String>> namings = List.of(name -> name, names::of);
        for (UnaryOperator<String> naming : namings) {
            List<String> full = fitted(naming, true, true, columns);
            if (!full.isEmpty()) {
                return full;
            }
        }
        List<String> withRoles = fitted(names::of, true, false, columns);
        return withRoles.isEmpty() ? cut(fitted(names::of, false, false, Integer.MAX_VALUE), columns) : withRoles;
    }

    private void draw(String group, String branch, String below) {
        List<String> children = childrenOf(group);
        List<String> members = membersOf(group, children);
        int count = inventory.hosts(group).size();
        boolean again = !drawn.add(group);
        // Its hosts stand in the groups that the inventory itself has; asked for by name, it shows them.
        boolean made =
                !branch.isEmpty() && count > 0 && inventory.addedTo(group).size() == count;
        lines.add(new Line(branch, group, false, "(" + remark(count, again, made) + ")", ""));
        if (again || made) {
            return;
        }
        int left = members.size() + children.size();
        for (String member : members) {
            left--;
            drawHost(member, below + (left == 0 ? "└── " : "├── "));
        }
        for (String child : children) {
            left--;
            draw(child, below + (left == 0 ? "└── " : "├── "), below + (left == 0 ? "    " : "│   "));
        }
    }

    private static String remark(int count, boolean again, boolean made) {
        if (again && count > 0) {
            return "see above";
        }
        String hosts = count == 0 ? "no hosts" : Count.of(count, "host");
        return made ? hosts + ", added by Kubespray" : hosts;
    }

    private void drawHost(String name, String branch) {
        PlacedHost host = hosts.get(name);
        lines.add(
                host == null
                        ? new Line(branch, name, true, "", "")
                        : new Line(
                                branch,
                                name,
                                true,
                                String.join(", ", host.roles()),
                                host.location().words()));
    }

    /** Directly below {@code all}, groups that stand below another one as well are left for there. */
    private List<String> childrenOf(String group) {
        List<String> children = inventory.children(group).stream()
                .filter(child ->
                        !child.equals("ungrouped") || !inventory.hosts(child).isEmpty())
                .toList();
        if (!group.equals(ALL)) {
            return children;
        }
        Set<String> deeper = new HashSet<>();
        inventory.groups().stream()
                .filter(other -> !other.equals(ALL))
                .forEach(other -> deeper.addAll(inventory.children(other)));
        return children.stream()
                .filter(child -> !deeper.contains(child))
                .sorted(Comparator.comparing("ungrouped"::equals))
                .toList();
    }

    private List<String> membersOf(String group, List<String> children) {
        Set<String> members = new LinkedHashSet<>(inventory.hosts(group));
        children.forEach(child -> inventory.hosts(child).forEach(members::remove));
        return List.copyOf(members);
    }

    /** All lines under each other in columns, or nothing if one of them is too long. */
    private List<String> fitted(UnaryOperator<String> naming, boolean roles, boolean places, int columns) {
        int names = width(lines, line -> line.branch() + naming.apply(line.name()));
        int words = width(lines.stream().filter(Line::isHost).toList(), Line::roles);
        List<String> fitted = new ArrayList<>();
        for (Line line : lines) {
            String name = line.branch() + Printable.of(line.isHost() ? naming.apply(line.name()) : line.name());
            String right = line.isHost() ? Printable.of(line.roles()) : line.roles();
            String place = places ? Printable.of(line.place()) : "";
            String plain = line.isHost()
                    ? Columns.padded(name, names) + (roles ? "  " + Columns.padded(right, words) + "  " + place : "")
                    : name + " " + right;
            if (plain.stripTrailing().length() > columns) {
                return List.of();
            }
            fitted.add(styled(line, plain.stripTrailing(), name, right));
        }
        return fitted;
    }

    private String styled(Line line, String plain, String name, String right) {
        String branch = style.dim(line.branch());
        String rest = plain.substring(line.branch().length());
        if (!line.isHost()) {
            return branch + style.bold(name.substring(line.branch().length())) + " " + style.dim(right);
        }
        int roles = right.isEmpty() ? -1 : rest.indexOf("  " + right);
        return roles < 0
                ? branch + rest
                : branch + rest.substring(0, roles) + "  " + coloured(right, rest.substring(roles + 2));
    }

    private String coloured(String roles, String rest) {
        String places = rest.substring(roles.length());
        return (roles.startsWith(PlacedHost.CONTROL_PLANE) ? style.yellow(roles) : style.cyan(roles))
                + style.dim(places);
    }

    private static List<String> cut(List<String> lines, int columns) {
        return lines.stream().map(line -> Columns.cut(line, columns)).toList();
    }

    private static int width(List<Line> lines, Function<Line, String> cell) {
        return lines.stream().mapToInt(line -> cell.apply(line).length()).max().orElse(0);
    }
}

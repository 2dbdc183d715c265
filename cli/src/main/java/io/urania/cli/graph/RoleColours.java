package io.urania.cli.graph;

import io.urania.cluster.topology.PlacedHost;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A colour for each role. All of them are light: the contrast with {@link #INK} is above 7:1, which is WCAG's level AAA, so that ink is legible
 * on them and they are on ink.
 */
final class RoleColours {
    static final String INK = "#0d1321";
    /** What has no role. */
    static final String NONE = "#a9b4c8";

    private static final List<String> USUAL =
            List.of(PlacedHost.CONTROL_PLANE, PlacedHost.ETCD, "infra", PlacedHost.WORKER, PlacedHost.BALANCER);
    private static final List<String> COLOURS = List.of("#ffc65c", "#7cc7ff", "#cdb0ff", "#86e0a6", "#ff9db1");
    private static final List<String> MORE = List.of("#7fe0da", "#ffb58a", "#d6e27a", "#f3a8e6", "#b7c9ff");

    private final Map<String, String> colours = new LinkedHashMap<>();

    RoleColours(Collection<PlacedHost> hosts) {
        TreeSet<String> others = new TreeSet<>();
        hosts.forEach(host -> others.addAll(host.roles()));
        for (int i = 0; i < USUAL.size(); i++) {
            if (others.remove(USUAL.get(i))) {
                colours.put(USUAL.get(i), COLOURS.get(i));
            }
        }
        int next = 0;
        for (String role : others) {
            colours.put(role, MORE.get(next % MORE.size()));
            next++;
        }
    }

    String of(String role) {
        return colours.getOrDefault(role, NONE);
    }

    /** The colour of the role that tells most of a host. */
    String of(PlacedHost host) {
        return host.roles().isEmpty() ? NONE : of(host.roles().getFirst());
    }

    /** The roles there are, in the order of the legend. */
    List<String> roles() {
        return List.copyOf(colours.keySet());
    }
}

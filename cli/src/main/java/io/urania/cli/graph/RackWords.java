package io.urania.cli.graph;

import io.urania.cluster.topology.PlacedHost;
import io.urania.cluster.topology.Topology;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the drawing of racks says in words, for those who do not see it. */
record RackWords(Topology topology, RackGrid grid) {

    String title() {
        return "Racks of " + topology.cluster();
    }

    String summary() {
        int hosts = topology.hosts().size();
        return hosts
                + (hosts == 1 ? " host" : " hosts")
                + topology.kubernetes()
                        .map(version -> " · Kubernetes " + version)
                        .orElse("");
    }

    /** Every rack with its hosts and their roles. */
    String description() {
        Stream<String> racks = grid.columns().stream()
                .map(column -> (column.name().isEmpty() ? "Hosts" : column.name()) + ": "
                        + names(column.cells().stream().flatMap(List::stream).toList()));
        Stream<String> loose =
                grid.loose().isEmpty() ? Stream.of() : Stream.of("Outside the racks: " + names(grid.loose()));
        return Stream.concat(racks, loose).collect(Collectors.joining(". ", summary() + ". ", "."));
    }

    private static String names(List<PlacedHost> hosts) {
        return hosts.stream()
                .map(host -> host.name() + (host.roles().isEmpty() ? "" : " (" + String.join(", ", host.roles()) + ")"))
                .collect(Collectors.joining(", "));
    }
}

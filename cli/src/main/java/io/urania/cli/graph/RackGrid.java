package io.urania.cli.graph;

import io.urania.cluster.topology.PlacedHost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Hosts by rack and row.
 *
 * @param columns the racks from left to right
 * @param rows the names of the rows from top to bottom; an empty name is that of hosts without a row
 * @param loose hosts of which no label says where they stand, where some say it of others
 */
record RackGrid(List<Column> columns, List<String> rows, List<PlacedHost> loose) {
    /** So many hosts stand above each other where no label says where they stand. */
    private static final int HOSTS_IN_A_COLUMN = 6;

    /**
     * A rack.
     *
     * @param name empty for what stands in no rack
     * @param cells the hosts of each row of the grid, as many cells as there are rows
     */
    record Column(String name, List<List<PlacedHost>> cells) {}

    static RackGrid of(List<PlacedHost> hosts) {
        List<PlacedHost> placed = hosts.stream().filter(RackGrid::isPlaced).toList();
        List<PlacedHost> loose = hosts.stream().filter(host -> !isPlaced(host)).toList();
        return placed.isEmpty() ? withoutLabels(hosts) : byLabels(placed, loose);
    }

    private static boolean isPlaced(PlacedHost host) {
        return !column(host).isEmpty() || !row(host).isEmpty();
    }

    /** How many hosts the fullest cell of a row has, at least 1. */
    int depth(int row) {
        return columns.stream()
                .mapToInt(column -> column.cells().get(row).size())
                .max()
                .orElse(1);
    }

    private static RackGrid byLabels(List<PlacedHost> hosts, List<PlacedHost> loose) {
        TreeSet<String> rows = new TreeSet<>(nothingLast());
        Map<String, List<PlacedHost>> racks = new TreeMap<>(nothingLast());
        for (PlacedHost host : hosts) {
            rows.add(row(host));
            racks.computeIfAbsent(column(host), _ -> new ArrayList<>()).add(host);
        }
        List<String> order = List.copyOf(rows);
        return new RackGrid(
                racks.entrySet().stream()
                        .map(rack -> new Column(rack.getKey(), cells(rack.getValue(), order)))
                        .toList(),
                order,
                loose);
    }

    private static List<List<PlacedHost>> cells(List<PlacedHost> hosts, List<String> rows) {
        return rows.stream()
                .map(row -> hosts.stream().filter(host -> row(host).equals(row)).toList())
                .toList();
    }

    private static RackGrid withoutLabels(List<PlacedHost> hosts) {
        List<Column> columns = new ArrayList<>();
        for (int from = 0; from < hosts.size(); from += HOSTS_IN_A_COLUMN) {
            columns.add(new Column("", List.of(hosts.subList(from, Math.min(hosts.size(), from + HOSTS_IN_A_COLUMN)))));
        }
        return new RackGrid(columns, List.of(""), List.of());
    }

    private static Comparator<String> nothingLast() {
        return Comparator.comparing(String::isEmpty).thenComparing(new NaturalOrder());
    }

    private static String column(PlacedHost host) {
        return String.join(
                " · ",
                Stream.of(host.location().zone(), host.location().rack())
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static String row(PlacedHost host) {
        return host.location().row().orElse("");
    }
}

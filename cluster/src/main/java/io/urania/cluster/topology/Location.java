package io.urania.cluster.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a host stands, by the labels of its node.
 *
 * @param zone building, room, availability zone
 * @param rack the rack or cabinet
 * @param row the row, shelf or slot within it
 */
public record Location(Optional<String> zone, Optional<String> rack, Optional<String> row) {
    private static final Set<String> ZONES = Set.of("zone", "region", "room", "site", "datacenter");
    private static final Set<String> RACKS = Set.of("rack", "cabinet");
    private static final Set<String> ROWS = Set.of("row", "shelf", "slot", "unit");

    /**
     * Reads labels whose name, whatever their prefix, has a word for a place: {@code my.topology/rack},
     * {@code topology.kubernetes.io/zone}, {@code example.com/shelf-number}.
     */
    public static Location of(Map<String, String> labels) {
        return new Location(first(labels, ZONES), first(labels, RACKS), first(labels, ROWS));
    }

    /** What is known, from the large to the small: {@code rack rpi-rack1, row rpi-row2}; empty if nothing is. */
    public String words() {
        return Stream.of(
                        zone.map(name -> "zone " + name),
                        rack.map(name -> "rack " + name),
                        row.map(name -> "row " + name))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> first(Map<String, String> labels, Set<String> words) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .filter(label -> !label.getValue().isBlank())
                        .filter(label -> wordsOf(label.getKey()).stream().anyMatch(words::contains))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private static List<String> wordsOf(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return Arrays.asList(name.split("[-._]", -1));
    }
}

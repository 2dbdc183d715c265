package io.urania.inventory.yaml;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One mapping while it is read, with what it merges by {@code <<}. */
final class MappingBuilder {
    private final Position position;
    private final Findings findings;
    private final Map<String, Value> own = new LinkedHashMap<>();
    private final Map<String, Position> places = new LinkedHashMap<>();
    private @Nullable Map<String, Value> merged;
    private @Nullable Map<String, Position> mergedPlaces;

    MappingBuilder(Position position, Findings findings) {
        this.position = position;
        this.findings = findings;
    }

    void put(String key, Position place, Value value) {
        own.put(key, value);
        Position earlier = places.put(key, place);
        if (earlier != null) {
            findings.add(Problem.error(
                    place,
                    "'" + key + "' is set twice in one mapping",
                    "line " + earlier.line() + " sets it too, and only one can count",
                    "remove one of the two"));
        }
    }

    /** Of several mappings in one list the first that has a key wins; of several {@code <<} the last; own keys win over all. */
    void merge(Value source) {
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Position> positions = new LinkedHashMap<>();
        collect(source, values, positions);
        if (merged == null || mergedPlaces == null) {
            merged = values;
            mergedPlaces = positions;
        } else {
            merged.putAll(values);
            mergedPlaces.putAll(positions);
        }
    }

    MapValue build() {
        if (merged == null || mergedPlaces == null) {
            return new MapValue(own, places, position);
        }
        merged.putAll(own);
        mergedPlaces.putAll(places);
        return new MapValue(merged, mergedPlaces, position);
    }

    private void warnAboutBoth(String key, Position place, Position first) {
        findings.add(Problem.warning(
                place,
                "two of the mappings merged by '<<' at line " + position.line() + " have '" + key + "'",
                "Urania takes the first, at line " + first.line()
                        + ", as YAML says; PyYAML does so up to its version 6.0.3",
                "set '" + key + "' beside the '<<', so that it is clear"));
    }

    private void collect(Value source, Map<String, Value> values, Map<String, Position> positions) {
        switch (source) {
            case MapValue map ->
                map.entries().forEach((key, value) -> {
                    if (values.putIfAbsent(key, value) == null) {
                        positions.put(key, map.positionOf(key));
                    } else if (!values.get(key).equals(value)) {
                        warnAboutBoth(key, map.positionOf(key), positions.getOrDefault(key, position));
                    }
                });
            case ListValue list -> list.elements().forEach(element -> collect(element, values, positions));
            default ->
                findings.add(Problem.error(
                        source.position(),
                        "'<<' wants a mapping to merge",
                        "this is a value of type " + source.type(),
                        "name a mapping with '*', or put '<<' in quotes"));
        }
    }
}

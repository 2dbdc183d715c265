package io.urania.inventory.yaml;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.Keys;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One mapping while it is read, with what it merges by {@code <<}. */
final class MappingBuilder {
    private final Position position;
    private final Findings findings;
    private final KnownKeys known;
    private final List<String> keys = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final List<Position> places = new ArrayList<>();
    private @Nullable Map<String, Value> merged;
    private @Nullable Map<String, Position> mergedPlaces;
    /** The keys that are no text, by the text that stands for them; own ones and merged ones. */
    private final Map<String, Value> otherKeys = new HashMap<>();

    private final Map<String, Value> mergedOtherKeys = new HashMap<>();

    MappingBuilder(Position position, Findings findings, KnownKeys known) {
        this.position = position;
        this.findings = findings;
        this.known = known;
    }

    void put(MappingKey key, Position place, Value value) {
        if (key.other() != null) {
            otherKeys.put(key.name(), key.other());
        }
        keys.add(key.name());
        values.add(value);
        places.add(place);
    }

    /** Of several mappings in one list the first that has a key wins; of several {@code <<} the last; own keys win over all. */
    void merge(Value source) {
        Map<String, Value> found = new LinkedHashMap<>();
        Map<String, Position> positions = new LinkedHashMap<>();
        collect(source, found, positions);
        if (merged == null || mergedPlaces == null) {
            merged = found;
            mergedPlaces = positions;
        } else {
            merged.putAll(found);
            mergedPlaces.putAll(positions);
        }
    }

    MapValue build() {
        if (otherKeys.isEmpty() && (merged == null || mergedPlaces == null)) {
            Optional<Keys> same = known.same(keys);
            if (same.isPresent()) {
                return MapValue.of(same.get(), values.toArray(new Value[0]), places.toArray(new Position[0]), position);
            }
        }
        Map<String, Value> own = new LinkedHashMap<>();
        Map<String, Position> ownPlaces = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            own.put(keys.get(i), values.get(i));
            Position earlier = ownPlaces.put(keys.get(i), places.get(i));
            if (earlier != null) {
                tellAboutTwice(keys.get(i), places.get(i), earlier);
            }
        }
        if (merged == null || mergedPlaces == null) {
            return new MapValue(own, ownPlaces, otherKeys, position);
        }
        for (String key : own.keySet()) {
            Position earlier = mergedPlaces.get(key);
            if (earlier != null && otherKeys.containsKey(key) != mergedOtherKeys.containsKey(key)) {
                tellAboutTwice(key, ownPlaces.getOrDefault(key, position), earlier);
            }
        }
        merged.putAll(own);
        mergedPlaces.putAll(ownPlaces);
        mergedOtherKeys.putAll(otherKeys);
        return new MapValue(merged, mergedPlaces, mergedOtherKeys, position);
    }

    private void tellAboutTwice(String key, Position place, Position earlier) {
        findings.add(Problem.error(
                place,
                "'" + key + "' is set twice in one mapping",
                "line " + earlier.line() + " sets it too, and only one can be used",
                "remove one of the two"));
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
            case MapValue map -> {
                mergedOtherKeys.putAll(map.otherKeys());
                map.entries().forEach((key, value) -> {
                    if (values.putIfAbsent(key, value) == null) {
                        positions.put(key, map.positionOf(key));
                    } else if (!values.get(key).equals(value)) {
                        warnAboutBoth(key, map.positionOf(key), positions.getOrDefault(key, position));
                    }
                });
            }
            case ListValue list -> list.elements().forEach(element -> collect(element, values, positions));
            default ->
                findings.add(Problem.error(
                        source.position(),
                        "'<<' expects a mapping to merge",
                        "this is a value of type " + source.type(),
                        "refer to a mapping with '*', or quote '<<'"));
        }
    }
}

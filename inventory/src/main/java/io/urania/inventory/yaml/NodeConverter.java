package io.urania.inventory.yaml;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the nodes of one YAML file into values. A node with several aliases becomes one shared value. */
final class NodeConverter {
    private static final Set<Tag> COLLECTION_TAGS = Set.of(Tag.SEQ, Tag.MAP);

    private final Path file;
    private final Findings findings;
    private final ScalarConverter scalars;
    private final IdentityHashMap<Node, Value> converted = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Boolean> inProgress = new IdentityHashMap<>();

    NodeConverter(Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.scalars = new ScalarConverter(findings);
    }

    Value convert(Node node) {
        Value known = converted.get(node);
        if (known != null) {
            return known;
        }
        if (inProgress.put(node, true) != null) {
            findings.add(Problem.error(
                    positionOf(node),
                    "an alias that contains itself",
                    "its value would never end",
                    "remove the alias"));
            return new NullValue(positionOf(node));
        }
        if (node instanceof CollectionNode<?> && !COLLECTION_TAGS.contains(node.getTag())) {
            findings.add(Problem.error(
                    positionOf(node),
                    "unknown YAML tag '" + node.getTag().getValue() + "'",
                    "lists and mappings of an inventory have none",
                    "remove the tag"));
        }
        Value value = switch (node) {
            case ScalarNode scalar -> scalars.convert(scalar, positionOf(scalar));
            case SequenceNode sequence -> list(sequence);
            case MappingNode mapping -> map(mapping);
            case AnchorNode anchor -> convert(anchor.getRealNode());
            default -> throw new IllegalStateException("a YAML node of kind " + node.getNodeId());
        };
        inProgress.remove(node);
        converted.put(node, value);
        return value;
    }

    private ListValue list(SequenceNode sequence) {
        List<Value> elements = new ArrayList<>(sequence.getValue().size());
        for (Node element : sequence.getValue()) {
            elements.add(convert(element));
        }
        return new ListValue(elements, positionOf(sequence));
    }

    private MapValue map(MappingNode mapping) {
        Map<String, Value> merged = new LinkedHashMap<>();
        Map<String, Value> own = new LinkedHashMap<>();
        Map<String, Position> positions = new LinkedHashMap<>();
        Map<String, Position> ownPositions = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Position position = positionOf(tuple.getKeyNode());
            if (isMerge(tuple.getKeyNode())) {
                merge(convert(tuple.getValueNode()), merged, positions);
                continue;
            }
            String key = scalars.key(tuple.getKeyNode(), position);
            Position earlier = ownPositions.put(key, position);
            if (earlier != null) {
                findings.add(Problem.error(
                        position,
                        "'" + key + "' is set twice in one mapping",
                        "line " + earlier.line() + " sets it too, and only one can count",
                        "remove one of the two"));
            }
            own.put(key, convert(tuple.getValueNode()));
        }
        merged.putAll(own);
        positions.putAll(ownPositions);
        return new MapValue(merged, positions, positionOf(mapping));
    }

    /** {@code <<}: of several mappings the first one that has a key wins; the mapping's own keys win over all. */
    private void merge(Value source, Map<String, Value> entries, Map<String, Position> positions) {
        switch (source) {
            case MapValue map ->
                map.entries().forEach((key, value) -> {
                    if (entries.putIfAbsent(key, value) == null) {
                        positions.put(key, map.positionOf(key));
                    }
                });
            case ListValue list -> list.elements().forEach(element -> merge(element, entries, positions));
            default ->
                findings.add(Problem.error(
                        source.position(),
                        "'<<' wants a mapping to merge",
                        "this is a value of type " + source.type(),
                        "name a mapping with '*', or put '<<' in quotes"));
        }
    }

    private static boolean isMerge(Node key) {
        return key instanceof ScalarNode scalar
                && UntypedResolver.PLAIN.equals(scalar.getTag())
                && scalar.getValue().equals("<<");
    }

    private Position positionOf(Node node) {
        return new Position(
                file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }
}

package io.urania.inventory.yaml;

import io.urania.inventory.problem.Position;
import io.urania.inventory.python.Dictionary;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.EncryptedValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.TimestampValue;
import io.urania.inventory.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * Writes values as PyYAML does, which SnakeYAML descends from: the same quotes, the same line breaks.
 *
 * @param indent columns of a level, 2 to 9
 * @param width the preferred length of a line
 * @param flow whether collections are written in brackets; null: those that hold no others
 * @param sortKeys whether keys are sorted by their code points
 */
public record YamlWriter(int indent, int width, @Nullable Boolean flow, boolean sortKeys) {

    public String write(Value value) {
        DumperOptions options = new DumperOptions();
        options.setIndent(indent);
        options.setWidth(width);
        options.setAllowUnicode(true);
        StringWriter text = new StringWriter();
        Serializer serializer = new Serializer(new Emitter(text, options), new PlainScalarResolver(), options, null);
        try {
            serializer.open();
            serializer.serialize(node(value));
            serializer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private Node node(Value value) {
        return switch (value) {
            case TextValue text -> scalar(Tag.STR, text.text());
            case IntegerValue integer -> scalar(Tag.INT, integer.number().toString());
            case DecimalValue decimal -> scalar(Tag.FLOAT, decimal(decimal.number()));
            case BooleanValue truth -> scalar(Tag.BOOL, Boolean.toString(truth.truth()));
            case NullValue _ -> scalar(Tag.NULL, "null");
            case TimestampValue timestamp -> scalar(Tag.TIMESTAMP, timestamp.text());
            case EncryptedValue _ ->
                throw new IllegalStateException("a value is decrypted before anything is made of it");
            case ListValue list -> {
                List<Node> nodes = list.elements().stream().map(this::node).toList();
                yield new SequenceNode(Tag.SEQ, nodes, style(nodes));
            }
            case MapValue map -> mapping(map);
        };
    }

    private Node mapping(MapValue map) {
        List<NodeTuple> tuples = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        boolean sorted = sortKeys && Dictionary.hasOrder(map);
        for (String name : sorted ? Dictionary.sortedNames(map) : map.entries().keySet()) {
            Node element = node(map.get(name).orElseThrow());
            nodes.add(element);
            tuples.add(new NodeTuple(node(map.key(name)), element));
        }
        return new MappingNode(Tag.MAP, tuples, style(nodes));
    }

    private FlowStyle style(List<Node> nodes) {
        boolean inBrackets = flow != null ? flow : nodes.stream().allMatch(ScalarNode.class::isInstance);
        return inBrackets ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private static Node scalar(Tag tag, String text) {
        if (text.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
            throw new OperationException(
                    "'" + text + "' cannot be written as YAML", "PyYAML writes such characters differently", "");
        }
        // SnakeYAML writes some lines without quotes that PyYAML puts in them.
        ScalarStyle style = text.indexOf('\n') >= 0 ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN;
        return new ScalarNode(tag, text, null, null, style);
    }

    private static String decimal(double number) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? ".inf" : "-.inf";
        }
        String written = Display.decimal(number);
        return written.contains(".") ? written : written.replace("e", ".0e");
    }

    /** What a plain scalar would be read as decides whether a text needs quotes. */
    private static final class PlainScalarResolver extends Resolver {
        /** PyYAML's timestamps. */
        private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"
                + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
                + "(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?");

        private static final Position NOWHERE = Position.startOf(Path.of(""));

        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            if (kind != NodeId.scalar || !implicit) {
                return super.resolve(kind, value, implicit);
            }
            if (value.equals("=")
                    || value.equals("<<")
                    || TIMESTAMP.matcher(value).matches()) {
                return Tag.TIMESTAMP;
            }
            return switch (PlainScalar.read(value, NOWHERE)) {
                case TextValue _ -> Tag.STR;
                case IntegerValue _ -> Tag.INT;
                case DecimalValue _ -> Tag.FLOAT;
                case BooleanValue _ -> Tag.BOOL;
                default -> Tag.NULL;
            };
        }
    }
}

package io.urania.inventory.listing;

import io.urania.inventory.value.EncryptedValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.TimestampValue;
import io.urania.inventory.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.NonPrintableStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** YAML as {@code ansible-inventory --yaml} writes it: block style, encrypted and unsafe texts with their tags. */
final class YamlOutput {

    /** A mapping of texts to {@link Value}s, or to further such mappings. */
    String write(Map<String, Object> content) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setNonPrintableStyle(NonPrintableStyle.ESCAPE);
        return new Yaml(new Values(options), options).dump(content).stripTrailing();
    }

    private static final class Values extends Representer {
        Values(DumperOptions options) {
            super(options);
            multiRepresenters.put(Value.class, value -> represented((Value) value));
        }

        /** Keys that are no text are written as what they are. */
        private static Map<Object, Value> withKeys(MapValue map) {
            Map<Object, Value> entries = new LinkedHashMap<>();
            map.entries().forEach((name, value) -> {
                Value other = map.otherKeys().get(name);
                entries.put(other == null ? name : other, value);
            });
            return entries;
        }

        private Node represented(Value value) {
            return switch (value) {
                case EncryptedValue encrypted ->
                    representScalar(new Tag("!vault"), encrypted.ciphertext(), ScalarStyle.LITERAL);
                case TextValue text
                when text.literal() -> representScalar(new Tag("!unsafe"), text.text(), ScalarStyle.SINGLE_QUOTED);
                case TimestampValue timestamp -> representScalar(new Tag(Tag.PREFIX + "timestamp"), timestamp.text());
                case MapValue map -> representData(withKeys(map));
                case ListValue list -> representData(list.elements());
                default -> representData(value.plain());
            };
        }
    }
}

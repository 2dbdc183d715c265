package io.urania.inventory.yaml;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns scalars into values: by their tag where they have one, by {@link PlainScalar} where they are unquoted. */
final class ScalarConverter {
    private static final String STANDARD = "tag:yaml.org,2002:";

    private final Findings findings;

    ScalarConverter(Findings findings) {
        this.findings = findings;
    }

    /** A mapping's key as text: {@code 1}, {@code True} and {@code null} become what Ansible's JSON shows. */
    String key(Node node, Position position) {
        if (!(node instanceof ScalarNode scalar)) {
            findings.add(Problem.error(
                    position,
                    "a key that is a list or a mapping",
                    "a template as a value must be in quotes, or YAML reads its braces as a mapping",
                    "write key: \"{{ … }}\" with the quotes"));
            return "";
        }
        return switch (convert(scalar, position)) {
            case TextValue text -> text.text();
            case IntegerValue integer -> integer.number().toString();
            case BooleanValue truth -> truth.truth() ? "true" : "false";
            case NullValue _ -> "null";
            case DecimalValue _ -> scalar.getValue();
            default -> throw new IllegalStateException("a scalar is no collection");
        };
    }

    Value convert(ScalarNode scalar, Position position) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (UntypedResolver.PLAIN.equals(tag)) {
            return plain(text, position);
        }
        if (Tag.STR.equals(tag)) {
            return new TextValue(text, position);
        }
        return tagged(tag.getValue(), text, position);
    }

    private Value plain(String text, Position position) {
        if (text.equals("=")) {
            findings.add(Problem.error(
                    position, "'=' alone is no value in YAML", "", "put it in quotes if the sign itself is meant"));
        }
        return PlainScalar.read(text, position);
    }

    private Value tagged(String tag, String text, Position position) {
        try {
            return switch (tag) {
                case "!unsafe" -> new TextValue(text, position, true);
                case STANDARD + "int" -> new IntegerValue(PlainScalar.integer(text), position);
                case STANDARD + "float" -> new DecimalValue(PlainScalar.decimal(text), position);
                case STANDARD + "null" -> new NullValue(position);
                case STANDARD + "bool" -> bool(text, position);
                case STANDARD + "timestamp" -> new TextValue(text, position);
                case "!vault", "!vault-encrypted" ->
                    refused(
                            "a value encrypted with Ansible Vault",
                            "Urania cannot decrypt vaults",
                            "write the value itself, or read it with lookup('file', …)",
                            position);
                default ->
                    refused(
                            "unknown YAML tag '" + tag + "'",
                            "an inventory knows !unsafe and YAML's own tags",
                            "remove the tag, or put the value in quotes if it starts with '!'",
                            position);
            };
        } catch (NumberFormatException notANumber) {
            return refused("'" + text + "' is no number", "its tag says it is one", "remove the tag", position);
        }
    }

    private Value bool(String text, Position position) {
        return PlainScalar.read(text, position) instanceof BooleanValue truth
                ? truth
                : refused("'" + text + "' is neither true nor false", "its tag says so", "remove the tag", position);
    }

    private Value refused(String what, String why, String remedy, Position position) {
        findings.add(Problem.error(position, what, why, remedy));
        return new NullValue(position);
    }
}

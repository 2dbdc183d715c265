package io.urania.inventory.yaml;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
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
import io.urania.inventory.vault.Vault;
import java.time.DateTimeException;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Turns scalars into values: by their tag where they have one, by {@link PlainScalar} where they are unquoted. */
final class ScalarConverter {
    static final String STANDARD = "tag:yaml.org,2002:";
    static final String UNSAFE = "!unsafe";

    private final Findings findings;
    private final KnownKeys keys;

    ScalarConverter(Findings findings, KnownKeys keys) {
        this.findings = findings;
        this.keys = keys;
    }

    /** Whether it is unquoted and has no tag, so that its characters decide what it is. */
    static boolean isPlain(ScalarEvent scalar) {
        return scalar.getImplicit().canOmitTagInPlainScalar();
    }

    MappingKey key(ScalarEvent scalar, Position position) {
        String text = scalar.getValue();
        if (isPlain(scalar)) {
            return plainKey(text, position);
        }
        return scalar.getTag() == null
                ? MappingKey.text(keys.same(text))
                : key(convert(scalar, position, false), position);
    }

    /** The key that unquoted characters make. */
    MappingKey plainKey(String text, Position position) {
        return PlainScalar.isSurelyText(text)
                ? MappingKey.text(keys.same(text))
                : key(plain(text, position, false), position);
    }

    MappingKey key(Value key, Position position) {
        return switch (key) {
            case TextValue _, IntegerValue _, BooleanValue _, NullValue _, DecimalValue _, TimestampValue _ ->
                MappingKey.of(key);
            case EncryptedValue _ ->
                refusedKey(position, "an encrypted key", "only values can be encrypted", "write the key as it is");
            case ListValue _, MapValue _ ->
                refusedKey(
                        position,
                        "a key that is a list or a mapping",
                        "a template as a value must be in quotes, or YAML reads its braces as a mapping",
                        "write key: \"{{ … }}\" with the quotes");
        };
    }

    private MappingKey refusedKey(Position position, String what, String why, String remedy) {
        findings.add(Problem.error(position, what, why, remedy));
        return MappingKey.text("");
    }

    /**
     * A scalar's value.
     *
     * @param unsafe whether it stands in something tagged {@code !unsafe}
     */
    Value convert(ScalarEvent scalar, Position position, boolean unsafe) {
        String text = scalar.getValue();
        if (isPlain(scalar)) {
            return plain(text, position, unsafe);
        }
        String tag = scalar.getTag();
        return tag == null || tag.equals(STANDARD + "str")
                ? new TextValue(text, position, unsafe)
                : tagged(tag, text, position, unsafe);
    }

    /** The value that unquoted characters make. */
    Value plain(String text, Position position, boolean unsafe) {
        if (text.equals("=")) {
            return refused("'=' alone is not a value in YAML", "", "quote it if the sign itself is meant", position);
        }
        try {
            Value value = PlainScalar.read(text, position);
            return unsafe && value instanceof TextValue ? new TextValue(text, position, true) : value;
        } catch (PlainScalar.DigitsException tooLong) {
            return refused(
                    "a number of more than " + PlainScalar.MOST_DIGITS + " digits",
                    "Python, and so Ansible, does not read longer numbers",
                    "quote it if it is meant as text",
                    position);
        } catch (DateTimeException noDate) {
            return refused(
                    "'" + text + "' is not a valid date",
                    "YAML reads it as a date, and no such day or time exists",
                    "quote it if it is meant as text",
                    position);
        }
    }

    /** {@code !unsafe} and {@code !vault} decide anew what the characters mean, as if unquoted. */
    private Value tagged(String tag, String text, Position position, boolean unsafe) {
        if (tag.startsWith(STANDARD) && text.length() > PlainScalar.MOST_DIGITS) {
            return refused(
                    "a text of " + text.length() + " characters",
                    "its tag says it is a number or a word",
                    "remove the tag",
                    position);
        }
        try {
            return switch (tag) {
                case UNSAFE -> plain(text, position, true);
                case "!vault", "!vault-encrypted" -> encrypted(text, position);
                case STANDARD + "int" -> new IntegerValue(PlainScalar.integer(text), position);
                case STANDARD + "float" -> new DecimalValue(PlainScalar.decimal(text), position);
                case STANDARD + "null" -> new NullValue(position);
                case STANDARD + "bool" -> bool(text, position);
                case STANDARD + "timestamp" -> plain(text, position, unsafe);
                default ->
                    refused(
                            "unknown YAML tag '" + tag.replace(STANDARD, "!!") + "'",
                            "the supported tags are !unsafe, !vault and YAML's own for text and numbers",
                            "remove the tag, or quote the value if it starts with '!'",
                            position);
            };
        } catch (NumberFormatException notANumber) {
            return refused("'" + text + "' is not a number", "its tag says it is one", "remove the tag", position);
        }
    }

    private Value encrypted(String text, Position position) {
        return Vault.isEncrypted(text)
                ? new EncryptedValue(text, position)
                : refused(
                        "a value tagged !vault that is not encrypted",
                        "it does not begin with $ANSIBLE_VAULT;",
                        "encrypt it with 'ansible-vault encrypt_string', or remove the tag",
                        position);
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

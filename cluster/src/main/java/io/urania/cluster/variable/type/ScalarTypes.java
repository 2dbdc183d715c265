package io.urania.cluster.variable.type;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Types of single values. */
public final class ScalarTypes {
    private ScalarTypes() {}

    /** Anything at all, for variables that nothing reads. */
    public static final VariableType<Value> ANYTHING =
            new SimpleType<>("anything", new Shape.Anything(), value -> value);

    /** Truth in all spellings of Ansible: yes, on, true, 1 and their opposites. */
    public static VariableType<Boolean> truth() {
        return parsed("true or false", new Shape.Truth(true, true), text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1", "y", "t" -> Optional.of(true);
            case "false", "no", "off", "0", "n", "f" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    public static VariableType<Integer> integer(int least, int most) {
        String most10 = most == Integer.MAX_VALUE ? " up" : " to " + most;
        return parsed("an integer from " + least + most10, new Shape.WholeNumber(least, most), text -> {
            if (!text.matches("[+-]?[0-9]+")) {
                return Optional.empty(); // Java takes the digits of all scripts
            }
            try {
                int number = Integer.parseInt(text);
                return number >= least && number <= most ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        });
    }

    public static VariableType<Integer> port() {
        return integer(1, 65535);
    }

    /**
     * What a text of one line has not: it would rule a terminal, end a line of a file, be cut off by the system, or, as half of a character that
     * YAML can spell, not be written at all.
     */
    public static final String CONTROLS = "\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff";

    private static final Pattern HAS_CONTROLS = Pattern.compile("[" + CONTROLS + "]");

    /** Whether a text has any of {@link #CONTROLS}, in whichever of its lines. */
    public static boolean hasControls(String text) {
        return HAS_CONTROLS.matcher(text).find();
    }

    /** Text of one line. */
    public static VariableType<String> line() {
        return matching("text of one line", "[^" + CONTROLS + "]*");
    }

    /** The path of a file on this machine, wherever it is. */
    public static VariableType<String> filePath() {
        return parsed(
                "the path of a file",
                text -> text.isBlank() || hasControls(text) ? Optional.empty() : Optional.of(text));
    }

    /** A SHA-256; in lower case, however it is written. */
    public static VariableType<String> sha256() {
        return parsed(
                "a SHA-256 in 64 hexadecimal digits",
                text -> text.matches("[0-9a-fA-F]{64}")
                        ? Optional.of(text.toLowerCase(Locale.ROOT))
                        : Optional.empty());
    }

    /**
     * Text of a form.
     *
     * @param pattern what it has to match as a whole
     */
    public static VariableType<String> matching(String description, String pattern, String... examples) {
        return parsed(
                description,
                new Shape.Text(pattern, List.of(examples)),
                text -> text.matches(pattern) ? Optional.of(text) : Optional.empty());
    }

    /** A type whose values are parsed from one word or line. */
    public static <T> VariableType<T> parsed(String description, Function<String, Optional<T>> parser) {
        return parsed(description, Shape.Text.ANY, parser);
    }

    /**
     * A type whose values are parsed from one word or line.
     *
     * @param shape the values that the parser may take
     */
    public static <T> VariableType<T> parsed(String description, Shape shape, Function<String, Optional<T>> parser) {
        return new SimpleType<>(description, shape, value -> {
            String text = textOf(value, description);
            return parser.apply(text.strip())
                    .orElseThrow(() -> new UnfitValue(
                            "is '" + text.strip() + "'", "it accepts " + description, "correct the value"));
        });
    }

    /** The text of a single value, numbers and truth included. No message tells it. */
    public static String textOf(Value value, String wanted) throws UnfitValue {
        return switch (value) {
            case TextValue text -> text.text();
            case IntegerValue integer -> integer.number().toString();
            case DecimalValue decimal -> Double.toString(decimal.number());
            case BooleanValue truth -> Boolean.toString(truth.truth());
            case TimestampValue timestamp -> timestamp.text();
            case EncryptedValue _ ->
                throw new UnfitValue("is encrypted", "it was not decrypted", "pass the vault password");
            case NullValue _, ListValue _, MapValue _ ->
                throw new UnfitValue("is " + article(value.type()), "it accepts " + wanted, "write a single value");
        };
    }

    public static String article(String type) {
        return switch (type) {
            case "empty" -> "empty";
            case "integer" -> "an integer";
            default -> "a " + type;
        };
    }
}

package io.urania.inventory.library.filter;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.urania.inventory.library.Call;
import io.urania.inventory.python.Bounds;
import io.urania.inventory.python.Comparison;
import io.urania.inventory.python.Display;
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
import java.io.StringReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as Python's {@code json} module writes it: a blank after comma and colon, everything beyond ASCII escaped. */
final class Json {
    private Json() {}

    static String write(Value value) {
        return write(value, JsonStyle.TERSE);
    }

    static String write(Value value, JsonStyle style) {
        StringBuilder result = new StringBuilder();
        write(value, style, 0, result);
        return result.toString();
    }

    private static void write(Value value, JsonStyle style, int level, StringBuilder result) {
        switch (value) {
            case TextValue text -> result.append(quoted(text.text(), style.asciiOnly()));
            case IntegerValue integer -> result.append(integer.number());
            case DecimalValue decimal -> result.append(decimal(decimal.number()));
            case BooleanValue truth -> result.append(truth.truth());
            case NullValue _ -> result.append("null");
            case TimestampValue timestamp -> result.append(quoted(timestamp.iso(), style.asciiOnly()));
            case EncryptedValue _ ->
                throw new IllegalStateException("a value is decrypted before anything is made of it");
            case ListValue list when list.elements().isEmpty() -> result.append("[]");
            case MapValue map when map.entries().isEmpty() -> result.append("{}");
            case ListValue list -> {
                String separator = "[";
                for (Value element : list.elements()) {
                    result.append(separator).append(style.newLine(level + 1));
                    write(element, style, level + 1, result);
                    separator = style.comma();
                }
                result.append(style.newLine(level)).append(']');
            }
            case MapValue map -> {
                String separator = "{";
                var entries = map.entries().entrySet().stream();
                for (Map.Entry<String, Value> entry : (style.sortKeys()
                                ? entries.sorted(Map.Entry.comparingByKey(Comparison::byCodePoint))
                                : entries)
                        .toList()) {
                    result.append(separator).append(style.newLine(level + 1));
                    result.append(quoted(entry.getKey(), style.asciiOnly())).append(": ");
                    write(entry.getValue(), style, level + 1, result);
                    separator = style.comma();
                }
                result.append(style.newLine(level)).append('}');
            }
        }
        Bounds.check(result.length(), "to_json");
    }

    static Value read(String text, Call call) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            Value value = value(reader, call);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw call.wrong("the text is not valid JSON", "there is extra text after the value");
            }
            return value;
        } catch (IOException | IllegalStateException | NumberFormatException notJson) {
            throw call.wrong("the text is not valid JSON", "");
        }
    }

    private static Value value(JsonReader reader, Call call) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_ARRAY -> {
                List<Value> elements = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    elements.add(value(reader, call));
                }
                reader.endArray();
                yield call.result(elements);
            }
            case BEGIN_OBJECT -> {
                Map<String, Value> entries = new LinkedHashMap<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    entries.put(reader.nextName(), value(reader, call));
                }
                reader.endObject();
                yield new MapValue(entries, call.position());
            }
            case STRING -> call.result(reader.nextString());
            case NUMBER -> number(reader.nextString(), call);
            case BOOLEAN -> call.result(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield new NullValue(call.position());
            }
            case NAME, END_ARRAY, END_OBJECT, END_DOCUMENT -> throw new IOException("a value is missing");
        };
    }

    private static Value number(String digits, Call call) {
        boolean whole = digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        return whole ? call.result(new BigInteger(digits)) : call.result(Double.parseDouble(digits));
    }

    private static String decimal(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        return Display.decimal(number);
    }

    private static String quoted(String text, boolean asciiOnly) {
        StringBuilder result = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> result.append("\\\"");
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                case '\b' -> result.append("\\b");
                case '\f' -> result.append("\\f");
                default -> {
                    if (character < 0x20 || (asciiOnly && character > 0x7e)) {
                        result.append(String.format("\\u%04x", (int) character));
                    } else {
                        result.append(character);
                    }
                }
            }
        }
        return result.append('"').toString();
    }
}

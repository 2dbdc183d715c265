package io.urania.inventory.listing;

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
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * JSON as {@code ansible-inventory} writes it: Python's {@code json.dumps} with sorted keys and an indentation of four, everything beyond
 * ASCII escaped; encrypted and unsafe texts as mappings of one key.
 */
final class JsonOutput {
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final int INDENTATION = 4;

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean isFirst = true;

    JsonOutput begin() {
        text.append('{');
        depth++;
        isFirst = true;
        return this;
    }

    JsonOutput end() {
        depth--;
        if (!isFirst) {
            newLine();
        }
        text.append('}');
        isFirst = false;
        return this;
    }

    /** A key of the mapping that is open; its value must follow. */
    JsonOutput key(String key) {
        next();
        quoted(key);
        text.append(": ");
        return this;
    }

    JsonOutput names(List<String> names) {
        beginList();
        for (String name : names) {
            next();
            quoted(name);
        }
        endList();
        return this;
    }

    JsonOutput value(SortedMap<String, Value> entries) {
        begin();
        entries.forEach((key, value) -> key(key).value(value));
        return end();
    }

    private void value(Value value) {
        switch (value) {
            case TextValue string -> {
                if (string.literal()) {
                    tagged("__ansible_unsafe", string.text());
                } else {
                    quoted(string.text());
                }
            }
            case EncryptedValue encrypted -> tagged("__ansible_vault", encrypted.ciphertext());
            case IntegerValue integer -> text.append(integer.number());
            case DecimalValue decimal -> text.append(decimal(decimal.number()));
            case BooleanValue truth -> text.append(truth.truth());
            case NullValue _ -> text.append("null");
            case TimestampValue timestamp -> quoted(timestamp.iso());
            case ListValue list -> list(list.elements());
            case MapValue map -> value(sorted(map.entries()));
        }
    }

    private static SortedMap<String, Value> sorted(Map<String, Value> entries) {
        return new TreeMap<>(entries);
    }

    private void list(List<Value> elements) {
        beginList();
        for (Value element : elements) {
            next();
            value(element);
        }
        endList();
    }

    private void beginList() {
        text.append('[');
        depth++;
        isFirst = true;
    }

    private void endList() {
        depth--;
        if (!isFirst) {
            newLine();
        }
        text.append(']');
        isFirst = false;
    }

    private void tagged(String tag, String content) {
        begin();
        key(tag);
        quoted(content);
        end();
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

    private void next() {
        if (!isFirst) {
            text.append(',');
        }
        newLine();
        isFirst = false;
    }

    private void newLine() {
        text.append('\n').repeat(' ', depth * INDENTATION);
    }

    private void quoted(String content) {
        text.append('"');
        for (int i = 0; i < content.length(); i++) {
            char next = content.charAt(i);
            if (next >= ' ' && next < 0x7f && next != '"' && next != '\\') {
                text.append(next);
            } else {
                escaped(next);
            }
        }
        text.append('"');
    }

    private void escaped(char character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\u007f' -> text.append(character);
            default -> {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(HEXADECIMAL.charAt((character >> shift) & 0xf));
                }
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

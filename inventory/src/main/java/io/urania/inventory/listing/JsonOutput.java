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
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * JSON as {@code ansible-inventory} writes it: Python's {@code json.dumps} with sorted keys and an indentation of four, everything beyond
 * ASCII escaped; encrypted and unsafe texts as mappings of one key. It goes to a stream while it is made: it may be far larger than the
 * inventory.
 */
final class JsonOutput {
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final int INDENTATION = 4;

    private static final int BUFFER_SIZE = 64 * 1024;

    private final OutputStream target;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int length;
    private int depth;
    private boolean isFirst = true;

    JsonOutput(OutputStream target) {
        this.target = target;
    }

    JsonOutput begin() throws IOException {
        put('{');
        depth++;
        isFirst = true;
        return this;
    }

    JsonOutput end() throws IOException {
        depth--;
        if (!isFirst) {
            newLine();
        }
        put('}');
        isFirst = false;
        return this;
    }

    /** A key of the mapping that is open; its value must follow. */
    JsonOutput key(String key) throws IOException {
        next();
        quoted(key);
        put(": ");
        return this;
    }

    JsonOutput names(List<String> names) throws IOException {
        beginList();
        for (String name : names) {
            next();
            quoted(name);
        }
        endList();
        return this;
    }

    JsonOutput value(SortedMap<String, Value> entries) throws IOException {
        begin();
        for (Map.Entry<String, Value> entry : entries.entrySet()) {
            key(entry.getKey()).value(entry.getValue());
        }
        return end();
    }

    private void value(Value value) throws IOException {
        switch (value) {
            case TextValue string -> {
                if (string.literal()) {
                    tagged("__ansible_unsafe", string.text());
                } else {
                    quoted(string.text());
                }
            }
            case EncryptedValue encrypted -> tagged("__ansible_vault", encrypted.ciphertext());
            case IntegerValue integer -> put(integer.number().toString());
            case DecimalValue decimal -> put(decimal(decimal.number()));
            case BooleanValue truth -> put(Boolean.toString(truth.truth()));
            case NullValue _ -> put("null");
            case TimestampValue timestamp -> quoted(timestamp.iso());
            case ListValue list -> list(list.elements());
            case MapValue map -> value(sorted(map.entries()));
        }
    }

    private static SortedMap<String, Value> sorted(Map<String, Value> entries) {
        return new TreeMap<>(entries);
    }

    private void list(List<Value> elements) throws IOException {
        beginList();
        for (Value element : elements) {
            next();
            value(element);
        }
        endList();
    }

    private void beginList() throws IOException {
        put('[');
        depth++;
        isFirst = true;
    }

    private void endList() throws IOException {
        depth--;
        if (!isFirst) {
            newLine();
        }
        put(']');
        isFirst = false;
    }

    private void tagged(String tag, String content) throws IOException {
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

    private void next() throws IOException {
        if (!isFirst) {
            put(',');
        }
        newLine();
        isFirst = false;
    }

    private void newLine() throws IOException {
        put('\n');
        for (int i = depth * INDENTATION; i > 0; i--) {
            put(' ');
        }
    }

    private void quoted(String content) throws IOException {
        put('"');
        for (int i = 0; i < content.length(); i++) {
            char next = content.charAt(i);
            if (next >= ' ' && next < 0x7f && next != '"' && next != '\\') {
                put(next);
            } else {
                escaped(next);
            }
        }
        put('"');
    }

    private void escaped(char character) throws IOException {
        switch (character) {
            case '"' -> put("\\\"");
            case '\\' -> put("\\\\");
            case '\n' -> put("\\n");
            case '\r' -> put("\\r");
            case '\t' -> put("\\t");
            case '\b' -> put("\\b");
            case '\f' -> put("\\f");
            case '\u007f' -> put(character);
            default -> {
                put("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    put(HEXADECIMAL.charAt((character >> shift) & 0xf));
                }
            }
        }
    }

    /** Everything written so far goes to the target, and a newline behind it. */
    void finish() throws IOException {
        put('\n');
        target.write(buffer, 0, length);
        length = 0;
        target.flush();
    }

    private void put(String ascii) throws IOException {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
    }

    private void put(char ascii) throws IOException {
        if (length == BUFFER_SIZE) {
            target.write(buffer, 0, length);
            length = 0;
        }
        buffer[length++] = (byte) ascii;
    }
}

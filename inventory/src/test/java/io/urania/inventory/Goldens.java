package io.urania.inventory;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Expected values in JSON files beside the tests. */
final class Goldens {
    private Goldens() {}

    static String text(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Goldens.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static JsonElement read(String name) throws IOException {
        return JsonParser.parseString(text(name));
    }

    /** As {@code Value.plain()} gives it. */
    static @Nullable Object plain(JsonElement element) {
        return switch (element) {
            case JsonArray array -> {
                List<@Nullable Object> elements = new ArrayList<>();
                array.forEach(child -> elements.add(plain(child)));
                yield elements;
            }
            case JsonObject special
            when special.has("__float__") ->
                switch (special.get("__float__").getAsString()) {
                    case "inf" -> Double.POSITIVE_INFINITY;
                    case "-inf" -> Double.NEGATIVE_INFINITY;
                    default -> Double.NaN;
                };
            case JsonObject object -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                object.entrySet().forEach(entry -> entries.put(entry.getKey(), plain(entry.getValue())));
                yield entries;
            }
            case JsonElement nothing when nothing.isJsonNull() -> null;
            case JsonElement text when text.getAsJsonPrimitive().isString() -> text.getAsString();
            case JsonElement truth when truth.getAsJsonPrimitive().isBoolean() -> truth.getAsBoolean();
            case JsonElement number
            when number.getAsString().matches("-?[0-9]+") -> new BigInteger(number.getAsString());
            default -> element.getAsDouble();
        };
    }
}

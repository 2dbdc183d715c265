package io.urania.cluster.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.cluster.variable.type.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a JSON Schema says of a variable's values. A template is taken anywhere, and an empty value, which counts as none. */
final class SchemaOfShape {
    private static final List<String> YES = List.of("true", "yes", "on", "1", "y", "t");
    private static final List<String> NO = List.of("false", "no", "off", "0", "n", "f");
    private static final String TEMPLATE = "\\{[{%]";

    private SchemaOfShape() {}

    /** Adds what the schema of a variable says of its values. */
    static void complete(JsonObject property, Shape shape) {
        if (!(shape instanceof Shape.Anything)) {
            JsonArray alternatives = new JsonArray();
            alternatives(shape).forEach(alternatives::add);
            alternatives.add(matching("string", TEMPLATE));
            alternatives.add(typed("null"));
            property.add("anyOf", alternatives);
        }
        examples(shape).map(SchemaOfShape::array).ifPresent(examples -> property.add("examples", examples));
    }

    private static List<JsonObject> alternatives(Shape shape) {
        return switch (shape) {
            case Shape.Anything _ -> List.of(new JsonObject());
            case Shape.Truth truth -> truth(truth);
            case Shape.WholeNumber number -> List.of(number(number), matching("string", "^\\s*-?\\d+\\s*$"));
            case Shape.Word word -> List.of(words(word.words()));
            case Shape.Text text -> text(text);
            case Shape.Several several -> several(several);
            case Shape.Texts _ -> List.of(texts());
        };
    }

    private static List<JsonObject> truth(Shape.Truth truth) {
        List<String> spellings = Stream.of(truth.yes() ? YES : List.<String>of(), truth.no() ? NO : List.<String>of())
                .flatMap(List::stream)
                .toList();
        JsonObject type = typed("boolean");
        JsonObject words = matching("string", "^\\s*(?:" + insensitive(spellings) + ")\\s*$");
        JsonObject numbers = new JsonObject();
        JsonArray accepted = new JsonArray();
        if (!truth.yes() || !truth.no()) {
            type.addProperty("const", truth.yes());
        }
        if (truth.no()) {
            accepted.add(0);
        }
        if (truth.yes()) {
            accepted.add(1);
        }
        numbers.add("enum", accepted);
        return List.of(type, words, numbers);
    }

    /** ECMA-262 has no flag for it inside a pattern. */
    private static String insensitive(List<String> words) {
        StringBuilder pattern = new StringBuilder();
        for (String word : words) {
            pattern.append(pattern.isEmpty() ? "" : "|");
            word.chars()
                    .forEach(letter -> pattern.append(
                            Character.isLetter(letter)
                                    ? "[" + (char) letter + (char) Character.toUpperCase(letter) + "]"
                                    : Character.toString(letter)));
        }
        return pattern.toString();
    }

    private static JsonObject number(Shape.WholeNumber number) {
        JsonObject schema = typed("integer");
        schema.addProperty("minimum", number.least());
        if (number.most() != Integer.MAX_VALUE) {
            schema.addProperty("maximum", number.most());
        }
        return schema;
    }

    private static JsonObject words(List<String> words) {
        JsonObject schema = new JsonObject();
        schema.add("enum", array(words));
        return schema;
    }

    /** Numbers and truth are text as well, where the text is free. */
    private static List<JsonObject> text(Shape.Text text) {
        return text.pattern().isEmpty()
                ? List.of(typed("string"), typed("number"), typed("boolean"))
                : numberFits(text)
                        ? List.of(matching("string", "^\\s*(?:" + text.pattern() + ")\\s*$"), typed("number"))
                        : List.of(matching("string", "^\\s*(?:" + text.pattern() + ")\\s*$"));
    }

    private static boolean numberFits(Shape.Text text) {
        return "1".matches(text.pattern()) || "0".matches(text.pattern());
    }

    /** A list, one element without it, or text that spells a list. */
    private static List<JsonObject> several(Shape.Several several) {
        JsonObject items = new JsonObject();
        JsonArray alternatives = new JsonArray();
        alternatives(several.element()).forEach(alternatives::add);
        alternatives.add(matching("string", TEMPLATE));
        items.add("anyOf", alternatives);
        JsonObject list = typed("array");
        list.add("items", items);
        return Stream.concat(
                        Stream.of(list, matching("string", "^\\s*\\[.*\\]\\s*$")),
                        alternatives(several.element()).stream())
                .toList();
    }

    private static JsonObject texts() {
        JsonObject value = new JsonObject();
        JsonArray types = array(List.of("string", "number", "boolean"));
        value.add("type", types);
        JsonObject schema = typed("object");
        schema.add("additionalProperties", value);
        return schema;
    }

    private static JsonObject typed(String type) {
        JsonObject schema = new JsonObject();
        schema.addProperty("type", type);
        return schema;
    }

    private static JsonObject matching(String type, String pattern) {
        JsonObject schema = typed(type);
        schema.addProperty("pattern", pattern);
        return schema;
    }

    private static Optional<List<String>> examples(Shape shape) {
        return switch (shape) {
            case Shape.Text text when !text.examples().isEmpty() -> Optional.of(text.examples());
            case Shape.Several several -> examples(several.element());
            case Shape.Anything _, Shape.Truth _, Shape.WholeNumber _, Shape.Word _, Shape.Text _, Shape.Texts _ ->
                Optional.empty();
        };
    }

    private static JsonArray array(Collection<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}

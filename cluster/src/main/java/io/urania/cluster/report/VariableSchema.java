package io.urania.cluster.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.urania.cluster.value.Keyword;
import io.urania.cluster.variable.Effect;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.registry.Variables;
import io.urania.cluster.variable.type.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders the registry of variables as a JSON Schema (draft 2020-12) of a file of variables, so that editors complete and check. Names that
 * the registry does not know are taken: an inventory has variables of its own, and those of others.
 */
public final class VariableSchema {
    private VariableSchema() {}

    public static JsonObject json() {
        JsonObject properties = new JsonObject();
        for (Variable<?> variable : Variables.all()) {
            variable.names().forEach(name -> add(properties, name, variable));
        }
        JsonObject schema = new JsonObject();
        schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.addProperty("title", "Variables of an inventory");
        schema.addProperty(
                "description",
                "A file in group_vars or host_vars of an inventory that Urania reads, such as Kubespray's.");
        JsonArray types = new JsonArray();
        types.add("object");
        types.add("null");
        schema.add("type", types);
        schema.add("properties", properties);
        return schema;
    }

    /** A dot in the name goes into a mapping, which may hold other keys too. */
    private static void add(JsonObject properties, String name, Variable<?> variable) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            properties.add(name, property(variable));
            return;
        }
        String outer = name.substring(0, dot);
        if (!properties.has(outer)) {
            properties.add(outer, mapping());
        }
        JsonObject inner = properties.getAsJsonObject(outer).getAsJsonObject("properties");
        add(inner, name.substring(dot + 1), variable);
    }

    private static JsonObject mapping() {
        JsonObject mapping = new JsonObject();
        JsonArray types = new JsonArray();
        // Text may be a template of a mapping.
        types.add("object");
        types.add("string");
        types.add("null");
        mapping.add("type", types);
        mapping.add("properties", new JsonObject());
        return mapping;
    }

    private static JsonObject property(Variable<?> variable) {
        JsonObject property = new JsonObject();
        property.addProperty("title", variable.meaning());
        property.addProperty("description", description(variable));
        SchemaOfShape.complete(property, variable.type().shape());
        fallback(variable).ifPresent(value -> property.add("default", value));
        if (variable.effect() instanceof Effect.Ignored ignored && ignored.reason() == Effect.Reason.REMOVED) {
            property.addProperty("deprecated", true);
        }
        return property;
    }

    private static String description(Variable<?> variable) {
        String effect = switch (variable.effect()) {
            case Effect.Applied applied -> applied.description() + ".";
            case Effect.Ignored ignored ->
                "No effect, " + ignored.reason().words() + ": " + ignored.explanation() + ".";
        };
        return effect
                + (variable.isRead() ? " Takes " + variable.type().description() + "." : "")
                + (variable.defaultText().isEmpty() ? "" : " Default: " + variable.defaultText() + ".")
                + (variable.lifetime().toString().isEmpty() ? "" : " Kubernetes " + variable.lifetime() + ".");
    }

    private static <T> Optional<JsonElement> fallback(Variable<T> variable) {
        // Some types make a list of one text.
        boolean several = variable.type().shape() instanceof Shape.Several;
        Optional<T> written = variable.fallback().filter(value -> several || !(value instanceof List));
        return written.map(value -> switch (value) {
            case Boolean truth -> new JsonPrimitive(truth);
            case Number number -> new JsonPrimitive(number);
            case String text -> new JsonPrimitive(text);
            case List<?> list -> {
                JsonArray array = new JsonArray();
                list.forEach(element -> array.add(element instanceof Keyword word ? word.word() : element.toString()));
                yield array;
            }
            case Map<?, ?> map -> {
                JsonObject object = new JsonObject();
                map.forEach((key, text) -> object.addProperty(key.toString(), text.toString()));
                yield object;
            }
            default -> new JsonPrimitive(variable.type().write(value));
        });
    }
}

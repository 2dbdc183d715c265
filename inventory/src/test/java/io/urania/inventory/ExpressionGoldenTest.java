package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What ansible-core 2.19.14 with ansible.utils of ansible 12.3.0 makes of many templates: {@code expressions.jsonl}. Where Urania is
 * stricter on purpose stands in {@code expressions-refused.txt}.
 */
class ExpressionGoldenTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> goldens() throws IOException {
        List<String> refused = resource("expressions-refused.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        return resource("expressions.jsonl")
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .map(golden -> {
                    String template = golden.get("template").getAsString();
                    boolean fails = golden.has("error") || refused.contains(template);
                    return Arguments.of(template, fails, golden);
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldens")
    void rendersAsAnsibleDoes(String template, boolean fails, JsonObject golden) throws Exception {
        HostVariables variables = load(template).variables("h");

        if (fails) {
            assertThatThrownBy(() -> variables.value("template"))
                    .isInstanceOfSatisfying(
                            InventoryException.class,
                            refusal -> assertThat(refusal.problems().getFirst().position())
                                    .extracting(Position::file)
                                    .isNotNull());
        } else {
            assertThat(variables.value("template").orElseThrow().plain()).isEqualTo(plain(golden.get("value")));
        }
    }

    private Inventory load(String template) throws Exception {
        JsonObject variables = new JsonObject();
        variables.addProperty("template", template);
        new InventoryFiles(folder)
                .write("hosts.yaml", "g: {hosts: h}")
                .write("group_vars/all/variables.json", resource("expression-variables.json"))
                .write("group_vars/all/template.json", variables.toString());
        return new InventoryFiles(folder).load("hosts.yaml");
    }

    private static @Nullable Object plain(JsonElement element) {
        return switch (element) {
            case JsonArray array -> {
                List<@Nullable Object> elements = new ArrayList<>();
                array.forEach(child -> elements.add(plain(child)));
                yield elements;
            }
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

    private static String resource(String name) throws IOException {
        try (InputStream stream = ExpressionGoldenTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

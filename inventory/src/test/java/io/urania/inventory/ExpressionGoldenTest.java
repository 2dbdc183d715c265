package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What ansible-core 2.21.5 with ansible.utils of ansible 14.5.0 makes of many templates: {@code expressions.jsonl}. Where Urania is
 * stricter on purpose stands in {@code expressions-refused.txt}.
 */
class ExpressionGoldenTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> goldens() throws IOException {
        List<String> refused = Goldens.text("expressions-refused.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        return Goldens.text("expressions.jsonl")
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
            assertThatThrownBy(() -> variables.value("template0"))
                    .isInstanceOfSatisfying(
                            InventoryException.class,
                            refusal -> assertThat(refusal.problems().getFirst().position())
                                    .extracting(Position::file)
                                    .isNotNull());
        } else {
            assertThat(variables.value("template0").orElseThrow().plain())
                    .isEqualTo(Goldens.plain(golden.get("value")));
        }
    }

    private Inventory load(String template) throws Exception {
        return RenderedTemplates.load(folder, List.of(template));
    }
}

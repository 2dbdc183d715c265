package io.urania.cluster.variable.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.TextValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlTypeTest {

    private static final TomlType TYPE = new TomlType();
    private static final Position PLACE = Position.startOf(Path.of("group_vars/all.yml"));

    @Test
    void tablesAndKeysOfSeveralNamesAreMappings() throws UnfitValue {
        Map<String, Object> tree = TYPE.read(text("""
                oom_score = -999
                x.y = [1, 2.5, {b = true}]
                [proxy_plugins."a.b"]
                type = 'snapshot'
                [[list]]
                text = \"""
                two
                lines\"""
                """));

        assertThat(tree)
                .containsEntry("oom_score", -999L)
                .containsEntry("x", Map.of("y", List.of(1L, 2.5, Map.of("b", true))))
                .containsEntry("proxy_plugins", Map.of("a.b", Map.of("type", "snapshot")))
                .containsEntry("list", List.of(Map.of("text", "two\nlines")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = ",
                "a = 1\na = 2",
                "[x\n",
                "a = 1979-05-27",
                "= 1",
                "a = inf",
                "a = -nan",
                "a = 1e999",
                "a = \"\u0000\"",
                "a = \"\\ud83d\""
            })
    void whatIsNotTomlOrATimeIsRefused(String text) {
        assertThatExceptionOfType(UnfitValue.class).isThrownBy(() -> TYPE.read(text(text)));
    }

    @Test
    void whatTheReaderWouldNotEndWithIsRefused() {
        assertThatExceptionOfType(UnfitValue.class).isThrownBy(() -> TYPE.read(text("a = " + "[".repeat(5000))));
        assertThatExceptionOfType(UnfitValue.class).isThrownBy(() -> TYPE.read(text("a.".repeat(5000) + "a = 1")));
        assertThatExceptionOfType(UnfitValue.class).isThrownBy(() -> TYPE.read(text("a1 = 1\n".repeat(5000))));
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThatExceptionOfType(UnfitValue.class).isThrownBy(() -> TYPE.read(new BooleanValue(true, PLACE)));
    }

    private static TextValue text(String text) {
        return new TextValue(text, PLACE);
    }
}

package io.urania.cluster.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ManifestTemplateTest {
    private final ManifestTemplate template = ManifestTemplate.beside(ManifestTemplateTest.class, "template");

    @Test
    void placesAreFilledAndObjectsTold() {
        Manifest manifest = template.fill(Map.of("COLOUR", "$blue\\", "OPTION", "fast"));

        assertThat(manifest.name()).isEqualTo("template");
        assertThat(manifest.text()).contains("colour: $blue\\\n").contains("    fast\n");
        assertThat(manifest.objects()).containsExactly("ConfigMap kube-system/settings", "ClusterRole /reader");
        assertThat(manifest.kinds()).containsExactly("clusterrole.rbac.authorization.k8s.io", "configmap");
    }

    @Test
    void aLineOfAnEmptyPlaceIsLeftOut() {
        Manifest manifest = template.fill(Map.of("COLOUR", "blue", "OPTION", ""));

        assertThat(manifest.text()).contains("  file: |\n    first\n    last\n");
    }

    @Test
    void theSumIsThatOfTheObjects() {
        Manifest one = template.fill(Map.of("COLOUR", "blue", "OPTION", "fast"));
        Manifest same = template.fill(Map.of("COLOUR", "blue", "OPTION", "fast"));
        Manifest other = template.fill(Map.of("COLOUR", "red", "OPTION", "fast"));

        assertThat(same.sum()).isEqualTo(one.sum());
        assertThat(other.sum()).isNotEqualTo(one.sum());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'blue'",
                "\"",
                "a\n---\nkind: Pod",
                "a: b",
                "[a",
                "{a",
                "# a",
                "@OPTION@",
                "true",
                "12",
                "\u0007",
                "- a"
            })
    void aValueIsNeverYaml(String value) {
        String text = template.fill(Map.of("COLOUR", value, "OPTION", "fast")).text();

        List<Object> documents = new ArrayList<>();
        new Yaml().loadAll(text).forEach(documents::add);
        assertThat(documents).hasSize(2);
        Map<?, ?> data = (Map<?, ?>) ((Map<?, ?>) documents.getFirst()).get("data");
        assertThat(data.get("colour")).isEqualTo(value);
        assertThat(data.get("file")).isEqualTo("first\nfast\nlast\n");
    }

    @Test
    void aValueThatIsNoTextKeepsItsType() {
        assertThat(template.fill(Map.of("COLOUR", 12, "OPTION", "fast")).text()).contains("colour: 12\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast\n}", "a\rb", "a\u0000b"})
    void aPartOfAFileIsOneLine(String value) {
        assertThatThrownBy(() -> template.fill(Map.of("COLOUR", "blue", "OPTION", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a value of one line has a control character");
    }

    @Test
    void aPlaceWithoutValueIsRefused() {
        assertThatThrownBy(() -> template.fill(Map.of("OPTION", "fast")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("template.yaml: missing value for COLOUR");
    }

    @Test
    void aValueWithoutPlaceIsRefused() {
        assertThatThrownBy(() -> template.fill(Map.of("COLOUR", "blue", "OPTION", "fast", "SHAPE", "round")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("template.yaml has no place for [SHAPE]");
    }

    @Test
    void aTemplateThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ManifestTemplate.beside(ManifestTemplateTest.class, "nothing"))
                .hasMessageContaining("there is no nothing.yaml beside");
    }
}

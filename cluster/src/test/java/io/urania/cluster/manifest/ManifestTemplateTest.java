package io.urania.cluster.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void theSumIsThatOfTheObjectsAndNotOfTheFilesLayout() {
        Manifest one = template.fill(Map.of("COLOUR", "blue", "OPTION", "fast"));
        Manifest same = template.fill(Map.of("COLOUR", "'blue'", "OPTION", "fast"));
        Manifest other = template.fill(Map.of("COLOUR", "red", "OPTION", "fast"));

        assertThat(same.sum()).isEqualTo(one.sum());
        assertThat(other.sum()).isNotEqualTo(one.sum());
    }

    @Test
    void aPlaceWithoutValueIsRefused() {
        assertThatThrownBy(() -> template.fill(Map.of("OPTION", "fast")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("template.yaml: there is no value for COLOUR");
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

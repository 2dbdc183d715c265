package io.urania.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"v1.36.3", "1.36.3", " v1.36.3 "})
    void readsAVersionWithAndWithoutTheLeadingV(String text) throws ArtifactException {
        assertThat(KubernetesVersion.parse(text)).isEqualTo(new KubernetesVersion(1, 36, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "1.36", "v1.36.3-rc.0", "", "v1.36.3.4", "1.36.99999"})
    void refusesWhatIsNoWholeVersion(String text) {
        assertThatThrownBy(() -> KubernetesVersion.parse(text))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("write it as v1.36.3");
    }

    @Test
    void ordersByNumbersAndNotByLetters() {
        assertThat(new KubernetesVersion(1, 9, 11)).isLessThan(new KubernetesVersion(1, 19, 5));
        assertThat(new KubernetesVersion(1, 19, 5)).isLessThan(new KubernetesVersion(1, 19, 16));
    }

    @Test
    void writesItselfAsTheProjectTagsIt() {
        assertThat(new KubernetesVersion(1, 19, 5)).hasToString("v1.19.5");
        assertThat(new KubernetesVersion(1, 19, 5).plain()).isEqualTo("1.19.5");
    }
}

package io.urania.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
    @ParameterizedTest
    @CsvSource({"amd64,AMD64", "x86_64,AMD64", "arm64,ARM64", "aarch64,ARM64", "arm,ARM", "armhf,ARM", "armv7l,ARM"})
    void isKnownByTheNamesOfGoDebianAndTheKernel(String name, Architecture architecture) throws ArtifactException {
        assertThat(Architecture.parse(name)).isEqualTo(architecture);
    }

    @Test
    void namesWhatItKnowsWhenAskedForAnother() {
        assertThatThrownBy(() -> Architecture.parse("riscv64")).hasMessageContaining("amd64, arm64 and arm");
    }
}

package io.urania.lab.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.Memory;
import org.junit.jupiter.api.Test;

class MemoryFileTest {
    @Test
    void allMemoryIsTheLimitAndThereIsNoSwap() {
        assertThat(MemoryFile.text(new Memory(924)).lines())
                .startsWith("MemTotal:         946176 kB", "MemFree:          709632 kB", "MemAvailable:     709632 kB")
                .contains("SwapTotal:             0 kB", "SwapFree:              0 kB")
                .allMatch(line -> line.matches("[A-Za-z_]+: +\\d+ kB"));
    }
}

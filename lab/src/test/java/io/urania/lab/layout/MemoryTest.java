package io.urania.lab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    @Test
    void unitsAreThoseOf1024AndOfEitherCase() {
        assertThat(Memory.parse("924m")).contains(new Memory(924));
        assertThat(Memory.parse("924M")).contains(new Memory(924));
        assertThat(Memory.parse("2g")).contains(new Memory(2048));
        assertThat(Memory.parse("2G")).contains(new Memory(2048));
        assertThat(Memory.parse("999999g").orElseThrow().bytes()).isEqualTo(999_999L << 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "924", "m", "0m", "-1g", "1.5g", "1t", "924mb", "1 g", "1000000g", "٣g", "1g\n"})
    void anythingElseIsNoAmount(String word) {
        assertThat(Memory.parse(word)).isEmpty();
    }

    @Test
    void itIsShownAsItCanBeWritten() {
        assertThat(Memory.parse("2g")).map(Memory::label).flatMap(Memory::parse).contains(new Memory(2048));
    }
}

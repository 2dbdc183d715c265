package io.urania.engine.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void whatAProgramCouldTakeForAnOptionIsRefused() {
        assertThatThrownBy(() -> target("-oProxyCommand=id", "pi"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("pandore: ");
        assertThatThrownBy(() -> target("10.42.253.40", "-oProxyCommand=id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("pandore: ");
    }

    private static Target target(String address, String user) {
        return new Target("pandore", address, 22, user, true, Optional.empty(), List.of());
    }
}

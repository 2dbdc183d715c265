package io.urania.control.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CloseableStackTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void theLastOneIsClosedFirst() throws Exception {
        opened().close();

        assertThat(closed).containsExactly("transport", "lock");
    }

    @Test
    void whatIsHandedOnIsClosedByItsNewOwnerOnlyAndInTheSameOrder() throws Exception {
        CloseableStack owner;
        try (CloseableStack opening = opened()) {
            owner = opening.handedOn();
        }
        assertThat(closed).isEmpty();

        owner.close();
        assertThat(closed).containsExactly("transport", "lock");
    }

    @Test
    void oneThatFailsKeepsNoOtherFromItsTurn() {
        CloseableStack stack = opened();
        stack.add(() -> {
            throw new IOException("broken");
        });

        assertThatThrownBy(stack::close).isInstanceOf(IOException.class).hasMessage("broken");
        assertThat(closed).containsExactly("transport", "lock");
    }

    private CloseableStack opened() {
        CloseableStack stack = new CloseableStack();
        stack.add(() -> closed.add("lock"));
        stack.add(() -> closed.add("transport"));
        return stack;
    }
}

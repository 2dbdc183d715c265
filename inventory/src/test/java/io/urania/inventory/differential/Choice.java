package io.urania.inventory.differential;

import java.util.List;
import java.util.Random;

/** Seeded decisions. */
final class Choice {
    private final Random random;

    Choice(long seed) {
        this.random = new Random(seed);
    }

    <T> T of(List<T> elements) {
        return elements.get(random.nextInt(elements.size()));
    }

    String of(String... elements) {
        return elements[random.nextInt(elements.length)];
    }

    /** A number from 0 to less than {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True once in {@code times} on average. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }
}

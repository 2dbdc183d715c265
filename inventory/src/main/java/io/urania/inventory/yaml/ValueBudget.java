package io.urania.inventory.yaml;

import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;

/**
 * Bounds the number of values in an inventory, each use of an alias counted with all that it stands for: small files can spell out
 * billions ("billion laughs"). A thousand hosts with two hundred variables each are 200,000.
 */
final class ValueBudget {
    private static final long MOST_VALUES = 2_000_000;

    private long used;

    long used() {
        return used;
    }

    void take(long values, Position position) {
        used += values;
        if (used > MOST_VALUES) {
            throw new UnreadableYamlException(Problem.error(
                    position,
                    "the inventory has more than " + MOST_VALUES + " values",
                    "no inventory is that large; aliases count as often as they are used",
                    "remove what is no inventory, or take it apart"));
        }
    }
}

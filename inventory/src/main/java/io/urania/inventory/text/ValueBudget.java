package io.urania.inventory.text;

import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;

/**
 * Bounds the number of values in an inventory, each use of an alias counted with all that it stands for: small files can spell out
 * billions ("billion laughs"). A thousand hosts with two hundred variables each are 200,000. Long texts count as several values.
 */
public final class ValueBudget {
    private static final long MOST_VALUES = 1_000_000;

    /** What a value takes while it is read, with its key and its places: less is used, so that there is room for the rest. */
    private static final int BYTES_PER_VALUE = 400;

    private static final int CHARACTERS_PER_VALUE = 64;

    private final long most = Math.min(MOST_VALUES, Runtime.getRuntime().maxMemory() / BYTES_PER_VALUE);
    private long used;

    public long used() {
        return used;
    }

    /** Takes back what was read since {@link #used} was this much. */
    public void backTo(long before) {
        used = before;
    }

    /** Takes one value; throws {@link UnreadableException} if there are too many. */
    public void take(Position position) {
        take(1, position);
    }

    /** Takes a text of some length; throws {@link UnreadableException} if there is too much. */
    public void takeText(int length, Position position) {
        take(length / CHARACTERS_PER_VALUE, position);
    }

    /** Takes several values; throws {@link UnreadableException} if there are too many. */
    public void take(long values, Position position) {
        used += values;
        if (used > most) {
            throw new UnreadableException(Problem.error(
                    position,
                    "the inventory has more than " + most + " values",
                    most < MOST_VALUES
                            ? "Urania has " + (Runtime.getRuntime().maxMemory() >> 20)
                                    + " MiB of memory, which is not enough for more"
                            : "no inventory is that large; aliases count as often as they are used",
                    "remove what does not belong to the inventory, or split it"));
        }
    }
}

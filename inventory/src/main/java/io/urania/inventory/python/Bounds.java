package io.urania.inventory.python;

/** How large the results of operations may be. Larger ones come from a mistake or malice, and would take all memory. */
public final class Bounds {
    /** In characters, or elements of a list. */
    public static final int LARGEST_RESULT = 10_000_000;

    /** In bits of a whole number: what has more takes long to reckon with. */
    public static final int LONGEST_NUMBER = 1_000_000;

    private Bounds() {}

    /**
     * Refuses a result before it is made.
     *
     * @param size its characters or elements
     * @param operation what makes it, as a person would write it
     */
    public static void check(long size, String operation) {
        if (size > LARGEST_RESULT || size < 0) {
            throw new OperationException(
                    "the result of '" + operation + "' is too large",
                    "more than " + LARGEST_RESULT + " characters or elements",
                    "");
        }
    }
}

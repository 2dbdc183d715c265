package io.urania.control.permission;

/**
 * A line of what has been allowed.
 *
 * @param sum the SHA-256 of inventory and content: what counts
 * @param day when, as {@code 2026-11-29}; empty in lines of the time before there was more than a sum
 * @param inventory its folder; empty likewise
 * @param what as the person was asked; empty likewise
 */
record Permission(String sum, String day, String inventory, String what) {

    private static final String BETWEEN = "\t";

    Permission {
        inventory = printable(inventory);
        what = printable(what);
    }

    static Permission parse(String line) {
        String[] words = line.split(BETWEEN, 4);
        return new Permission(
                words[0].strip(),
                words.length > 1 ? words[1] : "",
                words.length > 2 ? words[2] : "",
                words.length > 3 ? words[3] : "");
    }

    String line() {
        return day.isEmpty() ? sum : String.join(BETWEEN, sum, day, inventory, what);
    }

    /** The text without what would begin another line, or move a cursor. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    }
}

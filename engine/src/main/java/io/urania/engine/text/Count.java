package io.urania.engine.text;

/** Numbers of things, in words. */
public final class Count {
    private Count() {}

    /**
     * {@code 1 host}, {@code 3 hosts}.
     *
     * @param thing what is counted, in the singular, of a word whose plural ends in {@code s}
     */
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}

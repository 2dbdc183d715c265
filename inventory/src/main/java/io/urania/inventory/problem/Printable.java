package io.urania.inventory.problem;

import java.util.stream.Collectors;

/** Text of an inventory made harmless for a terminal: no escape sequence, nothing that changes the direction of writing. */
public final class Printable {
    /** What stands for a character that is not shown. */
    static final String REPLACEMENT = "\uFFFD";

    private Printable() {}

    /** The text with everything replaced that would move the cursor, line ends and tabs included. */
    public static String of(String text) {
        return text.codePoints().allMatch(Printable::isPrintable)
                ? text
                : text.codePoints()
                        .mapToObj(character -> isPrintable(character) ? Character.toString(character) : REPLACEMENT)
                        .collect(Collectors.joining());
    }

    static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> !turns(character);
            default -> true;
        };
    }

    /** The explicit directional controls of Unicode's bidirectional algorithm (UAX 9). */
    private static boolean turns(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}

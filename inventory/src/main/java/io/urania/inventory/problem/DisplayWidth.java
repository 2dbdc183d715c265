package io.urania.inventory.problem;

/**
 * How many columns of a terminal a character takes. The wide ranges are those of Markus Kuhn's {@code wcwidth}, brought up to date with the
 * emoji that Unicode shows as pictures.
 */
final class DisplayWidth {
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, // Hangul Jamo
        {0x2E80, 0x303E}, // CJK radicals and punctuation
        {0x3041, 0xA4CF}, // kana, CJK, Yi
        {0xAC00, 0xD7A3}, // Hangul syllables
        {0xF900, 0xFAFF}, // CJK compatibility
        {0xFE30, 0xFE6F}, // CJK compatibility forms
        {0xFF00, 0xFF60}, // full-width forms
        {0xFFE0, 0xFFE6},
        {0x20000, 0x3FFFD} // CJK extensions
    };

    /** The only format character that terminals show. */
    private static final int SOFT_HYPHEN = 0xAD;

    private DisplayWidth() {}

    /** 0 for what is drawn over its neighbour, 2 for wide characters, otherwise 1. */
    static int of(int codePoint) {
        if (codePoint == SOFT_HYPHEN) {
            return 1;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static boolean isWide(int codePoint) {
        if (Character.isEmojiPresentation(codePoint)) {
            return true;
        }
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return true;
            }
        }
        return false;
    }
}

package io.urania.inventory.problem;

/** The extent of the word, text or bracket that begins at a place of a line. */
final class SourceToken {
    private SourceToken() {}

    /** How many characters belong together from {@code start} on: a word, a text with its quotes, two braces; otherwise 1, or 0 past the end. */
    static int length(int[] line, int start) {
        if (start >= line.length) {
            return 0;
        }
        int first = line[start];
        if (first == '"' || first == '\'') {
            return quoted(line, start);
        }
        if (first == '{' && start + 1 < line.length && (line[start + 1] == '{' || line[start + 1] == '%')) {
            return 2;
        }
        int end = start;
        while (end < line.length && belongsToWord(line[end])) {
            end++;
        }
        while (end > start && (line[end - 1] == '.' || line[end - 1] == '-')) {
            end--;
        }
        return Math.max(1, end - start);
    }

    private static int quoted(int[] line, int start) {
        for (int end = start + 1; end < line.length; end++) {
            if (line[end] == line[start]) {
                return end - start + 1;
            }
        }
        return 1;
    }

    private static boolean belongsToWord(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || type == Character.NON_SPACING_MARK
                || "_-./".indexOf(character) >= 0;
    }
}

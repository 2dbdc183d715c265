package io.urania.cluster.format;

/** What no format that is read line by line can hold in a value. */
public final class Line {

    private Line() {}

    /**
     * The same text.
     *
     * @throws IllegalArgumentException if it has a line end or another control character; types of variables refuse such values before
     */
    public static String of(String text) {
        if (text.codePoints().anyMatch(Line::endsOrControls)) {
            throw new IllegalArgumentException("a value of one line has a control character");
        }
        return text;
    }

    private static boolean endsOrControls(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }
}

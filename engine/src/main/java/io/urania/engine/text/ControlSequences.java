package io.urania.engine.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what a terminal would obey instead of show. A host that prints such sequences could otherwise move the cursor over
 * what was printed before, change the window's title or the clipboard, or have the terminal type an answer.
 */
public final class ControlSequences {

    /**
     * ECMA-48, section 5: control sequences (CSI), control strings (OSC, DCS, SOS, PM, APC) if they end in the same line, and other
     * escapes; each with ESC or as a single character of the set C1. Then what remains of the sets C0 (but line end and tab) and C1,
     * DEL, and the characters of Unicode that change the direction of what follows.
     */
    private static final Pattern SEQUENCE = Pattern.compile("(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]"
            + "|(?:\u001b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\\\|\u009c)"
            + "|\u001b[ -/]*[0-~]"
            + "|[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Pattern CARRIAGE_RETURN = Pattern.compile("\r+\n?");

    private ControlSequences() {}

    /** The text without them; a carriage return ends a line, as what follows it would be written over the line. */
    public static String removed(String text) {
        return removed(text, Set.of());
    }

    /**
     * The same, but for some.
     *
     * @param kept sequences that stay, in full
     */
    public static String removed(String text, Set<String> kept) {
        if (text.chars().noneMatch(ControlSequences::isSuspect)) {
            return text;
        }
        String lines = CARRIAGE_RETURN.matcher(text).replaceAll("\n");
        return SEQUENCE.matcher(lines)
                .replaceAll(found -> kept.contains(found.group()) ? Matcher.quoteReplacement(found.group()) : "");
    }

    private static boolean isSuspect(int character) {
        return (character < ' ' && character != '\n' && character != '\t')
                || (character >= 0x7f && character <= 0x9f)
                || (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
    }
}

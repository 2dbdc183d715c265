package io.urania.engine.shell;

import java.util.Collection;
import java.util.stream.Collectors;

/** Quoting for POSIX sh (IEEE Std 1003.1-2024, Shell Command Language, section 2.2.2). */
public final class Shell {

    private Shell() {}

    /**
     * Quotes {@code text} so that a POSIX shell reads it as exactly one word.
     *
     * @throws IllegalArgumentException if the text holds a NUL, which no shell word can
     */
    public static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a shell word cannot hold a NUL byte");
        }
        if (!text.isEmpty() && text.chars().allMatch(Shell::isPlain)) {
            return text;
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Quotes each word and joins them with single spaces. */
    public static String words(Collection<String> words) {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "/._-:@%+,".indexOf(character) >= 0;
    }
}

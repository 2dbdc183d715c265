package io.urania.inventory.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes {@code name=value name="other value"} apart as Ansible's {@code parse_kv} does: at blanks, but not within quotes or the braces of a
 * template.
 */
final class KeyValueWords {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:U([0-9a-fA-F]{8})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})" + "|([\\\\'\"abfnrtv]))");
    private static final String LETTERS = "\\'\"abfnrtv";
    private static final String MEANINGS = "\\'\"\u0007\b\f\n\r\t\u000B";

    private KeyValueWords() {}

    /**
     * A word.
     *
     * @param text with its escapes decoded
     * @param offset where it starts
     */
    record Word(String text, int offset) {}

    /** Throws IllegalArgumentException, with a message for the reader, if a quote or a template is not closed. */
    static List<Word> split(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean isBlank = next == ' ' || next == '\n';
            if (isBlank && depth == 0 && quote == 0) {
                if (start >= 0) {
                    words.add(new Word(decoded(text.substring(start, i)), start));
                }
                start = -1;
                continue;
            }
            start = start < 0 ? i : start;
            if ((next == '"' || next == '\'') && (i == 0 || text.charAt(i - 1) != '\\')) {
                quote = quote == 0 ? next : quote == next ? 0 : quote;
            } else if (opens(text, i)) {
                depth++;
                i++;
            } else if (closes(text, i)) {
                depth = Math.max(0, depth - 1);
                i++;
            }
        }
        if (depth > 0 || quote != 0) {
            throw new IllegalArgumentException(quote != 0 ? "a quote is never closed" : "a template is never closed");
        }
        if (start >= 0) {
            words.add(new Word(decoded(text.substring(start)), start));
        }
        return List.copyOf(words);
    }

    /** The text without the quotes around it. */
    static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && text.charAt(0) == text.charAt(text.length() - 1)
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 2) != '\\';
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean opens(String text, int index) {
        return text.startsWith("{{", index) || text.startsWith("{%", index) || text.startsWith("{#", index);
    }

    private static boolean closes(String text, int index) {
        return text.startsWith("}}", index) || text.startsWith("%}", index) || text.startsWith("#}", index);
    }

    private static String decoded(String word) {
        return ESCAPE.matcher(word).replaceAll(match -> Matcher.quoteReplacement(meaning(match)));
    }

    private static String meaning(MatchResult escape) {
        for (int group = 1; group <= 3; group++) {
            if (escape.group(group) != null) {
                int code = Integer.parseUnsignedInt(escape.group(group), 16);
                return Character.isValidCodePoint(code) ? Character.toString(code) : escape.group();
            }
        }
        int index = LETTERS.indexOf(escape.group(4));
        return MEANINGS.substring(index, index + 1);
    }
}

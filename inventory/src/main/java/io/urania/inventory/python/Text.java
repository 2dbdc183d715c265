package io.urania.inventory.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Python's {@code str} does with texts; indexes and widths count code points. */
public final class Text {
    /** What Python takes for whitespace. */
    public static final String SPACES =
            " \t\n\r\f\u000b\u001c\u001d\u001e\u001f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
                    + "\u200a\u2028\u2029\u202f\u205f\u3000";

    private static final String LINE_ENDS = "\n\r\f\u000b\u001c\u001d\u001e\u0085\u2028\u2029";
    private static final Pattern WORD = Pattern.compile("[^" + SPACES + "]+");

    private Text() {}

    public static boolean isSpace(int character) {
        return SPACES.indexOf(character) >= 0;
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first letter large, all others small. */
    public static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return title(text.codePointAt(0)) + text.substring(end).toLowerCase(Locale.ROOT);
    }

    /** Python's {@code str.title}: the first letter of every run of letters large. */
    public static String titled(String text) {
        StringBuilder result = new StringBuilder();
        boolean inside = false;
        for (int character : text.codePoints().toArray()) {
            String letter = Character.toString(character);
            result.append(inside ? letter.toLowerCase(Locale.ROOT) : title(character));
            inside = Character.isLetter(character);
        }
        return result.toString();
    }

    private static String title(int character) {
        int titled = Character.toTitleCase(character);
        if (titled != character) {
            return Character.toString(titled);
        }
        // One letter may become several, of which the first is large: ß becomes Ss.
        String upper = Character.toString(character).toUpperCase(Locale.ROOT);
        int first = upper.offsetByCodePoints(0, 1);
        return upper.substring(0, first) + upper.substring(first).toLowerCase(Locale.ROOT);
    }

    public static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    public static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    /** Python's {@code str.splitlines()}. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (LINE_ENDS.indexOf(text.charAt(i)) >= 0) {
                lines.add(text.substring(from, i));
                boolean two = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                i += two ? 1 : 0;
                from = i + 1;
            }
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    /** Python's {@code str.strip(characters)}, {@code lstrip} and {@code rstrip}. */
    public static String stripped(String text, String characters, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        while (left && from < to && characters.indexOf(text.codePointAt(from)) >= 0) {
            from = text.offsetByCodePoints(from, 1);
        }
        while (right && to > from && characters.indexOf(text.codePointBefore(to)) >= 0) {
            to = text.offsetByCodePoints(to, -1);
        }
        return text.substring(from, to);
    }

    /** Python's {@code str.replace}; a negative limit means all. */
    public static String replaced(String text, String old, String replacement, int limit) {
        if (old.isEmpty()) {
            return interleaved(text, replacement, limit);
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        int found = text.indexOf(old);
        for (int i = 0; found >= 0 && i != limit; i++) {
            result.append(text, from, found).append(replacement);
            Bounds.check(result.length(), "replace");
            from = found + old.length();
            found = text.indexOf(old, from);
        }
        return result.append(text, from, text.length()).toString();
    }

    private static String interleaved(String text, String replacement, int limit) {
        int[] characters = text.codePoints().toArray();
        int times = limit < 0 ? characters.length + 1 : Math.min(limit, characters.length + 1);
        Bounds.check((long) times * replacement.length() + text.length(), "replace");
        StringBuilder result = new StringBuilder();
        for (int i = 0; i <= characters.length; i++) {
            result.append(i < times ? replacement : "");
            if (i < characters.length) {
                result.appendCodePoint(characters[i]);
            }
        }
        return result.toString();
    }

    /** Python's {@code str.split(separator, limit)}; a negative limit means all. */
    public static List<String> parts(String text, String separator, int limit) {
        requireSeparator(separator);
        List<String> parts = new ArrayList<>();
        int from = 0;
        int found = text.indexOf(separator);
        while (found >= 0 && parts.size() != limit) {
            parts.add(text.substring(from, found));
            from = found + separator.length();
            found = text.indexOf(separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Python's {@code str.rsplit(separator, limit)}. */
    public static List<String> partsFromEnd(String text, String separator, int limit) {
        requireSeparator(separator);
        Deque<String> parts = new ArrayDeque<>();
        int to = text.length();
        int found = text.lastIndexOf(separator);
        while (found >= 0 && parts.size() != limit) {
            parts.addFirst(text.substring(found + separator.length(), to));
            to = found;
            found = to - separator.length() < 0 ? -1 : text.lastIndexOf(separator, to - separator.length());
        }
        parts.addFirst(text.substring(0, to));
        return List.copyOf(parts);
    }

    /** Python's {@code str.split()}: at any whitespace; the last part keeps its own. */
    public static List<String> words(String text, int limit) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (words.size() == limit) {
                words.add(text.substring(matcher.start()));
                break;
            }
            words.add(matcher.group());
        }
        return words;
    }

    public static String joined(List<String> parts, String separator) {
        long size = (long) separator.length() * parts.size();
        for (String part : parts) {
            size += part.length();
        }
        Bounds.check(size, "join");
        return String.join(separator, parts);
    }

    /** Fills a text up to a width; on both sides the odd character is where Python's {@code str.center} puts it. */
    public static String padded(String text, int width, String fill, boolean left, boolean right) {
        int missing = Math.max(0, width - length(text));
        Bounds.check(missing, "width");
        int before = left && right ? missing / 2 + (missing & width & 1) : left ? missing : 0;
        return fill.repeat(before) + text + fill.repeat(missing - before);
    }

    private static void requireSeparator(String separator) {
        if (separator.isEmpty()) {
            throw new OperationException("an empty separator splits nothing", "", "");
        }
    }
}

package io.urania.inventory.pattern;

import io.urania.inventory.python.OperationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the syntax of Python's {@code re} to that of {@link java.util.regex}. Classes such as {@code \w} and anchors are written out,
 * since both languages give them different meanings; names of groups become numbers.
 */
final class PatternTranslator {
    private static final Pattern GLOBAL_FLAGS = Pattern.compile("\\(\\?([aiLmsux]+)\\)");
    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{0,9})(?:(,)([0-9]{0,9}))?}");
    private static final Pattern GROUP_NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final String AT_WORD_BOUNDARY = "(?:(?<=[" + ClassTranslator.WORD + "])(?![" + ClassTranslator.WORD
            + "])|(?<![" + ClassTranslator.WORD + "])(?=[" + ClassTranslator.WORD + "]))";
    private static final String INSIDE_OR_OUTSIDE_WORD = "(?:(?<=[" + ClassTranslator.WORD + "])(?=["
            + ClassTranslator.WORD + "])|(?<![" + ClassTranslator.WORD + "])(?![" + ClassTranslator.WORD + "]))";

    private final String python;
    private final StringBuilder java = new StringBuilder();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private boolean ignoreCase;
    private boolean multiline;
    private boolean dotAll;
    private int groups;
    private int index;

    PatternTranslator(String python, boolean ignoreCase, boolean multiline) {
        this.python = python;
        this.ignoreCase = ignoreCase;
        this.multiline = multiline;
    }

    PythonPattern translate() {
        readGlobalFlags();
        while (index < python.length()) {
            switch (python.charAt(index)) {
                case '\\' -> escape();
                case '[' -> index = ClassTranslator.translate(python, index, java);
                case '(' -> group();
                case '{' -> repetition();
                case '}', ']' -> {
                    java.append('\\').append(python.charAt(index));
                    index++;
                }
                case '^' -> {
                    java.append(multiline ? "(?<![^\\n])" : "\\A");
                    index++;
                }
                case '$' -> {
                    java.append(multiline ? "(?![^\\n])" : "(?=\\n?\\z)");
                    index++;
                }
                case '.' -> {
                    java.append(dotAll ? "[\\s\\S]" : "[^\\n]");
                    index++;
                }
                default -> {
                    int character = python.codePointAt(index);
                    java.appendCodePoint(character);
                    index += Character.charCount(character);
                }
            }
        }
        int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        return PythonPattern.of(python, java.toString(), flags, names);
    }

    private void readGlobalFlags() {
        Matcher flags = GLOBAL_FLAGS.matcher(python);
        if (flags.lookingAt()) {
            for (char flag : flags.group(1).toCharArray()) {
                switch (flag) {
                    case 'i' -> ignoreCase = true;
                    case 'm' -> multiline = true;
                    case 's' -> dotAll = true;
                    case 'u' -> {}
                    default -> throw refused("the flag '" + flag + "' is not supported");
                }
            }
            index = flags.end();
        }
    }

    private void escape() {
        if (index + 1 >= python.length()) {
            throw refused("it ends with a backslash");
        }
        char kind = python.charAt(index + 1);
        String translated = switch (kind) {
            case 'A' -> "\\A";
            case 'Z' -> "\\z";
            case 'b' -> AT_WORD_BOUNDARY;
            case 'B' -> INSIDE_OR_OUTSIDE_WORD;
            case 'w', 'd', 's' -> "[" + ClassTranslator.members(kind) + "]";
            case 'W', 'D', 'S' -> "[^" + ClassTranslator.members(Character.toLowerCase(kind)) + "]";
            default -> "";
        };
        if (!translated.isEmpty()) {
            java.append(translated);
            index += 2;
        } else if (kind >= '1' && kind <= '9') {
            backReference();
        } else {
            index = ClassTranslator.character(python, index, java);
        }
    }

    private void backReference() {
        int end = index + 2;
        if (end < python.length() && Character.digit(python.charAt(end), 10) >= 0) {
            end++;
        }
        if (end < python.length() && end == index + 3 && Character.digit(python.charAt(end), 8) >= 0) {
            throw refused("octal escapes are not supported");
        }
        int group = Integer.parseInt(python.substring(index + 1, end));
        if (group > groups) {
            throw refused("it refers to group " + group + ", which it does not have yet");
        }
        java.append("(?:\\").append(group).append(')');
        index = end;
    }

    private void group() {
        if (!python.startsWith("(?", index)) {
            groups++;
            java.append('(');
            index++;
        } else if (python.startsWith("(?P<", index)) {
            String name = upTo('>', index + 4);
            groups++;
            if (!GROUP_NAME.matcher(name).matches() || names.put(name, groups) != null) {
                throw refused("'" + name + "' is not a valid group name, or is used twice");
            }
            java.append('(');
            index += 5 + name.length();
        } else if (python.startsWith("(?P=", index)) {
            String name = upTo(')', index + 4);
            Integer group = names.get(name);
            if (group == null) {
                throw refused("it has no group '" + name + "'");
            }
            java.append("(?:\\").append(group).append(')');
            index += 5 + name.length();
        } else if (python.startsWith("(?#", index)) {
            index += 4 + upTo(')', index + 3).length();
        } else {
            special();
        }
    }

    private void special() {
        for (String start : new String[] {"(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:"}) {
            if (python.startsWith(start, index)) {
                java.append(start.equals("(?i:") ? "(?iu:" : start);
                index += start.length();
                return;
            }
        }
        throw refused("the construct after '(?' is not supported");
    }

    private String upTo(char end, int from) {
        int found = python.indexOf(end, from);
        if (found < 0) {
            throw refused("'" + end + "' is missing");
        }
        return python.substring(from, found);
    }

    private void repetition() {
        Matcher matcher = REPETITION.matcher(python).region(index, python.length());
        if (!matcher.lookingAt() || (matcher.group(1).isEmpty() && matcher.group(2) == null)) {
            java.append("\\{");
            index++;
            return;
        }
        java.append('{').append(matcher.group(1).isEmpty() ? "0" : matcher.group(1));
        if (matcher.group(2) != null) {
            java.append(',').append(matcher.group(3));
        }
        java.append('}');
        index = matcher.end();
    }

    private OperationException refused(String why) {
        return new OperationException("'" + python + "' is not a regular expression that Urania supports", why, "");
    }
}

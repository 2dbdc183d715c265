package io.urania.inventory.expression;

import java.util.Map;

/** Python's backslash escapes, which string literals in statements have, as its {@code unicode-escape} codec reads them. */
final class StringEscapes {
    private static final Map<Character, String> SINGLE = Map.ofEntries(
            Map.entry('\n', ""),
            Map.entry('\\', "\\"),
            Map.entry('\'', "'"),
            Map.entry('"', "\""),
            Map.entry('a', "\u0007"),
            Map.entry('b', "\b"),
            Map.entry('f', "\f"),
            Map.entry('n', "\n"),
            Map.entry('r', "\r"),
            Map.entry('t', "\t"),
            Map.entry('v', "\u000b"));

    private StringEscapes() {}

    static String decoded(Token string, TemplateText template) {
        String text = string.text();
        StringBuilder result = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            char character = text.charAt(index);
            if (character != '\\' || index + 1 >= text.length()) {
                result.append(character);
                index++;
                continue;
            }
            char kind = text.charAt(index + 1);
            String single = SINGLE.get(kind);
            int digits = switch (kind) {
                case 'x' -> 2;
                case 'u' -> 4;
                case 'U' -> 8;
                default -> 0;
            };
            if (single != null) {
                result.append(single);
                index += 2;
            } else if (digits > 0) {
                result.appendCodePoint(hexadecimal(text, index + 2, digits, string, template));
                index += 2 + digits;
            } else if (kind >= '0' && kind <= '7') {
                int end = index + 1;
                while (end < Math.min(text.length(), index + 4) && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                    end++;
                }
                result.append((char) Integer.parseInt(text.substring(index + 1, end), 8));
                index = end;
            } else if (kind == 'N') {
                throw template.failure(
                        string.offset(), "named characters are not supported", "", "write the character itself");
            } else {
                result.append('\\').append(kind);
                index += 2;
            }
        }
        return result.toString();
    }

    private static int hexadecimal(String text, int from, int digits, Token string, TemplateText template) {
        String written = text.substring(from, Math.min(text.length(), from + digits));
        if (written.length() == digits && written.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
            long codePoint = Long.parseLong(written, 16);
            if (codePoint <= Character.MAX_CODE_POINT) {
                return (int) codePoint;
            }
        }
        throw template.failure(
                string.offset(), "'\\" + text.charAt(from - 1) + written + "' is not a character", "", "");
    }
}

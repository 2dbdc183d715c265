package io.urania.inventory.library;

import io.urania.inventory.python.Display;
import io.urania.inventory.python.Formatting;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Filters from text to text. */
final class TextFilters {
    private TextFilters() {}

    static Map<String, Filter> all() {
        return Map.ofEntries(
                Map.entry("lower", plain(text -> text.toLowerCase(Locale.ROOT))),
                Map.entry("upper", plain(text -> text.toUpperCase(Locale.ROOT))),
                Map.entry("capitalize", plain(TextFilters::capitalized)),
                Map.entry("string", plain(text -> text)),
                Map.entry("trim", TextFilters::trim),
                Map.entry("replace", TextFilters::replace),
                Map.entry("split", TextFilters::split),
                Map.entry("quote", plain(TextFilters::quoted)),
                Map.entry(
                        "format",
                        (subject, call) ->
                                call.result(Formatting.percent(Display.text(subject), call.result(call.positional())))),
                Map.entry("b64encode", TextFilters::base64Encode),
                Map.entry("b64decode", TextFilters::base64Decode),
                Map.entry("hash", TextFilters::hash));
    }

    /** A filter without arguments. */
    private static Filter plain(UnaryOperator<String> change) {
        return (subject, call) -> {
            call.accept();
            return call.result(change.apply(Display.text(subject)));
        };
    }

    private static Value trim(Value subject, Call call) {
        call.accept("chars");
        String text = Display.text(subject);
        return call.result(call.argument(0, "chars")
                .map(characters -> stripped(text, Display.text(characters)))
                .orElseGet(text::strip));
    }

    private static Value replace(Value subject, Call call) {
        call.accept("old", "new", "count");
        String old = Display.text(call.required(0, "old"));
        String replacement = Display.text(call.required(1, "new"));
        return call.result(replaced(Display.text(subject), old, replacement, call.integer(2, "count", -1)));
    }

    private static Value split(Value subject, Call call) {
        call.accept("sep", "maxsplit");
        if (!(subject instanceof TextValue text)) {
            throw call.wrongSubject(subject, "text");
        }
        int limit = call.integer(1, "maxsplit", -1);
        List<String> parts = call.argument(0, "sep")
                .map(separator -> parts(text.text(), Display.text(separator), limit, call))
                .orElseGet(() -> words(text.text(), limit));
        return call.result(parts.stream().map(call::result).toList());
    }

    private static Value base64Encode(Value subject, Call call) {
        call.accept();
        byte[] bytes = Display.text(subject).getBytes(StandardCharsets.UTF_8);
        return call.result(Base64.getEncoder().encodeToString(bytes));
    }

    private static Value base64Decode(Value subject, Call call) {
        call.accept();
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(Display.text(subject));
            return call.result(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            throw call.wrong("the text is no Base64", String.valueOf(notBase64.getMessage()));
        }
    }

    private static Value hash(Value subject, Call call) {
        call.accept("hashtype");
        String algorithm = call.text(0, "hashtype", "sha1").toLowerCase(Locale.ROOT);
        String javaName = switch (algorithm) {
            case "md5" -> "MD5";
            case "sha1" -> "SHA-1";
            case "sha224", "sha256", "sha384", "sha512" -> "SHA-" + algorithm.substring(3);
            default -> throw call.wrong("unknown hash '" + algorithm + "'", "md5, sha1, sha224 … sha512 are known");
        };
        try {
            byte[] digest = MessageDigest.getInstance(javaName)
                    .digest(Display.text(subject).getBytes(StandardCharsets.UTF_8));
            return call.result(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has " + javaName, missing);
        }
    }

    static String capitalized(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Python's {@code str.strip(characters)}. */
    static String stripped(String text, String characters) {
        int from = 0;
        int to = text.length();
        while (from < to && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Python's {@code str.replace}; a negative limit means all. */
    static String replaced(String text, String old, String replacement, int limit) {
        if (limit < 0) {
            return text.replace(old, replacement);
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int i = 0; i < limit; i++) {
            int found = text.indexOf(old, from);
            if (found < 0 || old.isEmpty()) {
                break;
            }
            result.append(text, from, found).append(replacement);
            from = found + old.length();
        }
        return result.append(text.substring(from)).toString();
    }

    /** Python's {@code str.split(separator, limit)}. */
    static List<String> parts(String text, String separator, int limit, Call call) {
        if (separator.isEmpty()) {
            throw call.wrong("an empty separator splits nothing", "");
        }
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

    /** Python's {@code str.split()}: at any whitespace. */
    static List<String> words(String text, int limit) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return List.of();
        }
        return List.of(stripped.split("\\s+", limit < 0 ? 0 : limit + 1));
    }

    /** Python's {@code shlex.quote}: a shell reads it as one word. */
    private static String quoted(String text) {
        boolean safe = !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || "@%+=:,./-_".indexOf(c) >= 0);
        return safe ? text : "'" + text.replace("'", "'\"'\"'") + "'";
    }
}

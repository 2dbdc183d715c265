package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Bounds;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Text;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that lay text out: widths, lines, indentation, comments. */
final class LayoutFilters {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Map<String, Map<String, String>> COMMENT_STYLES = Map.of(
            "plain", Map.of("decoration", "# "),
            "erlang", Map.of("decoration", "% "),
            "c", Map.of("decoration", "// "),
            "cblock", Map.of("beginning", "/*", "decoration", " * ", "end", " */"),
            "xml", Map.of("beginning", "<!--", "decoration", " - ", "end", "-->"));

    private LayoutFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "center", LayoutFilters::center,
                "indent", LayoutFilters::indent,
                "truncate", LayoutFilters::truncate,
                "wordcount", LayoutFilters::countWords,
                "wordwrap", LayoutFilters::wrap,
                "comment", LayoutFilters::comment);
    }

    private static Value center(Value subject, Call call) {
        call.accept("width");
        int width = call.integer(0, "width", 80);
        Bounds.check(Math.max(0, width), "center");
        return call.result(Text.padded(Display.text(subject), width, " ", true, true));
    }

    private static Value indent(Value subject, Call call) {
        call.accept("width", "first", "blank");
        Value width = call.argument(0, "width").orElseGet(() -> call.result(BigInteger.valueOf(4)));
        String indentation = width instanceof TextValue text
                ? text.text()
                : Text.padded("", call.integer(0, "width", 4), " ", true, false);
        boolean blank = call.truth(2, "blank", false);
        List<String> lines = Text.lines(text(subject, call) + "\n");
        Bounds.check((long) lines.size() * indentation.length(), "indent");
        StringBuilder result = new StringBuilder(call.truth(1, "first", false) ? indentation : "");
        for (int i = 0; i < lines.size(); i++) {
            boolean indented = i > 0 && (blank || !lines.get(i).isEmpty());
            result.append(i > 0 ? "\n" : "").append(indented ? indentation : "").append(lines.get(i));
        }
        return call.result(result.toString());
    }

    private static Value truncate(Value subject, Call call) {
        call.accept("length", "killwords", "end", "leeway");
        int length = call.integer(0, "length", 255);
        String end = call.text(2, "end", "...");
        int leeway = call.argument(3, "leeway")
                        .filter(value -> !(value instanceof NullValue))
                        .isPresent()
                ? call.integer(3, "leeway", 5)
                : 5;
        if (length < Text.length(end) || leeway < 0) {
            throw call.wrong("'truncate' cannot make text of " + length + " characters", "its end is longer");
        }
        String text = text(subject, call);
        if (Text.length(text) <= (long) length + leeway) {
            return call.result(text);
        }
        String cut = text.substring(0, text.offsetByCodePoints(0, length - Text.length(end)));
        int space = call.truth(1, "killwords", false) ? -1 : cut.lastIndexOf(' ');
        return call.result((space < 0 ? cut : cut.substring(0, space)) + end);
    }

    private static Value countWords(Value subject, Call call) {
        call.accept();
        Matcher words = WORD.matcher(Display.text(subject));
        return call.result(BigInteger.valueOf(words.results().count()));
    }

    /** Breaks lines at spaces. Words longer than a line, and hyphens, break as Python's textwrap does; tabs are refused. */
    private static Value wrap(Value subject, Call call) {
        call.accept("width", "break_long_words", "wrapstring", "break_on_hyphens");
        int width = call.integer(0, "width", 79);
        boolean breakLong = call.truth(1, "break_long_words", true);
        String text = text(subject, call);
        if (width < 1 || text.indexOf('\t') >= 0 || text.indexOf('-') >= 0) {
            throw call.wrong("'wordwrap' supports only text without hyphens and tabs", "");
        }
        String separator = call.argument(2, "wrapstring")
                .filter(value -> !(value instanceof NullValue))
                .map(Display::text)
                .orElse("\n");
        List<String> lines = new ArrayList<>();
        for (String paragraph : Text.lines(text)) {
            lines.add(String.join(separator, wrapped(paragraph, width, breakLong)));
        }
        return call.result(Text.joined(lines, separator));
    }

    private static List<String> wrapped(String paragraph, int width, boolean breakLong) {
        List<String> chunks = new ArrayList<>();
        Pattern.compile("\\s+|\\S+").matcher(paragraph).results().forEach(chunk -> chunks.add(chunk.group()));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int next = 0;
        while (next < chunks.size()) {
            String chunk = chunks.get(next);
            if (line.isEmpty() && !lines.isEmpty() && chunk.isBlank()) {
                next++;
            } else if (Text.length(line.toString()) + Text.length(chunk) <= width) {
                line.append(chunk);
                next++;
            } else if (Text.length(chunk) > width && (breakLong || line.isEmpty())) {
                int room = breakLong ? Math.max(1, width - Text.length(line.toString())) : Text.length(chunk);
                room = breakLong && width - Text.length(line.toString()) < 1 ? 0 : room;
                int cut = chunk.offsetByCodePoints(0, Math.min(room, Text.length(chunk)));
                line.append(chunk, 0, cut);
                chunks.set(next, chunk.substring(cut));
                next += chunks.get(next).isEmpty() ? 1 : 0;
                finish(line, lines);
            } else {
                finish(line, lines);
            }
        }
        finish(line, lines);
        return lines;
    }

    private static void finish(StringBuilder line, List<String> lines) {
        String finished = line.toString().stripTrailing();
        if (!finished.isEmpty()) {
            lines.add(finished);
        }
        line.setLength(0);
    }

    private static Value comment(Value subject, Call call) {
        if (call.positional().size() > 1) {
            throw call.wrong("'comment' accepts a style and keyword arguments", "");
        }
        String style = call.text(0, "style", "plain");
        Map<String, String> known = COMMENT_STYLES.get(style);
        if (known == null) {
            throw call.wrong(
                    "'comment' has no style '" + style + "'", "the styles are plain, c, cblock, erlang and xml");
        }
        Map<String, String> parts = new LinkedHashMap<>(Map.of("newline", "\n", "beginning", "", "end", ""));
        parts.putAll(known);
        parts.putAll(Map.of("prefix_count", "1", "postfix_count", "1"));
        String decoration = call.named().containsKey("decoration")
                ? Display.text(call.named().get("decoration"))
                : known.getOrDefault("decoration", "");
        String bare = Text.stripped(decoration, Text.SPACES, false, true);
        parts.put("prefix", bare);
        parts.put("postfix", bare);
        call.named().forEach((name, value) -> {
            if (!name.equals("style") && !parts.containsKey(name)) {
                throw call.wrong("'comment' has no argument '" + name + "'", "");
            }
            parts.put(name, Display.text(value));
        });
        return call.result(commented(text(subject, call), parts, call));
    }

    private static String commented(String text, Map<String, String> parts, Call call) {
        String newline = part("newline", parts);
        String decoration = part("decoration", parts);
        String prefix = part("prefix", parts);
        String line = prefix.isEmpty() || prefix.equals(newline) ? prefix : prefix + newline;
        String bare = Text.stripped(decoration, Text.SPACES, false, true);
        String body = Text.replaced(
                decoration + Text.replaced(text, newline, newline + decoration, -1),
                decoration + newline,
                bare + newline,
                -1);
        String beginning = part("beginning", parts);
        String end = part("end", parts);
        return (beginning.isEmpty() ? "" : beginning + newline)
                + line.repeat(times("prefix_count", parts, call))
                + body
                + (newline + part("postfix", parts)).repeat(times("postfix_count", parts, call))
                + (end.isEmpty() ? "" : newline + end);
    }

    private static String part(String name, Map<String, String> parts) {
        return parts.getOrDefault(name, "");
    }

    private static int times(String name, Map<String, String> parts, Call call) {
        String times = part(name, parts);
        if (!times.matches("[0-9]{1,3}")) {
            throw call.wrong("'" + name + "' of 'comment' must be a number below 1000", "");
        }
        return Integer.parseInt(times);
    }

    private static String text(Value subject, Call call) {
        if (subject instanceof TextValue text) {
            return text.text();
        }
        throw call.wrongSubject(subject, subject instanceof MapValue ? "text, not a mapping" : "text");
    }
}

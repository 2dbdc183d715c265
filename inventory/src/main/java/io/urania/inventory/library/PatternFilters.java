package io.urania.inventory.library;

import io.urania.inventory.python.Display;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Filters with regular expressions. Python's syntax is Java's but for named groups, {@code \Z} and the replacement's references. */
final class PatternFilters {
    private PatternFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "regex_replace", PatternFilters::replace,
                "regex_search", PatternFilters::search,
                "regex_findall", PatternFilters::findAll,
                "regex_escape", (subject, call) -> call.result(escaped(Display.text(subject))));
    }

    private static Value replace(Value subject, Call call) {
        call.accept("pattern", "replacement", "ignorecase", "multiline", "count");
        Matcher matcher = pattern(call, call.truth(2, "ignorecase", false), call.truth(3, "multiline", false))
                .matcher(Display.text(subject));
        String replacement = javaReplacement(call.text(1, "replacement", ""));
        int limit = call.integer(4, "count", 0);
        StringBuilder result = new StringBuilder();
        try {
            for (int i = 0; (limit <= 0 || i < limit) && matcher.find(); i++) {
                matcher.appendReplacement(result, replacement);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException noGroup) {
            throw call.wrong(
                    "the replacement names a group that the pattern does not have",
                    String.valueOf(noGroup.getMessage()));
        }
        return call.result(matcher.appendTail(result).toString());
    }

    private static Value search(Value subject, Call call) {
        Matcher matcher = matcher(subject, call);
        if (!matcher.find()) {
            return new NullValue(call.position());
        }
        List<TextValue> groups = new ArrayList<>();
        for (Value wanted : call.positional().subList(1, call.positional().size())) {
            groups.add(call.result(group(matcher, Display.text(wanted), call)));
        }
        return groups.isEmpty() ? call.result(matcher.group()) : call.result(groups);
    }

    private static Value findAll(Value subject, Call call) {
        Matcher matcher = matcher(subject, call);
        List<Value> found = new ArrayList<>();
        while (matcher.find()) {
            if (matcher.groupCount() <= 1) {
                String text = matcher.group(matcher.groupCount());
                found.add(call.result(text == null ? "" : text));
            } else {
                List<TextValue> groups = new ArrayList<>();
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    String text = matcher.group(i);
                    groups.add(call.result(text == null ? "" : text));
                }
                found.add(call.result(groups));
            }
        }
        return call.result(found);
    }

    private static Matcher matcher(Value subject, Call call) {
        for (String name : call.named().keySet()) {
            if (!name.equals("ignorecase") && !name.equals("multiline")) {
                throw call.wrong("'" + call.name() + "' has no argument '" + name + "'", "");
            }
        }
        boolean ignoreCase = call.truth(Integer.MAX_VALUE, "ignorecase", false);
        boolean multiline = call.truth(Integer.MAX_VALUE, "multiline", false);
        return pattern(call, ignoreCase, multiline).matcher(Display.text(subject));
    }

    /** The pattern in the first argument. */
    static Pattern pattern(Call call, boolean ignoreCase, boolean multiline) {
        int flags = (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                | (multiline ? Pattern.MULTILINE : 0);
        String written = Display.text(call.required(0, "pattern"));
        String pattern =
                written.replace("(?P<", "(?<").replace("\\Z", "\\z").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>");
        try {
            return Pattern.compile(pattern, flags);
        } catch (PatternSyntaxException wrong) {
            throw call.wrong("'" + written + "' is no regular expression", wrong.getDescription());
        }
    }

    /** {@code \1}, {@code \g<1>} and {@code \g<name>} in Java's way. */
    private static String javaReplacement(String replacement) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char character = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
            int end = next == 'g' ? replacement.indexOf('>', i) : -1;
            if (character != '\\') {
                result.append(character == '$' ? "\\$" : String.valueOf(character));
            } else if (next >= '1' && next <= '9') {
                result.append("${").append(next).append('}');
                i++;
            } else if (end > 0 && replacement.startsWith("<", i + 2)) {
                result.append("${").append(replacement, i + 3, end).append('}');
                i = end;
            } else if (next == 'n' || next == 't' || next == 'r') {
                result.append(next == 'n' ? '\n' : next == 't' ? '\t' : '\r');
                i++;
            } else {
                result.append("\\\\");
                i += next == '\\' ? 1 : 0;
            }
        }
        return numbered(result.toString());
    }

    /** Java writes a group's number as {@code $1} and only its name in braces. */
    private static String numbered(String replacement) {
        return Pattern.compile("\\$\\{([0-9]+)}([0-9]?)")
                .matcher(replacement)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "$" + found.group(1) + (found.group(2).isEmpty() ? "" : "\\" + found.group(2))));
    }

    /** The group that {@code \1} or {@code \g<name>} asks for. */
    private static String group(Matcher matcher, String wanted, Call call) {
        String name = wanted.startsWith("\\g<") && wanted.endsWith(">")
                ? wanted.substring(3, wanted.length() - 1)
                : wanted.startsWith("\\") ? wanted.substring(1) : "";
        if (name.isEmpty()) {
            throw call.wrong("'" + wanted + "' asks for no group", "groups are asked for with '\\1' or '\\g<name>'");
        }
        try {
            boolean number = name.chars().allMatch(c -> c >= '0' && c <= '9');
            String text = number ? matcher.group(Integer.parseInt(name)) : matcher.group(name);
            return text == null ? "" : text;
        } catch (IndexOutOfBoundsException | IllegalArgumentException noGroup) {
            throw call.wrong("the pattern has no group '" + name + "'", String.valueOf(noGroup.getMessage()));
        }
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        text.chars().forEach(character -> {
            if ("()[]{}?*+-|^$\\.&~# \t\n\r".indexOf(character) >= 0) {
                result.append('\\');
            }
            result.append((char) character);
        });
        return result.toString();
    }
}

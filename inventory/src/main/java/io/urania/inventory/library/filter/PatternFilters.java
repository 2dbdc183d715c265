package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.pattern.PythonPattern;
import io.urania.inventory.pattern.Replacement;
import io.urania.inventory.python.Display;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Filters with regular expressions. */
final class PatternFilters {
    private PatternFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "regex_replace", PatternFilters::replace,
                "regex_search", PatternFilters::search,
                "regex_findall", PatternFilters::findAll,
                "regex_escape", PatternFilters::escape);
    }

    private static Value replace(Value subject, Call call) {
        call.accept("pattern", "replacement", "ignorecase", "multiline", "count", "mandatory_count");
        PythonPattern pattern = PythonPattern.compile(
                call.text(0, "pattern", ""), call.truth(2, "ignorecase", false), call.truth(3, "multiline", false));
        int[] count = new int[1];
        String result = Replacement.parse(call.text(1, "replacement", ""), pattern)
                .replace(Display.text(subject), call.integer(4, "count", 0), count);
        int mandatory = call.integer(5, "mandatory_count", 0);
        if (mandatory != 0 && mandatory != count[0]) {
            throw call.wrong(
                    "'" + pattern.written() + "' must match " + mandatory + " times",
                    "it matches " + count[0] + " times");
        }
        return call.result(result);
    }

    private static Value search(Value subject, Call call) {
        for (String name : call.named().keySet()) {
            if (!name.equals("ignorecase") && !name.equals("multiline")) {
                throw call.wrong("'" + call.name() + "' has no argument '" + name + "'", "");
            }
        }
        PythonPattern pattern = PythonPattern.compile(
                Display.text(call.required(0, "regex")),
                call.truth(Integer.MAX_VALUE, "ignorecase", false),
                call.truth(Integer.MAX_VALUE, "multiline", false));
        List<Integer> groups = new ArrayList<>();
        for (Value wanted : call.positional().subList(1, call.positional().size())) {
            groups.add(group(pattern, Display.text(wanted), call));
        }
        return pattern.match(Display.text(subject), matcher -> {
            if (!matcher.find()) {
                return call.nothing();
            }
            return groups.isEmpty()
                    ? call.result(matcher.group())
                    : call.result(groups.stream()
                            .map(group -> found(matcher, group, call.nothing(), call))
                            .toList());
        });
    }

    private static Value findAll(Value subject, Call call) {
        call.accept("regex", "multiline", "ignorecase");
        PythonPattern pattern = PythonPattern.compile(
                Display.text(call.required(0, "regex")),
                call.truth(2, "ignorecase", false),
                call.truth(1, "multiline", false));
        return pattern.match(Display.text(subject), matcher -> {
            List<Value> found = new ArrayList<>();
            while (matcher.find()) {
                if (matcher.groupCount() <= 1) {
                    found.add(found(matcher, matcher.groupCount(), call.result(""), call));
                } else {
                    List<Value> groups = new ArrayList<>();
                    for (int i = 1; i <= matcher.groupCount(); i++) {
                        groups.add(found(matcher, i, call.result(""), call));
                    }
                    found.add(call.tuple(groups));
                }
            }
            return call.result(found);
        });
    }

    private static Value found(Matcher matcher, int group, Value otherwise, Call call) {
        String text = matcher.group(group);
        return text == null ? otherwise : call.result(text);
    }

    /** The number of the group that {@code \1} or {@code \g<name>} asks for. */
    private static int group(PythonPattern pattern, String wanted, Call call) {
        String name = wanted.startsWith("\\g<") && wanted.endsWith(">")
                ? wanted.substring(3, wanted.length() - 1)
                : wanted.startsWith("\\") ? wanted.substring(1) : "";
        if (name.isEmpty()) {
            throw call.wrong(
                    "'" + wanted + "' is not a group reference", "write a group reference as '\\1' or '\\g<name>'");
        }
        return pattern.group(name).orElseThrow(() -> call.wrong("the pattern has no group '" + name + "'", ""));
    }

    private static Value escape(Value subject, Call call) {
        call.accept("re_type");
        String special = switch (call.text(0, "re_type", "python")) {
            case "python" -> "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f";
            case "posix_basic" -> "[].^$*\\";
            default -> throw call.wrong("regex_escape supports python and posix_basic", "");
        };
        StringBuilder result = new StringBuilder();
        for (char character : Display.text(subject).toCharArray()) {
            if (special.indexOf(character) >= 0) {
                result.append('\\');
            }
            result.append(character);
        }
        return call.result(result.toString());
    }
}

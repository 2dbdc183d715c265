package io.urania.inventory.library;

import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Formatting;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The methods of Python's texts and mappings that people write in templates. */
public final class Methods {
    private static final List<String> OF_TEXT = List.of(
            "upper",
            "lower",
            "strip",
            "lstrip",
            "rstrip",
            "split",
            "replace",
            "startswith",
            "endswith",
            "join",
            "format",
            "capitalize",
            "isdigit",
            "splitlines");
    private static final List<String> OF_MAP = List.of("get", "keys", "values", "items");

    private Methods() {}

    /** Whether values of this type have such a method. */
    public static boolean has(Value target, String name) {
        return switch (target) {
            case TextValue _ -> OF_TEXT.contains(name);
            case MapValue _ -> OF_MAP.contains(name);
            default -> false;
        };
    }

    /** {@code target.name(…)}, the name taken from the call. */
    public static Value call(Value target, Call call) {
        return switch (target) {
            case TextValue text when OF_TEXT.contains(call.name()) -> ofText(text.text(), call);
            case MapValue map when OF_MAP.contains(call.name()) -> ofMap(map, call);
            default ->
                throw new OperationException(
                        target.type() + " has no method '" + call.name() + "'",
                        "",
                        Suggestion.didYouMean(
                                call.name(),
                                target instanceof TextValue ? OF_TEXT : target instanceof MapValue ? OF_MAP : List.of(),
                                "a filter may do it: value | filter"));
        };
    }

    private static Value ofText(String text, Call call) {
        return switch (call.name()) {
            case "upper" -> call.result(text.toUpperCase(Locale.ROOT));
            case "lower" -> call.result(text.toLowerCase(Locale.ROOT));
            case "capitalize" -> call.result(TextFilters.capitalized(text));
            case "isdigit" -> call.result(!text.isEmpty() && text.codePoints().allMatch(Character::isDigit));
            case "splitlines" -> call.result(text.lines().map(call::result).toList());
            case "strip" -> call.result(stripped(text, call, true, true));
            case "lstrip" -> call.result(stripped(text, call, true, false));
            case "rstrip" -> call.result(stripped(text, call, false, true));
            case "split" -> split(text, call);
            case "replace" ->
                call.result(TextFilters.replaced(
                        text,
                        Display.text(call.required(0, "old")),
                        Display.text(call.required(1, "new")),
                        call.integer(2, "count", -1)));
            case "startswith" -> call.result(affix(text, call, String::startsWith));
            case "endswith" -> call.result(affix(text, call, String::endsWith));
            case "join" ->
                call.result(ListFilters.elements(call.required(0, "iterable"), call).stream()
                        .map(Display::text)
                        .collect(Collectors.joining(text)));
            default -> {
                if (!call.named().isEmpty()) {
                    throw call.wrong("format() with named fields is not known", "use ~ or % to make the text");
                }
                yield call.result(Formatting.braces(text, call.positional()));
            }
        };
    }

    private static Value ofMap(MapValue map, Call call) {
        return switch (call.name()) {
            case "get" ->
                map.get(Display.text(call.required(0, "key")))
                        .or(() -> call.argument(1, "default"))
                        .orElseGet(() -> new NullValue(call.position()));
            case "keys" ->
                call.result(map.entries().keySet().stream().map(call::result).toList());
            case "values" -> call.result(List.copyOf(map.entries().values()));
            default ->
                call.result(map.entries().entrySet().stream()
                        .map((Map.Entry<String, Value> entry) ->
                                call.result(List.of(call.result(entry.getKey()), entry.getValue())))
                        .toList());
        };
    }

    private static Value split(String text, Call call) {
        int limit = call.integer(1, "maxsplit", -1);
        List<String> parts = call.argument(0, "sep")
                .filter(separator -> !(separator instanceof NullValue))
                .map(separator -> TextFilters.parts(text, Display.text(separator), limit, call))
                .orElseGet(() -> TextFilters.words(text, limit));
        return call.result(parts.stream().map(call::result).toList());
    }

    private static String stripped(String text, Call call, boolean left, boolean right) {
        String characters = call.argument(0, "chars").map(Display::text).orElse(" \t\n\r\f\u000b");
        String both = TextFilters.stripped(text, characters);
        if (left && right) {
            return both;
        }
        int start = both.isEmpty() ? text.length() : text.indexOf(both);
        return left ? text.substring(start) : text.substring(0, both.isEmpty() ? 0 : start + both.length());
    }

    private static boolean affix(String text, Call call, BiPredicate<String, String> check) {
        return check.test(text, Display.text(call.required(0, "affix")));
    }
}

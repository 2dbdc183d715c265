package io.urania.inventory.library.method;

import io.urania.inventory.library.Call;
import io.urania.inventory.python.Bounds;
import io.urania.inventory.python.FieldFormatting;
import io.urania.inventory.python.Text;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** The methods of Python's {@code str}; indexes and widths count code points. */
final class TextMethods {
    static final Set<String> NAMES = Set.of(
            "upper",
            "lower",
            "strip",
            "lstrip",
            "rstrip",
            "split",
            "rsplit",
            "replace",
            "startswith",
            "endswith",
            "join",
            "format",
            "capitalize",
            "title",
            "isdigit",
            "isalpha",
            "isalnum",
            "isspace",
            "isupper",
            "islower",
            "splitlines",
            "find",
            "rfind",
            "index",
            "rindex",
            "count",
            "partition",
            "rpartition",
            "zfill",
            "ljust",
            "rjust",
            "center",
            "removeprefix",
            "removesuffix",
            "swapcase",
            "casefold",
            "encode",
            "translate",
            "expandtabs",
            "isnumeric",
            "isdecimal",
            "isidentifier",
            "format_map",
            "maketrans");

    private TextMethods() {}

    static Value call(String text, Call call) {
        return switch (call.name()) {
            case "upper" -> call.result(none(call, text.toUpperCase(Locale.ROOT)));
            case "lower" -> call.result(none(call, text.toLowerCase(Locale.ROOT)));
            case "capitalize" -> call.result(none(call, Text.capitalized(text)));
            case "title" -> call.result(none(call, Text.titled(text)));
            case "isdigit", "isdecimal" -> all(text, call, Character::isDigit);
            case "isalpha" -> all(text, call, Character::isLetter);
            case "isalnum" -> all(text, call, Character::isLetterOrDigit);
            case "isspace" -> all(text, call, Text::isSpace);
            case "isupper" -> call.result(Text.isUpper(none(call, text)));
            case "islower" -> call.result(Text.isLower(none(call, text)));
            case "splitlines" ->
                call.result(
                        Text.lines(none(call, text)).stream().map(call::result).toList());
            case "strip" -> call.result(Text.stripped(text, characters(call), true, true));
            case "lstrip" -> call.result(Text.stripped(text, characters(call), true, false));
            case "rstrip" -> call.result(Text.stripped(text, characters(call), false, true));
            case "split" -> split(text, call, false);
            case "rsplit" -> split(text, call, true);
            case "replace" -> replace(text, call);
            case "startswith" -> call.result(affix(text, call, String::startsWith));
            case "endswith" -> call.result(affix(text, call, String::endsWith));
            case "join" -> call.result(join(text, call));
            case "find", "rfind", "index", "rindex" -> find(text, call);
            case "count" -> count(text, call);
            case "partition", "rpartition" -> partition(text, call);
            case "zfill" -> call.result(zeros(text, width(call)));
            case "ljust" -> call.result(Text.padded(text, width(call), fill(call), false, true));
            case "rjust" -> call.result(Text.padded(text, width(call), fill(call), true, false));
            case "center" -> call.result(Text.padded(text, width(call), fill(call), true, true));
            case "removeprefix" -> {
                String prefix = argument(0, "prefix", call);
                yield call.result(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
            }
            case "removesuffix" -> {
                String suffix = argument(0, "suffix", call);
                yield call.result(text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
            }
            case "format" -> call.result(FieldFormatting.format(text, call.positional(), call.named()));
            default -> throw call.wrong("Urania does not support the method '" + call.name() + "' of texts", "");
        };
    }

    private static String none(Call call, String result) {
        call.accept();
        return result;
    }

    private static Value all(String text, Call call, IntPredicate check) {
        call.accept();
        return call.result(!text.isEmpty() && text.codePoints().allMatch(check));
    }

    private static String characters(Call call) {
        call.accept("chars");
        return call.argument(0, "chars")
                .filter(value -> !(value instanceof NullValue))
                .map(_ -> argument(0, "chars", call))
                .orElse(Text.SPACES);
    }

    private static String argument(int index, String name, Call call) {
        Value value = call.required(index, name);
        if (value instanceof TextValue text) {
            return text.text();
        }
        throw call.wrong("'" + call.name() + "' expects text, not " + value.type(), "");
    }

    private static Value split(String text, Call call, boolean fromEnd) {
        call.accept("sep", "maxsplit");
        int limit = call.integer(1, "maxsplit", -1);
        boolean words = call.argument(0, "sep")
                .filter(value -> !(value instanceof NullValue))
                .isEmpty();
        if (fromEnd && words && limit >= 0) {
            throw call.wrong("'rsplit' requires a separator here", "");
        }
        List<String> parts;
        if (words) {
            parts = Text.words(text, limit);
        } else if (fromEnd) {
            parts = Text.partsFromEnd(text, argument(0, "sep", call), limit);
        } else {
            parts = Text.parts(text, argument(0, "sep", call), limit);
        }
        return call.result(parts.stream().map(call::result).toList());
    }

    private static Value replace(String text, Call call) {
        call.accept("old", "new", "count");
        int limit = call.integer(2, "count", -1);
        return call.result(Text.replaced(text, argument(0, "old", call), argument(1, "new", call), limit));
    }

    private static boolean affix(String text, Call call, BiPredicate<String, String> check) {
        call.accept("affix");
        Value affix = call.required(0, "affix");
        if (affix instanceof ListValue list && list.kind() == ListValue.Kind.TUPLE) {
            return list.elements().stream()
                    .anyMatch(one -> one instanceof TextValue part && check.test(text, part.text()));
        }
        return check.test(text, argument(0, "affix", call));
    }

    private static String join(String separator, Call call) {
        call.accept("iterable");
        List<String> parts = call.elements(call.required(0, "iterable")).stream()
                .map(element -> {
                    if (element instanceof TextValue part) {
                        return part.text();
                    }
                    throw call.wrong("'join' of a text joins texts, not " + element.type(), "use the filter join");
                })
                .toList();
        return Text.joined(parts, separator);
    }

    private static Value find(String text, Call call) {
        call.accept("sub");
        String part = argument(0, "sub", call);
        int found = call.name().startsWith("r") ? text.lastIndexOf(part) : text.indexOf(part);
        if (found < 0 && call.name().endsWith("index")) {
            throw call.wrong("the text has no '" + part + "'", "");
        }
        return call.result(BigInteger.valueOf(found < 0 ? -1 : text.codePointCount(0, found)));
    }

    private static Value count(String text, Call call) {
        call.accept("sub");
        String part = argument(0, "sub", call);
        int count = part.isEmpty()
                ? text.codePointCount(0, text.length()) + 1
                : Text.parts(text, part, -1).size() - 1;
        return call.result(BigInteger.valueOf(count));
    }

    private static Value partition(String text, Call call) {
        call.accept("sep");
        String separator = argument(0, "sep", call);
        if (separator.isEmpty()) {
            throw call.wrong("an empty separator splits nothing", "");
        }
        boolean last = call.name().startsWith("r");
        int found = last ? text.lastIndexOf(separator) : text.indexOf(separator);
        List<String> parts = found >= 0
                ? List.of(text.substring(0, found), separator, text.substring(found + separator.length()))
                : last ? List.of("", "", text) : List.of(text, "", "");
        return call.tuple(parts.stream().map(call::result).toList());
    }

    private static int width(Call call) {
        call.accept("width", "fillchar");
        call.required(0, "width");
        int width = call.integer(0, "width", 0);
        Bounds.check(Math.max(0, width), call.name());
        return width;
    }

    private static String fill(Call call) {
        String fill = call.argument(1, "fillchar").isPresent() ? argument(1, "fillchar", call) : " ";
        if (fill.codePointCount(0, fill.length()) != 1) {
            throw call.wrong("'" + call.name() + "' fills with one character", "");
        }
        return fill;
    }

    private static String zeros(String text, int width) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        return (signed ? text.substring(0, 1) : "") + Text.padded(digits, width - (signed ? 1 : 0), "0", true, false);
    }
}

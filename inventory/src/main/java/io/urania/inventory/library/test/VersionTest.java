package io.urania.inventory.library.test;

import io.urania.inventory.library.Call;
import io.urania.inventory.python.Display;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code is version('1.9', '>=')}: versions compared part by part, numbers as numbers and letters as letters, as Python's LooseVersion
 * does, which is what Ansible uses unless told otherwise.
 */
final class VersionTest {
    private static final Pattern PART = Pattern.compile("[0-9]+|[a-z]+");

    private VersionTest() {}

    static boolean check(Value subject, Call call) {
        call.accept("version", "operator");
        int order = compare(Display.text(subject), Display.text(call.required(0, "version")), call);
        return switch (call.text(1, "operator", "eq")) {
            case "==", "=", "eq" -> order == 0;
            case "!=", "<>", "ne" -> order != 0;
            case "<", "lt" -> order < 0;
            case "<=", "le" -> order <= 0;
            case ">", "gt" -> order > 0;
            case ">=", "ge" -> order >= 0;
            default -> throw call.wrong("a version is compared with ==, !=, <, <=, > or >=", "");
        };
    }

    private static int compare(String left, String right, Call call) {
        List<String> first = parts(left);
        List<String> second = parts(right);
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            String one = first.get(i);
            String other = second.get(i);
            boolean number = isNumber(one);
            if (number != isNumber(other)) {
                throw call.wrong(
                        "cannot compare the versions '" + left + "' and '" + right + "'",
                        "a number is compared with a letter");
            }
            int order = number ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.size(), second.size());
    }

    private static List<String> parts(String version) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(version);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) <= '9';
    }
}

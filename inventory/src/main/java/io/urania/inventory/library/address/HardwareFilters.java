package io.urania.inventory.library.address;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Display;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code hwaddr} and {@code macaddr}: addresses of network cards, 48 bits, in the spellings of several systems. */
public final class HardwareFilters {
    private static final Pattern PAIRS = Pattern.compile("(?:[0-9A-Fa-f]{1,2}[:-]){5}[0-9A-Fa-f]{1,2}");
    private static final Pattern FOURS = Pattern.compile("[0-9A-Fa-f]{4}([.-])[0-9A-Fa-f]{4}\\1[0-9A-Fa-f]{4}");
    private static final Pattern BARE = Pattern.compile("[0-9A-Fa-f]{12}");

    private HardwareFilters() {}

    public static Map<String, Filter> all() {
        return Map.of("hwaddr", HardwareFilters::address, "macaddr", HardwareFilters::address);
    }

    private static Value address(Value subject, Call call) {
        call.accept("query");
        String query = call.text(0, "query", "");
        Optional<String> found = digits(Display.text(subject));
        if (found.isEmpty() && (query.isEmpty() || query.equals("bool"))) {
            return call.nothing();
        }
        String digits =
                found.orElseThrow(() -> call.wrong("'" + Display.text(subject) + "' is not a hardware address", ""));
        return switch (query) {
            case "" -> subject;
            case "bool" -> call.result(true);
            case "int" -> call.result(new BigInteger(digits, 16));
            case "bare" -> call.result(digits.toUpperCase(Locale.ROOT));
            case "cisco" -> call.result(String.join(".", groups(digits, 4)));
            case "linux" -> call.result(String.join(":", groups(digits, 2)));
            case "eui48", "win" ->
                call.result(String.join("-", groups(digits, 2)).toUpperCase(Locale.ROOT));
            case "pgsql", "postgresql", "psql" -> call.result(String.join(":", groups(digits, 6)));
            case "unix" ->
                call.result(String.join(
                        ":",
                        groups(digits, 2).stream()
                                .map(group -> group.replaceFirst("^0", ""))
                                .toList()));
            default -> throw call.wrong("'" + call.name() + "' has no query '" + query + "'", "");
        };
    }

    private static Optional<String> digits(String text) {
        if (PAIRS.matcher(text).matches()) {
            Matcher pair = Pattern.compile("[0-9A-Fa-f]{1,2}").matcher(text);
            StringBuilder digits = new StringBuilder();
            pair.results()
                    .forEach(found -> digits.append(found.group().length() == 1 ? "0" : "")
                            .append(found.group()));
            return Optional.of(digits.toString().toLowerCase(Locale.ROOT));
        }
        boolean known = FOURS.matcher(text).matches() || BARE.matcher(text).matches();
        return known ? Optional.of(text.replaceAll("[.-]", "").toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static List<String> groups(String digits, int size) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < digits.length(); i += size) {
            groups.add(digits.substring(i, i + size));
        }
        return groups;
    }
}

package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.Text;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters for URLs. */
final class MarkupFilters {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~";
    private static final Pattern URL = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);

    private MarkupFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "urlencode", MarkupFilters::encode,
                "urldecode", MarkupFilters::decode,
                "urlsplit", MarkupFilters::split);
    }

    private static Value encode(Value subject, Call call) {
        call.accept();
        return switch (subject) {
            case MapValue map ->
                call.result(map.entries().entrySet().stream()
                        .map(entry -> quoted(Display.text(map.key(entry.getKey())), "")
                                        .replace("%20", "+") + "="
                                + quoted(Display.text(entry.getValue()), "").replace("%20", "+"))
                        .collect(Collectors.joining("&")));
            case ListValue list ->
                call.result(list.elements().stream()
                        .map(pair -> {
                            if (pair instanceof ListValue parts
                                    && parts.elements().size() == 2) {
                                return parts.elements().stream()
                                        .map(part ->
                                                quoted(Display.text(part), "").replace("%20", "+"))
                                        .collect(Collectors.joining("="));
                            }
                            throw call.wrongSubject(pair, "pairs");
                        })
                        .collect(Collectors.joining("&")));
            default -> call.result(quoted(Display.text(subject), "/"));
        };
    }

    private static String quoted(String text, String alsoSafe) {
        StringBuilder result = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (character < 128 && (UNRESERVED.indexOf(character) >= 0 || alsoSafe.indexOf(character) >= 0)) {
                result.append(character);
            } else {
                result.append(String.format(Locale.ROOT, "%%%02X", (int) character));
            }
        }
        return result.toString();
    }

    private static Value decode(Value subject, Call call) {
        call.accept();
        String text = Display.text(subject);
        // Python leaves a percent sign that starts no octet as it is, and Java refuses it.
        String marked = Pattern.compile("%(?![0-9A-Fa-f]{2})").matcher(text).replaceAll("%25");
        return call.result(URLDecoder.decode(marked, StandardCharsets.UTF_8));
    }

    private static Value split(Value subject, Call call) {
        call.accept("query");
        Matcher url = URL.matcher(Text.stripped(Display.text(subject), Text.SPACES, true, false));
        if (!url.matches()) {
            throw call.wrong("'" + Display.text(subject) + "' is not a URL", "");
        }
        String netloc = text(url.group(2));
        int at = netloc.lastIndexOf('@');
        String user = at < 0 ? null : netloc.substring(0, at);
        String host = netloc.substring(at + 1);
        int bracket = host.lastIndexOf(']');
        int colon = host.lastIndexOf(':');
        String port = colon > bracket ? host.substring(colon + 1) : "";
        String name = colon > bracket ? host.substring(0, colon) : host;
        int secret = user == null ? -1 : user.indexOf(':');
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("fragment", call.result(text(url.group(5))));
        parts.put("hostname", named(name.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT), call));
        parts.put("netloc", call.result(netloc));
        parts.put("password", user == null || secret < 0 ? call.nothing() : call.result(user.substring(secret + 1)));
        parts.put("path", call.result(text(url.group(3))));
        parts.put("port", port(port, call));
        parts.put("query", call.result(text(url.group(4))));
        parts.put("scheme", call.result(text(url.group(1)).toLowerCase(Locale.ROOT)));
        parts.put(
                "username", user == null ? call.nothing() : call.result(secret < 0 ? user : user.substring(0, secret)));
        String wanted = call.text(0, "query", "");
        if (wanted.isEmpty()) {
            return call.result(parts);
        }
        Value part = parts.get(wanted);
        if (part == null) {
            throw call.wrong("a URL has no '" + wanted + "'", "it has " + String.join(", ", parts.keySet()));
        }
        return part;
    }

    private static Value named(String name, Call call) {
        return name.isEmpty() ? call.nothing() : call.result(name);
    }

    private static Value port(String port, Call call) {
        if (port.isEmpty()) {
            return call.nothing();
        }
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            throw call.wrong("'" + port + "' is not a port", "");
        }
        return call.result(new BigInteger(port));
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}

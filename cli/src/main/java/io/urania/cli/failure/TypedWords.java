package io.urania.cli.failure;

import io.urania.inventory.text.ShellWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line as it may be kept: paths and names stay, and what can be a secret goes. That is the values of variables ({@code -e}), the
 * user's part of a URL, and the words of a command for a host ({@code lab exec}).
 */
final class TypedWords {
    private static final String HIDDEN = "…";
    private static final String LONG_NAME = "--extra-vars";

    /** {@code -e}, also behind options without a value, as in {@code -ve}. */
    private static final Pattern SHORT_NAME = Pattern.compile("(-[A-Za-df-z]*e)(=?)(.*)", Pattern.DOTALL);

    private static final Pattern USER_OF_URL = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Pattern BETWEEN_VALUES = Pattern.compile("[\\s{}\\[\\],:\"'=]+");

    /** What is shorter is in every text. */
    private static final int SHORTEST_SECRET = 4;

    private final List<String> kept = new ArrayList<>();
    private final Set<String> secrets = new LinkedHashSet<>();

    private TypedWords(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Matcher cluster = SHORT_NAME.matcher(word);
            if (isExtraVariables(name)) {
                kept.add(equals < 0 ? name : name + "=" + variables(word.substring(equals + 1)));
                if (equals < 0 && i + 1 < words.size()) {
                    i++;
                    kept.add(variables(words.get(i)));
                }
            } else if (!word.startsWith("--") && cluster.matches()) {
                boolean inNext = cluster.group(2).isEmpty() && cluster.group(3).isEmpty();
                kept.add(cluster.group(1) + cluster.group(2) + (inNext ? "" : variables(cluster.group(3))));
                if (inNext && i + 1 < words.size()) {
                    i++;
                    kept.add(variables(words.get(i)));
                }
            } else if (word.equals("exec") && kept.contains("lab")) {
                kept.add(word);
                words.subList(i + 1, words.size()).forEach(this::hide);
                if (i + 1 < words.size()) {
                    kept.add(HIDDEN);
                }
                return;
            } else {
                USER_OF_URL.matcher(word).results().forEach(user -> hide(user.group()));
                kept.add(USER_OF_URL.matcher(word).replaceAll(HIDDEN));
            }
        }
    }

    static TypedWords of(List<String> words) {
        return new TypedWords(words);
    }

    /** The line without what can be a secret. */
    String line() {
        return String.join(" ", kept);
    }

    /** A stack trace in whose messages what can be a secret is hidden too: a message may quote it. */
    String hiddenIn(String trace) {
        StringBuilder text = new StringBuilder();
        trace.lines()
                .forEach(line -> text.append(line.startsWith("\tat ") ? line : hidden(line))
                        .append('\n'));
        return text.toString();
    }

    private String hidden(String line) {
        String result = line;
        for (String secret : secrets) {
            result = result.replace(secret, HIDDEN);
        }
        return result;
    }

    /** Long options may be abbreviated. */
    private static boolean isExtraVariables(String name) {
        return name.length() > 2 && LONG_NAME.startsWith(name);
    }

    private String variables(String text) {
        if (text.startsWith("@")) {
            return text;
        }
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            hide(text);
            return "{" + HIDDEN + "}";
        }
        List<String> names = new ArrayList<>();
        for (String word : words(text)) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? "" : word.substring(0, equals);
            names.add(NAME.matcher(name).matches() ? name + "=" + HIDDEN : HIDDEN);
            hide(word.substring(equals + 1));
        }
        return String.join(" ", names);
    }

    private List<String> words(String text) {
        try {
            return ShellWords.split(text);
        } catch (IllegalArgumentException openQuote) {
            return List.of(text);
        }
    }

    private void hide(String text) {
        for (String part : BETWEEN_VALUES.split(text, -1)) {
            if (part.length() >= SHORTEST_SECRET) {
                secrets.add(part);
            }
        }
    }
}

package io.urania.engine.plan;

import java.util.regex.Pattern;

/** Hides what looks like a secret in a line of a file that everybody may read; nobody knows what others have put there. */
final class Hidden {

    private static final String MARK = "(secret)";
    private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/\\s:@]*:[^/\\s@]+(?=@)");
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?i)((?:password|passwd|passphrase|secret|token|credential|private[_-]?key|api[_-]?key|\\bauth)s?[\"']?\\s*[=:]\\s*)\\S.*");

    /** HAProxy's {@code stats auth user:password}. */
    private static final Pattern PAIR = Pattern.compile("(?i)(\\bauth\\s+)\\S+:\\S+");

    private Hidden() {}

    /** The line as it may be told. */
    static String in(String line) {
        String shown = LOGIN.matcher(line).replaceAll(MARK);
        shown = PAIR.matcher(shown).replaceAll("$1" + MARK);
        return ASSIGNMENT.matcher(shown).replaceAll("$1" + MARK);
    }

    /** Whether a text holds a private key, so that none of it may be told. */
    static boolean wholly(String text) {
        return text.contains("PRIVATE KEY-----");
    }
}

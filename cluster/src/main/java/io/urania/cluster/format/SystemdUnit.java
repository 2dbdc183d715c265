package io.urania.cluster.format;

/** Units of systemd. */
public final class SystemdUnit {

    private static final String PLAIN = "[A-Za-z0-9/._:,@+=-]+";

    private SystemdUnit() {}

    /**
     * A word of a command line: neither a specifier as {@code %n} nor a variable, and no end of a word (systemd.service(5), "Command
     * lines"; systemd.unit(5), "Specifiers").
     *
     * @throws IllegalArgumentException if it has a control character
     */
    public static String word(String text) {
        String literal = Line.of(text).replace("%", "%%").replace("$", "$$");
        return literal.replace("%%", "").replace("$$", "").matches(PLAIN)
                ? literal
                : '"' + literal.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

package io.urania.cli.console;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Colours and weight of text, or none of it where they are not wanted (no terminal, NO_COLOR, --no-color). */
public enum Style {
    PLAIN,
    /** SGR escape sequences of ECMA-48, the eight basic colours only: they follow the terminal's own scheme. */
    COLOURED;

    private static final List<String> CODES = List.of("1", "2", "31", "32", "33", "34", "36", "0");

    /** The sequences of this style: the only ones that get to a terminal. */
    Set<String> sequences() {
        return this == PLAIN ? Set.of() : CODES.stream().map(Style::sequence).collect(Collectors.toUnmodifiableSet());
    }

    public String bold(String text) {
        return with("1", text);
    }

    public String dim(String text) {
        return with("2", text);
    }

    public String red(String text) {
        return with("31", text);
    }

    public String green(String text) {
        return with("32", text);
    }

    public String yellow(String text) {
        return with("33", text);
    }

    public String blue(String text) {
        return with("34", text);
    }

    public String cyan(String text) {
        return with("36", text);
    }

    private String with(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : sequence(code) + text + sequence("0");
    }

    private static String sequence(String code) {
        return "\u001b[" + code + "m";
    }
}

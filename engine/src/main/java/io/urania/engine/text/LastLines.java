package io.urania.engine.text;

import java.util.List;
import java.util.stream.Collectors;

/** The end of what a program printed, short enough for a message: why something failed stands last. */
public final class LastLines {

    private static final int MOST_LINES = 3;
    private static final int LONGEST_LINE = 300;

    private LastLines() {}

    /** The last lines that are not blank, in one; empty if there are none. */
    public static String of(String printed) {
        List<String> lines = printed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String kept = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()).stream()
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…")
                .collect(Collectors.joining(" / "));
        return lines.size() > MOST_LINES ? "… / " + kept : kept;
    }
}

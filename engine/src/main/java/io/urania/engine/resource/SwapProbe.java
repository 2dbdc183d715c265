package io.urania.engine.resource;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** The swap areas in use. */
public final class SwapProbe implements Probe<List<String>> {

    /** The one question of this probe. */
    public static final Question<List<String>> QUESTION = Question.about(new SwapProbe());

    private SwapProbe() {}

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // A kernel without swap has no such file.
        return """
                [ -r /proc/swaps ] || exit 0
                { read -r _ || :; while read -r area _; do printf '%s\\n' "$area"; done; } </proc/swaps
                """;
    }

    @Override
    public Map<String, List<String>> parse(String output, SortedSet<String> subjects) {
        return Map.of("", output.lines().filter(line -> !line.isBlank()).toList());
    }
}

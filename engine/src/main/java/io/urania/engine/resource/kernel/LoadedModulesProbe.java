package io.urania.engine.resource.kernel;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The names of all modules that were loaded into the kernel, without those that were built into it. */
public final class LoadedModulesProbe implements Probe<Set<String>> {

    /** The one question of this probe. */
    public static final Question<Set<String>> QUESTION = Question.about(new LoadedModulesProbe());

    private LoadedModulesProbe() {}

    @Override
    public String name() {
        return "loaded kernel modules";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // A kernel without loadable modules has no such file.
        return """
                [ -r /proc/modules ] || exit 0
                while read -r name _; do echo "$name"; done </proc/modules
                """;
    }

    @Override
    public Map<String, Set<String>> parse(String output, SortedSet<String> subjects) {
        return Map.of("", output.lines().collect(Collectors.toUnmodifiableSet()));
    }
}

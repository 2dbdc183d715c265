package io.urania.engine.resource.account;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.text.EncodedText;
import io.urania.engine.text.ResourceText;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** Of which users a host has something that Urania has given them: a rule of sudo, or lines in authorized_keys. */
public final class TracesProbe implements Probe<Map<String, TracesProbe.Trace>> {

    /** The one question of this probe. */
    public static final Question<Map<String, Trace>> QUESTION = Question.about(new TracesProbe());

    /**
     * What a user has of Urania.
     *
     * @param hasRule whether there is a rule of sudo
     * @param file its authorized_keys; empty if nothing in it is Urania's
     * @param keys the text of that
     */
    public record Trace(boolean hasRule, String file, Optional<String> keys) {}

    private TracesProbe() {}

    @Override
    public String name() {
        return "users of Urania";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return ResourceText.beside(TracesProbe.class, "traces.sh").replace("@rules@", Account.RULES);
    }

    @Override
    public Map<String, Map<String, Trace>> parse(String output, SortedSet<String> subjects) {
        if (output.lines().noneMatch("end"::equals)) {
            return Map.of();
        }
        Map<String, Trace> traces = new TreeMap<>();
        for (String line : output.lines().toList()) {
            String[] words = line.split(" ", 4);
            switch (words[0]) {
                case "rule" -> traces.merge(words[1], new Trace(true, "", Optional.empty()), TracesProbe::both);
                case "keys" ->
                    traces.merge(
                            words[1],
                            new Trace(false, words[3], Optional.of(EncodedText.decoded(words[2]))),
                            TracesProbe::both);
                default -> {}
            }
        }
        return Map.of("", traces);
    }

    private static Trace both(Trace one, Trace other) {
        return new Trace(one.hasRule || other.hasRule, one.file + other.file, one.keys.or(other::keys));
    }
}

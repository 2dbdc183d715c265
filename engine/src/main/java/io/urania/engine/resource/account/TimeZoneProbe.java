package io.urania.engine.resource.account;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.Map;
import java.util.SortedSet;

/** The time zone of a host: what the link /etc/localtime leads to (localtime(5)); empty where it is none, as a copy of a zone's file. */
public final class TimeZoneProbe implements Probe<String> {

    /** The one question of this probe. */
    static final Question<String> QUESTION = Question.about(new TimeZoneProbe());

    private static final String ANSWER = "localtime ";
    private static final String ZONES = "/zoneinfo/";

    private TimeZoneProbe() {}

    @Override
    public String name() {
        return "time zone";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return "echo \"localtime $(readlink /etc/localtime 2>/dev/null || :)\"\n";
    }

    @Override
    public Map<String, String> parse(String output, SortedSet<String> subjects) {
        return output.lines()
                .filter(line -> line.startsWith(ANSWER))
                .findFirst()
                .map(line -> line.substring(ANSWER.length()))
                .map(link -> Map.of("", link.contains(ZONES) ? link.split(ZONES, 2)[1] : ""))
                .orElse(Map.of());
    }
}

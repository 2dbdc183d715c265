package io.urania.engine.system;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What a host's clock says. When it was asked, by the clock of who asked, stands in {@code Facts.asked}. */
public final class ClockProbe implements Probe<ClockFact> {

    /** The one question of this probe. */
    public static final Question<ClockFact> QUESTION = Question.about(new ClockProbe());

    private ClockProbe() {}

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // busybox' date may not know parts of a second. systemd makes the file where it runs in a container:
        // systemd(1).
        return """
                date +'%s %N'
                [ ! -e /run/systemd/container ] || echo container
                """;
    }

    @Override
    public Map<String, ClockFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        String[] words = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
        if (words.length == 0 || !words[0].matches("\\d{1,12}")) {
            return Map.of();
        }
        String nanoseconds = words.length == 2 && words[1].matches("\\d{9}") ? words[1] : "0";
        Instant now = Instant.ofEpochSecond(Long.parseLong(words[0]), Long.parseLong(nanoseconds));
        return Map.of("", new ClockFact(now, lines.contains("container")));
    }
}

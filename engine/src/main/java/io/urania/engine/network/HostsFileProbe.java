package io.urania.engine.network;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What /etc/hosts says outside the block that Urania writes into it. */
public final class HostsFileProbe implements Probe<List<HostsLine>> {

    /** The one question of this probe. */
    public static final Question<List<HostsLine>> OTHERS = Question.about(new HostsFileProbe());

    private HostsFileProbe() {}

    @Override
    public String name() {
        return "names of hosts";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                [ ! -f /etc/hosts ] || cat /etc/hosts
                echo
                echo '# all'
                """;
    }

    @Override
    public Map<String, List<HostsLine>> parse(String output, SortedSet<String> subjects) {
        List<String> read = output.lines().toList();
        if (read.isEmpty() || !read.getLast().equals("# all")) {
            return Map.of();
        }
        List<HostsLine> lines = new ArrayList<>();
        boolean ours = false;
        for (String line : read) {
            switch (line) {
                case "# BEGIN urania" -> ours = true;
                case "# END urania" -> ours = false;
                default -> {
                    int comment = line.indexOf('#');
                    String[] words = (comment < 0 ? line : line.substring(0, comment))
                            .strip()
                            .split("\\s+", -1);
                    if (!ours && words.length > 1) {
                        lines.add(new HostsLine(words[0], Arrays.asList(words).subList(1, words.length)));
                    }
                }
            }
        }
        return Map.of("", List.copyOf(lines));
    }
}

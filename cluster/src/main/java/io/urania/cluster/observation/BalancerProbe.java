package io.urania.cluster.observation;

import io.urania.cluster.system.SystemPath;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** What HAProxy's admin socket says about its servers (HAProxy Management Guide, "show stat"). */
public final class BalancerProbe implements Probe<BalancerFact> {

    /** The one question of this probe. */
    public static final Question<BalancerFact> QUESTION = Question.about(new BalancerProbe());

    /** The lines of a whole proxy, among those of its servers. */
    private static final Set<String> TOTALS = Set.of("FRONTEND", "BACKEND");

    private BalancerProbe() {}

    @Override
    public String name() {
        return "balancer";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for socket in %s; do
                    echo 'show stat' | socat -t 5 - "UNIX-CONNECT:$socket" && break
                done || :
                """.formatted(Shell.words(OperatingSystems.paths(SystemPath.LOAD_BALANCER_SOCKET)));
    }

    @Override
    public Map<String, BalancerFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith("# ")) {
            return Map.of("", new BalancerFact(Map.of()));
        }
        List<String> columns = columns(lines.getFirst().substring(2));
        int name = columns.indexOf("svname");
        int status = columns.indexOf("status");
        Map<String, String> servers = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> values = columns(line);
            if (name >= 0 && status >= 0 && values.size() > Math.max(name, status)) {
                servers.put(values.get(name), values.get(status));
            }
        }
        servers.keySet().removeAll(TOTALS);
        return Map.of("", new BalancerFact(servers));
    }

    private static List<String> columns(String line) {
        return Arrays.asList(line.split(",", -1));
    }
}

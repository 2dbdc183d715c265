package io.urania.cluster.observation;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What HAProxy's admin socket says about its servers (HAProxy Management Guide, "show stat"). */
public final class BalancerProbe implements Probe<BalancerFact> {

    /** The one question of this probe. */
    public static final Question<BalancerFact> QUESTION = Question.about(new BalancerProbe());

    private BalancerProbe() {}

    @Override
    public String name() {
        return "balancer";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return "echo 'show stat' | socat -t 5 - UNIX-CONNECT:/run/haproxy/admin.sock || :";
    }

    @Override
    public Map<String, BalancerFact> parse(String output, SortedSet<String> subjects) {
        Map<String, String> servers = new HashMap<>();
        List<String> lines = output.lines().toList();
        if (!lines.isEmpty() && lines.getFirst().startsWith("# ")) {
            List<String> columns = Arrays.asList(lines.getFirst().substring(2).split(",", -1));
            int name = columns.indexOf("svname");
            int status = columns.indexOf("status");
            for (String line : lines.subList(1, lines.size())) {
                String[] values = line.split(",", -1);
                if (values.length > status && !values[name].equals("FRONTEND") && !values[name].equals("BACKEND")) {
                    servers.put(values[name], values[status]);
                }
            }
        }
        return Map.of("", new BalancerFact(servers));
    }
}

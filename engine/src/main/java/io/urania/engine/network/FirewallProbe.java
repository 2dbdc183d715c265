package io.urania.engine.network;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.network.FirewallFact.DroppingChain;
import io.urania.engine.network.FirewallFact.Hook;
import io.urania.engine.text.ControlSequences;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Which chains drop packets, as nft tells, or iptables where nft is not installed. A host that has neither has nobody who could have
 * made rules.
 */
public final class FirewallProbe implements Probe<FirewallFact> {

    /** The one question of this probe. */
    public static final Question<FirewallFact> QUESTION = Question.about(new FirewallProbe());

    private FirewallProbe() {}

    @Override
    public String name() {
        return "firewall";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return ResourceText.beside(FirewallProbe.class, "firewall.sh");
    }

    @Override
    public Map<String, FirewallFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = ControlSequences.removed(output).lines().toList();
        if (!lines.contains("all")) {
            return Map.of();
        }
        List<DroppingChain> chains = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("drop ")) {
                String[] words = line.split(" ", 3);
                chains.add(
                        new DroppingChain(words[1].equals("input") ? Hook.INPUT : Hook.FORWARD, words[2], List.of()));
            } else if (line.startsWith("rule ") && !chains.isEmpty()) {
                DroppingChain chain = chains.removeLast();
                List<String> rules = new ArrayList<>(chain.rules());
                rules.add(line.substring("rule ".length()).strip());
                chains.add(new DroppingChain(chain.hook(), chain.name(), rules));
            }
        }
        return Map.of("", new FirewallFact(chains, lines.contains("kubernetes"), lines.contains("ufw")));
    }
}

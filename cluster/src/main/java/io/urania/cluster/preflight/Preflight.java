package io.urania.cluster.preflight;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rules: what they must know of hosts, and what they find. All are checked, and all findings are told at once. */
public final class Preflight {
    private final ClusterSpec spec;
    private final List<Rule> rules;

    private Preflight(ClusterSpec spec, List<Rule> rules) {
        this.spec = spec;
        this.rules = rules;
    }

    /** A cluster's rules. */
    public static Preflight of(ClusterSpec spec, List<Rule> rules) {
        return new Preflight(spec, List.copyOf(rules));
    }

    /** The names of its rules, in the order in which they are told. */
    public List<String> rules() {
        return Stream.concat(Stream.of(UnknownFacts.RULE), rules.stream().map(Rule::id))
                .toList();
    }

    /** What must be known of each host. */
    public Map<String, List<Question<?>>> questions() {
        Map<String, List<Question<?>>> questions = new HashMap<>();
        for (HostSpec host : spec.hosts()) {
            List<Question<?>> asked = new ArrayList<>();
            rules.forEach(rule -> asked.addAll(rule.questions(spec, host)));
            questions.put(host.name(), List.copyOf(asked));
        }
        return questions;
    }

    /** Everything that is wrong, errors first; hosts that have not answered are not judged. */
    public List<Finding> findings(Situation situation) {
        return Stream.concat(
                        UnknownFacts.findings(situation),
                        rules.stream().flatMap(rule -> rule.findings(situation).stream()))
                .distinct()
                .sorted(Comparator.comparing(Finding::level))
                .toList();
    }
}

package io.urania.cluster.preflight;

import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Unanswered;
import java.util.stream.Stream;

/** What hosts were asked and could not tell, by rules and by tasks alike: an apply would have to guess. */
final class UnknownFacts {

    /** The name of what is found here, as those of rules. */
    static final String RULE = "unknown-fact";

    private UnknownFacts() {}

    static Stream<Finding> findings(Situation situation) {
        return situation.spec().hosts().stream()
                .filter(host -> situation.book().knows(host.name()))
                .flatMap(host -> of(situation.facts(host)));
    }

    private static Stream<Finding> of(Facts facts) {
        return Unanswered.told(facts.unanswered()).stream()
                .map(what -> new Finding(
                        RULE,
                        Level.ERROR,
                        facts.host(),
                        what,
                        "Urania does not assume that an unknown state is correct",
                        "check the reason on the host, then run the same command again"));
    }
}

package io.urania.cluster.operation;

import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.system.LoginFact;
import io.urania.engine.system.LoginProbe;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import io.urania.engine.transport.TransportException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who answers, as whom, and how fast.
 *
 * @param answers by the hosts' names
 * @param failures why the others did not answer
 */
public record Greetings(SortedMap<String, Greeting> answers, SortedMap<String, TransportException> failures) {

    /** What every host is asked. */
    static final List<Question<?>> QUESTIONS = List.of(LoginProbe.QUESTION, SystemProbe.QUESTION);

    public Greetings {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    }

    /**
     * A host that answered.
     *
     * @param login as whom commands run there; empty if it could not tell
     * @param system what it is, likewise
     * @param took from the question to the answer, with the time to connect
     */
    public record Greeting(Optional<LoginFact> login, Optional<SystemFact> system, Duration took) {}

    /** What hosts have answered to {@link Cluster#greet}. */
    public static Greetings of(Gathered gathered) {
        SortedMap<String, Greeting> answers = new TreeMap<>();
        gathered.book().hosts().forEach((host, facts) -> answers.put(host, greeting(facts)));
        return new Greetings(answers, gathered.failures());
    }

    private static Greeting greeting(Facts facts) {
        return new Greeting(
                facts.find(LoginProbe.QUESTION),
                facts.find(SystemProbe.QUESTION),
                facts.asked()
                        .map(asked -> Duration.between(asked.before(), asked.after()))
                        .orElse(Duration.ZERO));
    }
}

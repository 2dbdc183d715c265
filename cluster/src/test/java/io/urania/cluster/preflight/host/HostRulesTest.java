package io.urania.cluster.preflight.host;

import static io.urania.cluster.preflight.host.HostFindings.ERATO;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.access.AccessRules;
import io.urania.cluster.preflight.link.LinkRules;
import io.urania.engine.fact.Question;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule about hosts. */
class HostRulesTest {

    @TempDir
    Path directory;

    static List<Rule> rules() {
        return Stream.of(HostRules.all(), LinkRules.all(), AccessRules.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsNothingOnBareHostsThatAreFine(Rule rule) {
        assertThat(HostFindings.of(rule, directory).found()).isEmpty();
    }

    /** That a host gave no answer is a finding of its own: a rule neither guesses nor stops. */
    @ParameterizedTest
    @MethodSource("rules")
    void findsNothingOnAHostThatGaveNoAnswerAndTheSameOnTheOthers(Rule rule) {
        HostFindings rack = HostFindings.of(rule, directory);
        List<Question<?>> questions =
                rule.questions(rack.rack().spec(), rack.rack().node("erato").host());

        for (Question<?> question : questions) {
            assertThat(HostFindings.of(rule, directory).without(ERATO, question).found())
                    .as(question.toString())
                    .isEmpty();
        }
    }

    @Test
    void eachRuleHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();

        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(names.add(rule.id())).as(rule.id()).isTrue();
        });
    }
}

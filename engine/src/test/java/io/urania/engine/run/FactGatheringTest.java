package io.urania.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.event.Event;
import io.urania.engine.fact.FactReader;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.fact.Unanswered;
import io.urania.engine.fact.UnknownFactException;
import io.urania.engine.run.FactGathering.Gathered;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
final class FactGatheringTest {

    private static final Question<String> COLOUR = new Question<>(new Answers("colours"), "colour");
    private static final Question<String> SIZE = new Question<>(COLOUR.probe(), "size");

    private final List<Event> events = new ArrayList<>();

    /** Asks for words; the hosts of the test answer with them. */
    private record Answers(String name) implements Probe<String> {

        @Override
        public String script(SortedSet<String> subjects) {
            return "echo " + String.join(" ", subjects);
        }

        @Override
        public Map<String, String> parse(String output, SortedSet<String> subjects) {
            return subjects.stream().collect(Collectors.toMap(subject -> subject, subject -> output));
        }
    }

    /** Asks for a number. */
    private record Numbers() implements Probe<String> {

        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public String script(SortedSet<String> subjects) {
            return "echo 1";
        }

        @Override
        public Map<String, String> parse(String output, SortedSet<String> subjects) {
            return Map.of(subjects.first(), Integer.toString(Integer.parseInt(output)));
        }
    }

    /** Runs something. */
    private record Script(String text) implements Probe<String> {

        @Override
        public String name() {
            return "scripts";
        }

        @Override
        public String script(SortedSet<String> subjects) {
            return text;
        }

        @Override
        public Map<String, String> parse(String output, SortedSet<String> subjects) {
            return Map.of("", output);
        }
    }

    @Test
    void asksAllHostsAtOnceAndEachJustOnce() throws Exception {
        CountDownLatch allAsked = new CountDownLatch(3);
        ScriptedHosts hosts = new ScriptedHosts((host, step) -> {
            allAsked.countDown();
            allAsked.await();
            return host + ": " + step;
        });

        Gathered gathered = gather(hosts, List.of("clio", "erato", "thalia"));

        assertThat(gathered.failures()).isEmpty();
        assertThat(hosts.batches()).hasSize(3);
        assertThat(gathered.book().of("erato").answer(SIZE)).isEqualTo("erato: echo colour size");
        assertThat(gathered.book().knows("euterpe")).isFalse();
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        Event.FactsStarted.class,
                        started -> assertThat(started.hosts()).containsExactly("clio", "erato", "thalia"));
        assertThat(events).filteredOn(Event.FactsRead.class::isInstance).hasSize(3);
    }

    @Test
    void aHostThatCannotBeReachedDoesNotTouchTheOthers() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((host, _) -> {
            if (host.equals("clio")) {
                throw new TransportException(Cause.UNREACHABLE, "clio: switched off");
            }
            return "red";
        });

        Gathered gathered = gather(hosts, List.of("clio", "erato"));

        assertThat(gathered.failures()).containsOnlyKeys("clio");
        assertThat(gathered.book().of("erato").answer(COLOUR)).isEqualTo("red");
        assertThatThrownBy(() -> gathered.book().of("clio"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clio");
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                Event.FactsFailed.class,
                                failed -> assertThat(failed.reason()).isEqualTo("clio: switched off")));
    }

    @Test
    void aProbeThatFailsLeavesItsQuestionsWithoutAnswer() throws Exception {
        Question<String> other = new Question<>(new Answers("others"), "other");
        ScriptedHosts hosts =
                new ScriptedHosts((_, step) -> step.equals("echo other") ? "blue" : ScriptedHosts.FAILURE);

        Facts facts = read(hosts, List.of(other, COLOUR));

        assertThat(facts.find(COLOUR)).isEmpty();
        assertThat(facts.answer(other)).isEqualTo("blue");
        assertThatThrownBy(() -> facts.answer(COLOUR))
                .isInstanceOf(UnknownFactException.class)
                .hasMessage("clio: its colours of colour could not be determined (its probe ended with exit code 1);"
                        + " check the reason on the host, then run the same command again");
        assertThat(facts.unanswered()).extracting(Unanswered::question).containsExactly(COLOUR);
    }

    @Test
    void anAnswerThatCannotBeReadIsNone() throws Exception {
        Question<String> other = new Question<>(new Answers("others"), "other");
        Question<String> number = new Question<>(new Numbers(), "number");

        Facts facts = read(new ScriptedHosts((_, _) -> "blue"), List.of(number, other));

        assertThat(facts.answer(other)).isEqualTo("blue");
        assertThatThrownBy(() -> facts.answer(number))
                .isInstanceOf(UnknownFactException.class)
                .hasMessage(
                        "clio: its numbers of number could not be determined (its output cannot be parsed);"
                                + " check the reason on the host, then run the same command again");
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aProbeThatFailsTellsItsComplaint(ShellKind shell) throws Exception {
        Path place = Files.createTempDirectory(Path.of("/tmp"), "g");
        Question<String> question = new Question<>(
                new Script(
                        "echo seen; echo first >&2; [ -e /nowhere ] || ( echo \"\u001b[2Jno such thing\" >&2; false )"),
                "");

        Facts facts = new FactReader(new BatchRunner(shell.transport(place)))
                .read(LocalTransport.target("clio"), List.of(question));

        assertThat(facts.unanswered())
                .extracting(Unanswered::why)
                .containsExactly("its probe ended with exit code 1: no such thing");
    }

    @Test
    void aHostThatAnswersWithoutEndDoesNotTouchTheOthers() throws Exception {
        Transport hosts = new Transport() {
            @Override
            public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
                    throws TransportException, InterruptedException {
                if (target.name().equals("erato")) {
                    return new ScriptedHosts((_, _) -> "red").execute(target, command, input, outputLine);
                }
                while (true) {
                    outputLine.accept("clio ".repeat(10_000));
                }
            }

            @Override
            public void close() {}
        };

        Gathered gathered = gather(hosts, List.of("clio", "erato"));

        assertThat(gathered.book().of("erato").answer(COLOUR)).isEqualTo("red");
        assertThat(gathered.failures()).hasEntrySatisfying("clio", failure -> {
            assertThat(failure.kind()).isEqualTo(Cause.ANSWER);
            assertThat(failure)
                    .hasMessageStartingWith(
                            "clio (localhost:22): sent output that cannot be parsed: it is longer than");
        });
    }

    /** As of a regular expression of ours on what a host says: it must not end the thread that others wait for without a word. */
    @Test
    void anErrorOfTheMachineWithTheAnswerOfAHostIsToldOfThatHost() throws Exception {
        ScriptedHosts hosts = new ScriptedHosts((host, _) -> {
            if (host.equals("clio")) {
                throw new StackOverflowError();
            }
            return "red";
        });

        Gathered gathered = gather(hosts, List.of("clio", "erato"));

        assertThat(gathered.book().knows("erato")).isTrue();
        assertThat(gathered.failures())
                .hasEntrySatisfying(
                        "clio",
                        failure -> assertThat(failure)
                                .hasMessageContaining("not enough memory for it (StackOverflowError)"));
    }

    @Test
    void anyOtherErrorEndsTheGathering() {
        ScriptedHosts hosts = new ScriptedHosts((_, _) -> {
            throw new AssertionError("a defect");
        });

        assertThatThrownBy(() -> gather(hosts, List.of("clio"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatWasNeverAskedIsADefect() throws Exception {
        Facts facts = read(new ScriptedHosts((_, _) -> "blue"), List.of(COLOUR));

        assertThatThrownBy(() -> facts.answer(SIZE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("clio was not asked for ");
    }

    private static Facts read(Transport hosts, List<Question<?>> questions) throws Exception {
        return new FactReader(new BatchRunner(hosts)).read(LocalTransport.target("clio"), questions);
    }

    private Gathered gather(Transport hosts, List<String> names) throws InterruptedException {
        Map<String, Target> targets = names.stream().collect(Collectors.toMap(name -> name, LocalTransport::target));
        Map<String, List<Question<?>>> questions =
                names.stream().collect(Collectors.toMap(name -> name, _ -> List.of(COLOUR, SIZE)));
        return new FactGathering(new FactReader(new BatchRunner(hosts)), events::add, new TickingClock())
                .gather(targets, questions);
    }
}

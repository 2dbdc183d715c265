package io.urania.engine.fact;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks one host all its questions in one round trip. */
public final class FactReader {

    private final BatchRunner batches;
    private final InstantSource clock;

    /** A reader that notes by the system's clock when hosts are asked. */
    public FactReader(BatchRunner batches) {
        this(batches, InstantSource.system());
    }

    public FactReader(BatchRunner batches, InstantSource clock) {
        this.batches = batches;
        this.clock = clock;
    }

    /** Reads the answers; a probe whose script fails on the host, or whose answer cannot be read, leaves its questions without answers. */
    public Facts read(Target target, Collection<? extends Question<?>> questions)
            throws TransportException, InterruptedException {
        return read(target, questions, Optional.empty());
    }

    /** The same, with something that the host does first. */
    public Facts read(Target target, Collection<? extends Question<?>> questions, Optional<Preface> preface)
            throws TransportException, InterruptedException {
        return read(target, questions, preface, BatchListener.NONE);
    }

    /**
     * The same, watched.
     *
     * @param listener told about each probe, by its name behind a number, and about the preface
     */
    public Facts read(
            Target target,
            Collection<? extends Question<?>> questions,
            Optional<Preface> preface,
            BatchListener listener)
            throws TransportException, InterruptedException {
        Map<Probe<?>, SortedSet<String>> subjects = new LinkedHashMap<>();
        for (Question<?> question : questions) {
            subjects.computeIfAbsent(question.probe(), _ -> new TreeSet<>()).add(question.subject());
        }
        List<Step> steps = new ArrayList<>();
        preface.ifPresent(first -> steps.add(new Step("preface", first.operation())));
        subjects.forEach((probe, asked) ->
                steps.add(new Step(steps.size() + " " + probe.name(), ProbeScript.operation(probe, asked))));
        Instant before = clock.instant();
        List<StepResult> results = batches.run(target, steps, Mode.KEEP_GOING, listener);
        Facts.Builder facts = Facts.of(target.name()).asked(new Asked(before, clock.instant()));
        Iterator<StepResult> result = results.iterator();
        preface.ifPresent(first -> first.answer().accept(target.name(), result.next()));
        subjects.forEach((probe, asked) -> {
            add(facts, probe, asked, result.next());
        });
        return facts.build();
    }

    private static <T> void add(Facts.Builder facts, Probe<T> probe, SortedSet<String> subjects, StepResult result) {
        if (!result.succeeded()) {
            unanswered(facts, probe, subjects, ProbeScript.whyItFailed(result));
            return;
        }
        Map<String, T> answers;
        try {
            answers = probe.parse(result.output(), subjects);
        } catch (RuntimeException e) {
            // A host may say anything. What no parser reads is unknown, of this host and this probe.
            unanswered(facts, probe, subjects, "its output cannot be parsed");
            return;
        }
        for (String subject : subjects) {
            Question<T> question = new Question<>(probe, subject);
            T answer = answers.get(subject);
            if (answer == null) {
                facts.unanswered(question, "the host did not report it");
            } else {
                facts.put(question, answer);
            }
        }
    }

    private static void unanswered(Facts.Builder facts, Probe<?> probe, SortedSet<String> subjects, String why) {
        subjects.forEach(subject -> facts.unanswered(new Question<>(probe, subject), why));
    }
}

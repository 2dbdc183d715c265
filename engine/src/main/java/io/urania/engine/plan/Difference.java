package io.urania.engine.plan;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a host differs from what is wanted, and how to end that.
 *
 * @param title plain language, imperative: "write /etc/hosts"
 * @param before what is so now
 * @param after what will be so
 * @param interrupts what the change interrupts
 * @param details questions whose answers let {@code before} tell more; the change is the same without them
 * @param turn changes of one turn are made one after the other, the next only if the one before succeeded; empty if that is all the same
 * @param patience how long its remedy may take, and how often it is tried
 * @param inputs earlier tasks whose output the operation is made from, if they are going to run; each counts as needed
 * @param operation makes the operation from the outputs of earlier tasks
 * @param confirmation what must be done over a new connection afterwards, for the change to count
 */
public record Difference(
        Action action,
        String title,
        State before,
        State after,
        List<Interruption> interrupts,
        List<Question<?>> details,
        Optional<String> turn,
        RetryPolicy patience,
        Set<TaskId> inputs,
        Function<Outputs, Operation> operation,
        Optional<Confirmation> confirmation) {

    public Difference {
        interrupts = List.copyOf(interrupts);
        details = List.copyOf(details);
        inputs = Set.copyOf(inputs);
    }

    /** A difference whose remedy is known when it is planned. */
    public static Difference of(Action action, String title, String before, String after, Operation operation) {
        return of(action, title, State.words(before), State.words(after), operation);
    }

    /** A difference whose remedy is known when it is planned. */
    public static Difference of(Action action, String title, State before, State after, Operation operation) {
        return of(action, title, before, after, Set.of(), _ -> operation);
    }

    /** A difference whose remedy is made from what earlier tasks print. */
    public static Difference of(
            Action action,
            String title,
            State before,
            State after,
            Set<TaskId> inputs,
            Function<Outputs, Operation> operation) {
        return new Difference(
                action,
                title,
                before,
                after,
                List.of(),
                List.of(),
                Optional.empty(),
                RetryPolicy.ENDLESS,
                inputs,
                operation,
                Optional.empty());
    }

    /** The same difference, whose remedy interrupts something. */
    public Difference interrupting(List<Interruption> others) {
        return new Difference(
                action, title, before, after, others, details, turn, patience, inputs, operation, confirmation);
    }

    /** The same difference, which could be told more closely. */
    public Difference detailedBy(List<Question<?>> questions) {
        return new Difference(
                action, title, before, after, interrupts, questions, turn, patience, inputs, operation, confirmation);
    }

    /** The same difference, whose remedy waits for its turn: {@code etcd members}. */
    public Difference inTurn(String name) {
        return new Difference(
                action,
                title,
                before,
                after,
                interrupts,
                details,
                Optional.of(name),
                patience,
                inputs,
                operation,
                confirmation);
    }

    /** The same difference, whose remedy may take so long and is tried so often. */
    public Difference with(RetryPolicy other) {
        return new Difference(
                action, title, before, after, interrupts, details, turn, other, inputs, operation, confirmation);
    }

    /** The same difference, whose remedy counts only when it was confirmed over a new connection. */
    public Difference confirmedBy(Confirmation second) {
        return new Difference(
                action,
                title,
                before,
                after,
                interrupts,
                details,
                turn,
                patience,
                inputs,
                operation,
                Optional.of(second));
    }
}

package io.urania.engine.plan;

import io.urania.engine.batch.Operation;
import java.util.Set;
import java.util.function.Function;

/**
 * How a host differs from what is wanted, and how to end that.
 *
 * @param title plain language, imperative: "write /etc/hosts"
 * @param before what is so now, short
 * @param after what will be so
 * @param inputs earlier tasks whose output the operation is made from, if they are going to run; each counts as needed
 * @param operation makes the operation from the outputs of earlier tasks
 */
public record Difference(
        String title, String before, String after, Set<TaskId> inputs, Function<Outputs, Operation> operation) {

    public Difference {
        inputs = Set.copyOf(inputs);
    }

    /** A difference whose remedy is known when it is planned. */
    public static Difference of(String title, String before, String after, Operation operation) {
        return new Difference(title, before, after, Set.of(), _ -> operation);
    }
}

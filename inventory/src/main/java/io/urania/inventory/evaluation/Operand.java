package io.urania.inventory.evaluation;

import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.Value;
import java.util.Map;
import java.util.function.Supplier;

/** What an expression gives while it is evaluated: more than the values that can be its result. */
sealed interface Operand {
    /** A finished value. */
    record Final(Value value) implements Operand {}

    /**
     * A list or mapping of the inventory whose templates are rendered when they are reached.
     *
     * @param scope the host whose variables its templates see
     * @param label how it was reached, for messages
     */
    record Raw(Value container, HostScope scope, String label) implements Operand {}

    /** Something undefined; the problem is for whoever needs its value. */
    record Missing(Supplier<Problem> problem) implements Operand {}

    /** A condition that is false, without {@code else}: no value, but empty in a text and false in a condition. */
    record Nothing(Supplier<Problem> problem) implements Operand {}

    /** {@code hostvars}. */
    record AllHosts() implements Operand {}

    /** {@code hostvars['name']}. */
    record OneHost(HostScope scope) implements Operand {}

    /** {@code value.name}, to be called. */
    record Method(Operand target, String name) implements Operand {}

    /** {@code lookup}, {@code query}, {@code range}, {@code dict}, {@code namespace}, {@code undef}. */
    record Function(String name) implements Operand {}

    /** {@code namespace(…)}, whose attributes a template may set, and {@code loop}. */
    record Namespace(Map<String, Operand> attributes) implements Operand {}

    /** {@code loop.cycle}, in the iteration of that index. */
    record Cycle(int index) implements Operand {}

    /** {@code omit}: as if nothing had been said. */
    record Omitted() implements Operand {}
}

package io.urania.cluster.reader;

import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every part of the reading works with: the inventory, its variables, and which hosts are what.
 *
 * @param variables reads variables and collects problems
 */
record Source(Inventory inventory, VariableReader variables, Membership membership) {

    /** One setting of the variable's scope, or its default. */
    <T> T get(Variable<T> variable) {
        return variables.get(variable, membership.in(variable.scope()));
    }

    /** One setting of the variable's scope. */
    <T> Optional<T> find(Variable<T> variable) {
        return variables.find(variable, membership.in(variable.scope()));
    }

    /** Where the variable is set for the first host of its scope that has it. */
    @Nullable
    Position position(Variable<?> variable) {
        return variables.position(variable, membership.in(variable.scope())).orElse(null);
    }

    /** Where the first of several variables that is set is set. */
    @Nullable
    Position positionOfEither(Variable<?> first, Variable<?> second) {
        Position position = position(first);
        return position == null ? position(second) : position;
    }

    void error(@Nullable Position position, String what, String why, String remedy) {
        variables.report(Problem.error(position, what, why, remedy));
    }

    void warning(@Nullable Position position, String what, String why, String remedy) {
        variables.report(Problem.warning(position, what, why, remedy));
    }
}

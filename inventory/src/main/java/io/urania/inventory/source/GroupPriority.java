package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code ansible_group_priority}, which ranks a group among others of its depth where it is written with the group, and is no variable. */
public final class GroupPriority {
    /** Its name. */
    public static final String NAME = "ansible_group_priority";

    private GroupPriority() {}

    /** The variables without the priority, which the group gets. */
    static MapValue taken(Group group, MapValue variables, Findings findings) {
        Optional<Value> priority = variables.get(NAME);
        if (priority.isEmpty()) {
            return variables;
        }
        number(priority.get())
                .ifPresentOrElse(
                        number -> group.setPriority(number, variables.positionOf(NAME)),
                        () -> findings.add(Problem.error(
                                priority.get().position(), NAME + " must be an integer", "", "for example 10")));
        Map<String, Value> rest = new LinkedHashMap<>(variables.entries());
        rest.remove(NAME);
        return new MapValue(rest, variables.keyPositions(), variables.position());
    }

    private static Optional<BigInteger> number(Value priority) {
        return switch (priority) {
            case IntegerValue integer -> Optional.of(integer.number());
            case TextValue text when text.text().matches("[-+]?[0-9]+") -> Optional.of(new BigInteger(text.text()));
            default -> Optional.empty();
        };
    }
}

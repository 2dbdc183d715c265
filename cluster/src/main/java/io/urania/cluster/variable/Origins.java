package io.urania.cluster.variable;

import io.urania.engine.plan.Reason;
import io.urania.inventory.Inventory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an inventory sets variables: what a plan names as the reason of a change. Values are not told. Not for several threads. */
public final class Origins {

    /** Of a cluster that no inventory asks for. */
    public static final Origins NONE = new Origins(Optional.empty());

    private final Optional<VariableReader> variables;

    /** Whether a variable is set is known once its templates are rendered, and many tasks of a host ask for the same ones. */
    private final Map<Place, Optional<Reason>> known = new HashMap<>();

    private Origins(Optional<VariableReader> variables) {
        this.variables = variables;
    }

    /** The places in an inventory. */
    public static Origins of(Inventory inventory) {
        return new Origins(Optional.of(new VariableReader(inventory)));
    }

    /** Those of some variables that are set for a host, in their order; what is left to its default has no place. */
    public List<Reason> of(String host, List<Variable<?>> asked) {
        List<Reason> reasons = new ArrayList<>();
        variables.ifPresent(reader -> {
            for (Variable<?> variable : asked) {
                known.computeIfAbsent(new Place(host, variable), place -> reason(reader, place))
                        .ifPresent(reasons::add);
            }
        });
        return reasons;
    }

    private static Optional<Reason> reason(VariableReader reader, Place place) {
        return reader.setting(place.variable(), place.host())
                .map(setting -> new Reason(setting.name(), setting.position().toString()));
    }

    private record Place(String host, Variable<?> variable) {}
}

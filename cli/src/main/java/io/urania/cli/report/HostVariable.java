package io.urania.cli.report;

import io.urania.inventory.HostVariables;
import io.urania.inventory.evaluation.Rendered;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * A variable as one host has it.
 *
 * @param written its value as it is written, where that may be shown
 * @param rendered its value with all templates rendered; empty if that fails
 * @param places every place that sets it, lowest precedence first: the last one counts
 * @param problems what keeps it from being rendered
 */
public record HostVariable(
        String host,
        String name,
        Optional<Value> written,
        Optional<Rendered> rendered,
        List<Position> places,
        List<Problem> problems) {

    /** The variable of a host that has it. */
    public static HostVariable of(String host, String name, HostVariables variables) {
        Optional<Value> written = variables.unrendered(name);
        List<Position> places = variables.places(name);
        try {
            Optional<Rendered> rendered = variables.rendered(name);
            boolean secret = rendered.filter(Rendered::secret).isPresent();
            return new HostVariable(host, name, secret ? Optional.empty() : written, rendered, places, List.of());
        } catch (InventoryException failed) {
            return new HostVariable(host, name, Optional.empty(), Optional.empty(), places, failed.problems());
        }
    }

    public boolean isSecret() {
        return rendered.filter(Rendered::secret).isPresent();
    }
}

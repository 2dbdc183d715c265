package io.urania.inventory;

import io.urania.inventory.evaluation.HostScope;
import io.urania.inventory.evaluation.Rendered;
import io.urania.inventory.evaluation.Renderer;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The variables of one host, rendered when asked for. */
public final class HostVariables {
    private final List<MapValue> layers;
    private final HostScope scope;
    private final Renderer renderer;

    HostVariables(List<MapValue> layers, HostScope scope, Renderer renderer) {
        this.layers = layers;
        this.scope = scope;
        this.renderer = renderer;
    }

    /** The names the inventory sets for this host; Ansible's own such as {@code inventory_hostname} are not among them. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        layers.forEach(layer -> names.addAll(layer.entries().keySet()));
        return names;
    }

    /**
     * The value of a variable with all its templates rendered; empty if nothing sets it.
     *
     * @throws InventoryException if a template in it is wrong, with the place in the template
     */
    public Optional<Value> value(String name) throws InventoryException {
        return rendered(name).map(Rendered::value);
    }

    /**
     * As {@link #value}, with the knowledge whether anything encrypted went into the value, so that it must not be shown.
     *
     * @throws InventoryException if a template in it is wrong, or something encrypted cannot be opened
     */
    public Optional<Rendered> rendered(String name) throws InventoryException {
        Optional<Value> raw = unrendered(name);
        return raw.isPresent() ? Optional.of(renderer.render(scope, name, raw.get())) : Optional.empty();
    }

    /** The value of a variable as it is written, templates and all; empty if nothing sets it. */
    public Optional<Value> unrendered(String name) {
        return layers.reversed().stream()
                .map(layer -> layer.entries().get(name))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Every place that sets the variable for this host, lowest precedence first: the last one wins. */
    public List<Position> places(String name) {
        return layers.stream()
                .filter(layer -> layer.entries().containsKey(name))
                .map(layer -> layer.positionOf(name))
                .toList();
    }
}

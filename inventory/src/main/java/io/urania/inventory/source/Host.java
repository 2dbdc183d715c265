package io.urania.inventory.source;

import io.urania.inventory.problem.Position;
import io.urania.inventory.value.MapValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A host as the sources describe it. */
public final class Host {
    private final String name;
    private final Position position;
    private final List<MapValue> inline = new ArrayList<>();

    Host(String name, Position position) {
        this.name = name;
        this.position = position;
    }

    public String name() {
        return name;
    }

    /** Where it is named first. */
    public Position position() {
        return position;
    }

    /** The source that names it first: absolute, symbolic links kept. */
    public Path definedIn() {
        return position.file().toAbsolutePath().normalize();
    }

    /** The variables written beside its name, in the order read: later ones win. */
    public List<MapValue> inline() {
        return Collections.unmodifiableList(inline);
    }

    void add(MapValue variables) {
        if (!variables.entries().isEmpty()) {
            inline.add(variables);
        }
    }
}

package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of one {@code [group:vars]} section, line by line. */
final class LineVariables {
    private final Group group;
    private final Position position;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Position> places = new LinkedHashMap<>();

    LineVariables(Group group, Position position) {
        this.group = group;
        this.position = position;
    }

    /** False if the name was set before: the later line is to win, and both places are to be known. */
    boolean put(String name, Value value, Position place) {
        if (values.containsKey(name)) {
            return false;
        }
        values.put(name, value);
        places.put(name, place);
        return true;
    }

    void end(Findings findings) {
        group.add(GroupPriority.taken(group, new MapValue(values, places, position), findings));
    }
}

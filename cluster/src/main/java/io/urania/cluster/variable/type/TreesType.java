package io.urania.cluster.variable.type;

import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Map;

/**
 * A list of mappings of any depth, for a file of somebody else's format; its texts may have several lines, as certificates do.
 *
 * @param hasNothing whether a value may be empty, as with {@link TreeType}
 */
public record TreesType(boolean hasNothing) implements VariableType<List<Object>> {

    /** A list in which every name has a value. */
    public TreesType() {
        this(false);
    }

    @Override
    public String description() {
        return "a list of mappings";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public List<Object> read(Value value) throws UnfitValue {
        List<Object> trees = new TreeType(true, hasNothing)
                .elements(value)
                .orElseThrow(() -> unfit("is " + ScalarTypes.article(value.type())));
        if (!trees.stream().allMatch(Map.class::isInstance)) {
            throw unfit("has elements that are not mappings");
        }
        return trees;
    }

    private static UnfitValue unfit(String what) {
        return new UnfitValue(
                what,
                "it accepts a list of mappings",
                "write '- name: value' lines, indented below the variable",
                "write [{name: value}]");
    }
}

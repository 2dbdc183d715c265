package io.urania.cluster.variable.type;

import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Map;

/** A list of mappings of any depth, for a file of somebody else's format; its texts may have several lines, as certificates do. */
public record TreesType() implements VariableType<List<Object>> {

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
        List<Object> trees =
                new TreeType(true).elements(value).orElseThrow(() -> unfit("is " + ScalarTypes.article(value.type())));
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

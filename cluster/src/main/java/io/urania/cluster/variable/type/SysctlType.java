package io.urania.cluster.variable.type;

import io.urania.cluster.value.Sysctl;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.Value;
import java.util.Optional;

/** A parameter of the kernel as a mapping of name and value. */
public record SysctlType() implements VariableType<Sysctl> {

    private static final VariableType<String> NAME = ScalarTypes.matching(
            "the name of a kernel parameter", "[a-z0-9_]+(?:[./][A-Za-z0-9_*-]+)+", "kernel.pid_max");
    private static final VariableType<String> VALUE = ScalarTypes.line();

    @Override
    public String description() {
        return "a mapping of name and value";
    }

    @Override
    public Shape shape() {
        return new Shape.Anything();
    }

    @Override
    public Sysctl read(Value value) throws UnfitValue {
        if (value instanceof MapValue map && map.entries().size() == 2) {
            Optional<Value> name = map.get("name");
            Optional<Value> setting = map.get("value");
            if (name.isPresent() && setting.isPresent()) {
                return new Sysctl(
                        NAME.read(name.get()), VALUE.read(setting.get()).strip());
            }
        }
        throw new UnfitValue(
                "has an element that is not a mapping of name and value",
                "a kernel parameter has both",
                "write - name: kernel.pid_max, and below it value: 131072");
    }
}

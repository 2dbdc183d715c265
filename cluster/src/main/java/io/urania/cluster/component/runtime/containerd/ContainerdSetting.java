package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.VariableType;
import java.util.function.Function;

/**
 * A variable that is in containerd's configuration.
 *
 * @param written what the configuration has for a value
 */
record ContainerdSetting<T>(Variable<T> variable, Field field, Function<T, Object> written) {

    /** A number, truth or text that is written as it is. */
    static <T> ContainerdSetting<T> plain(String name, VariableType<T> type, String meaning, Table table, String key) {
        return setting(name, type, meaning, table, key, value -> value);
    }

    static <T> ContainerdSetting<T> setting(
            String name, VariableType<T> type, String meaning, Table table, String key, Function<T, Object> written) {
        return new ContainerdSetting<>(
                Variable.variable(name, type)
                        .means(meaning)
                        .does(ContainerdVariables.FILE + key)
                        .unlessSet("as containerd has it"),
                new Field(table, key),
                written);
    }
}

package io.urania.cluster.variable.program;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.VariableType;
import java.util.Map;
import java.util.function.Function;

/**
 * A variable that is in the kubelet's configuration (Kubernetes reference, "Kubelet Configuration (v1beta1)").
 *
 * @param fields what the configuration has for a value, by the names of its fields
 */
public record KubeletSetting<T>(Variable<T> variable, Function<T, Map<String, Object>> fields) {

    /** A field whose value is a text. */
    static <T> KubeletSetting<T> text(String name, VariableType<T> type, String meaning, String field) {
        return setting(name, type, meaning, field, value -> Map.of(field, value.toString()));
    }

    /** A field whose value is a number, truth or mapping, and is written as it is. */
    static <T> KubeletSetting<T> plain(String name, VariableType<T> type, String meaning, String field) {
        return setting(name, type, meaning, field, value -> Map.of(field, value));
    }

    static <T> KubeletSetting<T> setting(
            String name, VariableType<T> type, String meaning, String field, Function<T, Map<String, Object>> fields) {
        return new KubeletSetting<>(
                Variable.variable(name, type)
                        .scope(Scope.HOST)
                        .means(meaning)
                        .does("nodes: kubelet's configuration, " + field)
                        .unlessSet("as Kubernetes has it"),
                fields);
    }

    /** The same for a field that came with a minor version of Kubernetes. */
    KubeletSetting<T> since(int minor) {
        return new KubeletSetting<>(variable.since(minor), fields);
    }
}

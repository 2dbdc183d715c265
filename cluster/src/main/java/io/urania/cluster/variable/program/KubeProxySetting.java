package io.urania.cluster.variable.program;

import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.function.Function;

/**
 * A variable that is in kube-proxy's configuration (Kubernetes reference, "kube-proxy Configuration (v1alpha1)").
 *
 * @param fields where its value stands: the names of fields, each with those that it is in, separated by dots
 * @param written what the configuration has for a value
 */
public record KubeProxySetting<T>(Variable<T> variable, List<String> fields, Function<T, Object> written) {

    public KubeProxySetting {
        fields = List.copyOf(fields);
    }

    /** Fields whose value is a text. */
    static <T> KubeProxySetting<T> text(String name, VariableType<T> type, String meaning, String... fields) {
        return setting(name, type, meaning, Object::toString, fields);
    }

    /** Fields whose value is a number or truth, and is written as it is. */
    static <T> KubeProxySetting<T> plain(String name, VariableType<T> type, String meaning, String... fields) {
        return setting(name, type, meaning, value -> value, fields);
    }

    static <T> KubeProxySetting<T> setting(
            String name, VariableType<T> type, String meaning, Function<T, Object> written, String... fields) {
        return new KubeProxySetting<>(
                Variable.variable(name, type)
                        .means(meaning)
                        .does("nodes: kube-proxy's configuration, " + String.join(" and ", fields))
                        .unlessSet("as Kubernetes has it"),
                List.of(fields),
                written);
    }
}

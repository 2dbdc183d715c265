package io.urania.cluster.variable.program;

import io.urania.cluster.value.KubernetesProgram;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A variable that is a flag of programs of the control plane (Kubernetes reference, "Component tools").
 *
 * @param programs those that have the flag
 * @param flag its name, without dashes
 * @param written a value as the flag has it
 */
public record FlagVariable<T>(
        Variable<T> variable, List<KubernetesProgram> programs, String flag, Function<T, String> written) {

    public FlagVariable {
        programs = List.copyOf(programs);
    }

    /** A flag whose value is written as it is. */
    static <T> FlagVariable<T> flag(
            String name, VariableType<T> type, String meaning, String flag, KubernetesProgram... programs) {
        return flag(name, type, meaning, flag, String::valueOf, programs);
    }

    /** A flag that takes a list, with commas between its elements. */
    static FlagVariable<List<String>> list(
            String name, VariableType<List<String>> type, String meaning, String flag, KubernetesProgram... programs) {
        return flag(name, type, meaning, flag, elements -> String.join(",", elements), programs);
    }

    static <T> FlagVariable<T> flag(
            String name,
            VariableType<T> type,
            String meaning,
            String flag,
            Function<T, String> written,
            KubernetesProgram... programs) {
        List<KubernetesProgram> all = List.of(programs);
        String words = all.stream().map(KubernetesProgram::word).collect(Collectors.joining(", "));
        Variable<T> variable = Variable.variable(name, type)
                .scope(all.size() == KubernetesProgram.values().length ? Scope.CLUSTER : Scope.CONTROL_PLANE)
                .means(meaning)
                .does("control plane: flag of " + words + ", --" + flag)
                .unlessSet("as Kubernetes has it");
        return new FlagVariable<>(variable, all, flag, written);
    }

    /** The same with another default than that of Kubernetes. */
    FlagVariable<T> otherwise(T value) {
        return new FlagVariable<>(variable.otherwise(value), programs, flag, written);
    }

    /** The same for a flag that came with a minor version of Kubernetes. */
    FlagVariable<T> since(int minor) {
        return new FlagVariable<>(variable.since(minor), programs, flag, written);
    }
}

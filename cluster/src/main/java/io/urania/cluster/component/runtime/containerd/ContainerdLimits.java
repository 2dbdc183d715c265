package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The limits of containerd's unit (systemd.exec(5), "Process properties"); containers inherit those of processes and files. */
final class ContainerdLimits {

    private static final VariableType<String> LIMIT =
            ScalarTypes.matching("infinity or a number", "infinity|[1-9][0-9]{0,11}[KMGT]?", "infinity", "1048576");

    private static final List<Limit> LIMITS = List.of(
            new Limit("containerd_limit_proc_num", "LimitNPROC", Optional.of("infinity"), "processes"),
            new Limit("containerd_limit_core", "LimitCORE", Optional.of("infinity"), "bytes of a core dump"),
            new Limit("containerd_limit_open_file_num", "LimitNOFILE", Optional.empty(), "open files"),
            new Limit("containerd_limit_mem_lock", "LimitMEMLOCK", Optional.empty(), "bytes of locked memory"));

    static final List<Variable<?>> VARIABLES =
            LIMITS.stream().<Variable<?>>map(Limit::variable).toList();

    private ContainerdLimits() {}

    static Map<String, String> read(Source source) {
        Map<String, String> limits = new LinkedHashMap<>();
        LIMITS.forEach(limit -> source.find(limit.variable())
                .or(limit::usual)
                .ifPresent(value -> limits.put(limit.directive(), value)));
        return limits;
    }

    private record Limit(Variable<String> variable, String directive, Optional<String> usual) {
        Limit(String name, String directive, Optional<String> usual, String what) {
            this(
                    Variable.variable(name, LIMIT)
                            .means(what + " that containerd may have")
                            .does("nodes: containerd.service, " + directive)
                            .unlessSet(usual.orElse("as systemd has it")),
                    directive,
                    usual);
        }
    }
}

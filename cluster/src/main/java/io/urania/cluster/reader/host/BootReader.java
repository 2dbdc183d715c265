package io.urania.cluster.reader.host;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.boot.BootSpec;
import io.urania.cluster.spec.boot.BootSpec.Restarts;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.BootVariables;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Reads what hosts are told when they start. */
public final class BootReader {
    private final Source source;

    public BootReader(Source source) {
        this.source = source;
    }

    /** By the names of all hosts. */
    public Map<String, BootSpec> read(Collection<HostSpec> hosts) {
        Map<String, BootSpec> boots = new TreeMap<>();
        hosts.forEach(host -> boots.put(host.name(), read(host.name())));
        return boots;
    }

    private BootSpec read(String host) {
        return new BootSpec(
                get(BootVariables.ARGUMENTS, host).stream().distinct().toList(),
                get(BootVariables.MEMORY, host) && source.membership().nodes().contains(host),
                get(BootVariables.PAGE_SIZE, host).equals(BootVariables.SMALL_PAGES),
                source.variables().find(BootVariables.WIDE, host),
                restarts(get(BootVariables.RESTART, host)));
    }

    private static Restarts restarts(String word) {
        return switch (word) {
            case BootVariables.NEVER -> Restarts.NEVER;
            case BootVariables.FOR_UPGRADES -> Restarts.FOR_UPGRADES;
            default -> Restarts.FOR_SETTINGS;
        };
    }

    private <T> T get(Variable<T> variable, String host) {
        return source.variables().get(variable, host);
    }
}

package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.access.AccessSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.HostAccessVariables;
import io.urania.engine.resource.sshd.SshdSettings;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads who gets in to hosts, and how. */
final class AccessReader {
    private final Source source;

    AccessReader(Source source) {
        this.source = source;
    }

    /** By the names of the hosts of which anything is wanted. */
    Map<String, AccessSpec> read(Collection<HostSpec> hosts) {
        Map<String, AccessSpec> wanted = new TreeMap<>();
        for (HostSpec host : hosts) {
            AccessSpec access = new AccessSpec(sshd(host.name()));
            if (!access.equals(AccessSpec.NOTHING)) {
                wanted.put(host.name(), access);
            }
        }
        return wanted;
    }

    private Optional<SshdSettings> sshd(String host) {
        Optional<String> rootLogin = find(HostAccessVariables.ROOT_LOGIN, host);
        Optional<Boolean> passwords = find(HostAccessVariables.PASSWORDS, host);
        Optional<Map<String, String>> further = find(HostAccessVariables.FURTHER, host);
        return rootLogin.isEmpty() && passwords.isEmpty() && further.isEmpty()
                ? Optional.empty()
                : Optional.of(new SshdSettings(rootLogin, passwords, further.orElse(Map.of())));
    }

    private <T> Optional<T> find(Variable<T> variable, String host) {
        return source.variables().find(variable, host);
    }
}

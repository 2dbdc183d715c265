package io.urania.cluster.reader.host;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.access.AccessSpec;
import io.urania.cluster.spec.access.HostAddress;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.HostAccessVariables;
import io.urania.cluster.variable.rows.ResolverVariables;
import io.urania.engine.resource.address.AddressSettings;
import io.urania.engine.resource.sshd.SshdSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads who gets in to hosts, and where they are found. */
public final class AccessReader {
    private final Source source;
    private final Map<HostAddress, String> owners = new HashMap<>();

    public AccessReader(Source source) {
        this.source = source;
    }

    /** By the names of the hosts of which anything is wanted. */
    public Map<String, AccessSpec> read(Collection<HostSpec> hosts) {
        Map<String, AccessSpec> wanted = new TreeMap<>();
        for (HostSpec host : hosts) {
            AccessSpec access = new AccessSpec(
                    find(HostAccessVariables.USERS, host.name()),
                    find(HostAccessVariables.ROOT_PASSWORD, host.name()),
                    sshd(host.name()),
                    address(host.name()));
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

    private Optional<AddressSettings> address(String host) {
        Optional<HostAddress> address = find(HostAccessVariables.STATIC_ADDRESS, host);
        Optional<Address> gateway = find(HostAccessVariables.STATIC_GATEWAY, host);
        List<Address> servers = source.variables().get(ResolverVariables.NAME_SERVERS, host);
        address.ifPresent(wanted -> {
            String other = owners.putIfAbsent(wanted, host);
            if (other != null) {
                error(
                        HostAccessVariables.STATIC_ADDRESS,
                        host,
                        "static_address of " + host + " is " + wanted + ", as that of " + other,
                        "an address belongs to one host",
                        "set it in host_vars, or on the host's line of the inventory");
            }
            if (servers.isEmpty()) {
                error(
                        HostAccessVariables.STATIC_ADDRESS,
                        host,
                        "static_address of " + host + " is set, and nameservers is empty",
                        "without DHCP nobody tells the host its name servers",
                        "list them in nameservers");
            }
            gateway.filter(router -> !wanted.isNeighbour(router) || router.equals(wanted.address()))
                    .ifPresent(router -> error(
                            HostAccessVariables.STATIC_GATEWAY,
                            host,
                            "static_gateway of " + host + " is " + router + ", and static_address is " + wanted,
                            "a gateway is another host of the same network",
                            "correct one of them"));
        });
        return address.map(wanted -> new AddressSettings(
                wanted.address().toString(),
                wanted.prefixLength(),
                gateway.map(Address::toString),
                servers.stream().map(Address::toString).toList()));
    }

    private void error(Variable<?> variable, String host, String what, String why, String remedy) {
        source.error(source.variables().position(variable, host).orElse(null), what, why, remedy);
    }

    private <T> Optional<T> find(Variable<T> variable, String host) {
        return source.variables().find(variable, host);
    }
}

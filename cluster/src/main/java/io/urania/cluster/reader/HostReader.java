package io.urania.cluster.reader;

import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.ConnectionVariables;
import io.urania.cluster.variable.VariableReader;
import io.urania.engine.transport.Passwords;
import io.urania.engine.transport.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the hosts: their addresses, and how they are reached. */
final class HostReader {
    /** RFC 1123 subdomain: what Kubernetes takes as a node's name. */
    private static final Pattern NODE_NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private final Source source;
    private final VariableReader variables;
    private final AddressReader addresses;

    HostReader(Source source, NameLookup lookup) {
        this.source = source;
        this.variables = source.variables();
        this.addresses = new AddressReader(source, lookup);
    }

    /**
     * All hosts whose address is known, by name, in the order of {@link Membership#worked}.
     *
     * @param mistyped hosts that are not missed if they have no address
     */
    Map<String, HostSpec> read(Set<String> mistyped) {
        List<String> names = source.membership().worked();
        Map<String, Address> known = addresses.read(names, mistyped);
        Map<String, HostSpec> hosts = new LinkedHashMap<>();
        for (String name : names) {
            checkName(name);
            Target target = target(name);
            Optional.ofNullable(known.get(name))
                    .map(address -> new HostSpec(
                            name,
                            shortName(name),
                            address,
                            variables.find(ConnectionVariables.ACCESS_IP, name).orElse(address),
                            target))
                    .ifPresent(host -> hosts.put(name, host));
        }
        return hosts;
    }

    private void checkName(String name) {
        if (!NODE_NAME.matcher(name).matches()) {
            source.error(
                    source.inventory().positionOf(name),
                    "'" + name + "' cannot be the name of a node",
                    "Kubernetes takes lower case letters, digits, '-' and '.' only",
                    "rename the host in the inventory, and use ansible_host for the name it has elsewhere");
        }
    }

    private Target target(String name) {
        return new Target(
                name,
                variables.find(ConnectionVariables.HOST, name).orElse(name),
                variables.get(ConnectionVariables.PORT, name),
                variables.get(ConnectionVariables.USER, name),
                variables.get(ConnectionVariables.BECOME, name),
                variables.find(ConnectionVariables.PRIVATE_KEY_FILE, name).map(HostReader::path),
                options(name),
                variables.get(ConnectionVariables.CONNECTION, name),
                new Passwords(
                        variables.find(ConnectionVariables.LOGIN_PASSWORD, name),
                        variables.find(ConnectionVariables.BECOME_PASSWORD, name)));
    }

    private List<String> options(String name) {
        List<String> words = new ArrayList<>(variables.get(ConnectionVariables.COMMON_ARGUMENTS, name));
        words.addAll(variables.get(ConnectionVariables.EXTRA_ARGUMENTS, name));
        List<String> kept = HostKeyOptions.without(words);
        if (kept.size() < words.size()) {
            source.warning(
                    variables
                            .position(ConnectionVariables.COMMON_ARGUMENTS, name)
                            .or(() -> variables.position(ConnectionVariables.EXTRA_ARGUMENTS, name))
                            .orElse(null),
                    "the ssh arguments would switch off the check of host keys",
                    "whoever sits between could then take over the rack, so Urania leaves these words out",
                    "remove StrictHostKeyChecking and UserKnownHostsFile from them");
        }
        return kept;
    }

    private static Path path(String text) {
        return text.startsWith("~/") ? Path.of(System.getProperty("user.home"), text.substring(2)) : Path.of(text);
    }

    private static String shortName(String name) {
        int dot = name.indexOf('.');
        return dot < 1 || Address.parse(name).isPresent() ? name : name.substring(0, dot);
    }
}

package io.urania.cluster.reader;

import io.urania.cluster.reader.rule.MistypedHosts;
import io.urania.cluster.reader.source.Families;
import io.urania.cluster.reader.source.Membership;
import io.urania.cluster.reader.source.NameLookup;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.engine.transport.Passwords;
import io.urania.engine.transport.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the hosts: their addresses, and how they are reached. */
final class HostReader {
    /** RFC 1123 subdomain: what Kubernetes takes as a node's name. */
    private static final Pattern NODE_NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    /**
     * The longest name of a node: the kubelet gives its node the label {@code kubernetes.io/hostname} with it, and a label's value has no
     * more (Kubernetes documentation, "Labels and Selectors"; kubernetes issue 90686). kubeadm does not look at it.
     */
    private static final int LONGEST_NODE = 63;
    /** The longest common name of a certificate, which a member of etcd shows the others (RFC 5280, ub-common-name). */
    private static final int LONGEST_COMMON_NAME = 64;

    private static final String RENAME =
            "rename the host in the inventory, and use ansible_host for the name it has elsewhere";

    private final Source source;
    private final VariableReader variables;
    private final AddressReader addresses;
    private final Families families;

    HostReader(Source source, NameLookup lookup, Families families) {
        this.source = source;
        this.variables = source.variables();
        this.addresses = new AddressReader(source, lookup, families);
        this.families = families;
    }

    /**
     * All hosts whose address is known, by name, in the order of {@link Membership#worked}.
     *
     * @param mistyped hosts that are told as such
     */
    Map<String, HostSpec> read(MistypedHosts mistyped) {
        List<String> names = source.membership().worked();
        Map<String, Address> known = addresses.read(names, mistyped);
        Map<String, Address> second =
                addresses.readSecond(names.stream().filter(known::containsKey).toList());
        Map<String, HostSpec> hosts = new LinkedHashMap<>();
        for (String name : names) {
            checkName(name);
            if (name.startsWith("-")) {
                // No target can be made of it, for programs would take it for an option; it has been refused.
                continue;
            }
            Target target = target(name);
            Optional.ofNullable(known.get(name))
                    .map(address -> new HostSpec(
                            name,
                            shortName(name),
                            address,
                            access(name).orElse(address),
                            Optional.ofNullable(second.get(name)),
                            variables.find(NodeVariables.GARBAGE_COLLECTION, name),
                            target))
                    .ifPresent(host -> hosts.put(name, host));
        }
        return hosts;
    }

    /** What is said of the other family must be an address too. */
    private Optional<Address> access(String name) {
        Optional<Address> ipv4 = variables.findTold(ConnectionVariables.ACCESS_IP, name);
        Optional<Address> ipv6 = variables.findTold(ConnectionVariables.ACCESS_IP6, name);
        return families.isIpv6First() ? ipv6 : ipv4;
    }

    private void checkName(String name) {
        if (!NODE_NAME.matcher(name).matches()) {
            source.error(
                    source.inventory().positionOf(name),
                    "'" + name + "' is not a valid node name",
                    "Kubernetes accepts only lower case letters, digits, '-' and '.'",
                    RENAME);
        } else if (source.membership().nodes().contains(name) && name.length() > LONGEST_NODE) {
            tooLong(
                    name,
                    LONGEST_NODE,
                    "it is the value of the node's label kubernetes.io/hostname, which cannot be longer");
        } else if (source.membership().etcd().contains(name) && name.length() > LONGEST_COMMON_NAME) {
            tooLong(
                    name,
                    LONGEST_COMMON_NAME,
                    "it is the common name of the etcd member's certificate, which cannot be longer");
        }
    }

    private void tooLong(String name, int longest, String why) {
        source.error(
                source.inventory().positionOf(name),
                "'" + name + "' has " + name.length() + " characters, but at most " + longest + " are allowed",
                why,
                RENAME);
    }

    private Target target(String name) {
        return new Target(
                name,
                variables.findTold(ConnectionVariables.HOST, name).orElse(name),
                variables.get(ConnectionVariables.PORT, name),
                variables.get(ConnectionVariables.USER, name),
                variables.get(ConnectionVariables.BECOME, name),
                identity(name),
                options(name),
                variables.get(ConnectionVariables.CONNECTION, name),
                new Passwords(
                        variables.find(ConnectionVariables.LOGIN_PASSWORD, name),
                        variables.find(ConnectionVariables.BECOME_PASSWORD, name)));
    }

    private List<String> options(String name) {
        SshArguments arguments = new SshArguments(source);
        List<String> words = new ArrayList<>(arguments.of(ConnectionVariables.ARGUMENTS, name));
        words.addAll(arguments.of(ConnectionVariables.COMMON_ARGUMENTS, name));
        words.addAll(arguments.of(ConnectionVariables.EXTRA_ARGUMENTS, name));
        if (!SshArguments.isOnTheWay(words)) {
            bastion(name).ifPresent(jump -> words.addAll(List.of("-J", jump)));
        }
        return words;
    }

    /** The host through which the others are reached, as ssh's {@code -J} takes it: the first of group bastion, as in Kubespray. */
    private Optional<String> bastion(String asking) {
        List<String> bastions = source.membership().bastions();
        if (bastions.isEmpty()
                || bastions.contains(asking)
                || bastions.getFirst().startsWith("-")) {
            return Optional.empty();
        }
        String name = bastions.getFirst();
        String host = variables.findTold(ConnectionVariables.HOST, name).orElse(name);
        String user = variables
                .find(ConnectionVariables.USER, name)
                .map(one -> one + "@")
                .orElse("");
        return Optional.of(user
                + Address.parse(host).map(Address::beforePort).orElse(host)
                + ":"
                + variables.get(ConnectionVariables.PORT, name));
    }

    private Optional<Path> identity(String name) {
        Optional<String> file = variables.find(ConnectionVariables.PRIVATE_KEY_FILE, name);
        Optional<String> wrong = file.map(KeyFile::new).flatMap(KeyFile::wrong);
        wrong.ifPresent(why -> source.error(
                variables.position(ConnectionVariables.PRIVATE_KEY_FILE, name).orElse(null),
                ConnectionVariables.PRIVATE_KEY_FILE.name() + " " + why + ": " + file.orElse(""),
                "ssh would wait for input from it",
                "use a private key file"));
        return file.filter(_ -> wrong.isEmpty()).map(HostReader::path);
    }

    private static Path path(String text) {
        return text.startsWith("~/") ? Path.of(System.getProperty("user.home"), text.substring(2)) : Path.of(text);
    }

    private static String shortName(String name) {
        int dot = name.indexOf('.');
        return dot < 1 || Address.parse(name).isPresent() ? name : name.substring(0, dot);
    }
}

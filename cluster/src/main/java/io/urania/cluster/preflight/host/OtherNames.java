package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.network.HostsFileProbe;
import io.urania.engine.network.HostsLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * /etc/hosts gives no name of the cluster another address, outside the lines that Urania writes: the line that comes first wins in C, and
 * programs in Go try the addresses of all lines. Debian's own line with 127.0.1.1 for the host itself is as it should be.
 */
record OtherNames() implements HostRule {
    private static final String FILE = "/etc/hosts";

    @Override
    public String id() {
        return "other-names";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "/etc/hosts gives the API's name (error) or a host's name (warning) another address",
                "it would be expected there",
                "remove the name from that line",
                "hosts(5)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(HostsFileProbe.OTHERS);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        ClusterSpec spec = situation.spec();
        String api = spec.endpoint().domainName();
        Map<String, List<Address>> wanted = new HashMap<>();
        spec.hosts().forEach(other -> {
            wanted.put(other.name(), withSecond(other.accessAddress(), other));
            wanted.put(other.shortName(), withSecond(other.accessAddress(), other));
        });
        wanted.put(api, ofApi(spec));
        List<Finding> findings = new ArrayList<>();
        for (HostsLine line : facts.answer(HostsFileProbe.OTHERS)) {
            Address address = Address.parse(line.address()).orElse(null);
            if (address == null) {
                continue;
            }
            for (String name : line.names()) {
                List<Address> right = wanted.getOrDefault(name, List.of());
                boolean itself = isOwn(name, host)
                        && (isLoopback(address) || host.ownAddresses().contains(address));
                if (right.isEmpty() || right.contains(address) || itself) {
                    continue;
                }
                String what = FILE + " says that " + name + " is " + address + ", and it is " + right.getFirst();
                String remedy = "remove the name from that line of " + FILE;
                findings.add(
                        name.equals(api)
                                ? error(host.name(), what, "the API server would be expected there", remedy)
                                : warning(host.name(), what, "the host would be expected there", remedy));
            }
        }
        return findings;
    }

    private static List<Address> withSecond(Address first, HostSpec host) {
        return Stream.concat(Stream.of(first), host.secondAddress().stream()).toList();
    }

    /** Whoever has the address of the API has its other one too. */
    private static List<Address> ofApi(ClusterSpec spec) {
        Address address = spec.endpoint().address();
        return spec.hosts().stream()
                .filter(host -> host.addresses().contains(address))
                .findFirst()
                .map(host -> withSecond(address, host))
                .orElse(List.of(address));
    }

    private static boolean isOwn(String name, HostSpec host) {
        return name.equals(host.name()) || name.equals(host.shortName());
    }

    private static boolean isLoopback(Address address) {
        return address.text().startsWith("127.") || address.text().equals("::1");
    }
}

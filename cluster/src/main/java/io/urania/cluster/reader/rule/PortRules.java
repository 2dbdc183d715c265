package io.urania.cluster.reader.rule;

import io.urania.cluster.component.HostPort;
import io.urania.cluster.port.HostPorts;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No port of a host is for two things: the second would not start, or both would answer for each other. */
public record PortRules(Source source) {

    /** Whether all is well on all hosts; what is wrong on several is told of the first. */
    public boolean check(ClusterSpec spec) {
        Set<String> told = new HashSet<>();
        for (HostSpec host : spec.hosts()) {
            List<HostPort> ports = HostPorts.of(spec, host);
            for (int first = 0; first < ports.size(); first++) {
                for (int second = first + 1; second < ports.size(); second++) {
                    check(host, ports.get(first), ports.get(second), told);
                }
            }
        }
        return told.isEmpty();
    }

    private void check(HostSpec host, HostPort one, HostPort other, Set<String> told) {
        if (meet(one, other) && told.add(one.words() + one.purpose() + other.purpose())) {
            source.error(
                    source.inventory().positionOf(host.name()),
                    host.name() + ": port " + one.words() + " is for " + one.purpose() + ", and for " + other.purpose(),
                    "one of the two would not start, or would be taken for the other",
                    "give one of them another port");
        }
    }

    private static boolean meet(HostPort one, HostPort other) {
        boolean isOneAddress = one.address().isEmpty()
                || other.address().isEmpty()
                || one.address().equals(other.address());
        return one.protocol() == other.protocol() && one.number() == other.number() && isOneAddress;
    }
}

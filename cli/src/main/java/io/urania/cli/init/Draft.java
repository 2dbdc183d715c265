package io.urania.cli.init;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An inventory to be written.
 *
 * @param hosts the nodes; the control plane first
 * @param controlPlane how many of them are the control plane and etcd: an odd number, at least 1
 * @param balancers the host with HAProxy, one of {@code hosts} or another one; empty where one control plane host needs none
 * @param port the SSH server's TCP port
 * @param kubernetes the version, as in {@code v1.36.3}
 */
public record Draft(
        List<DraftHost> hosts, int controlPlane, List<DraftHost> balancers, String user, int port, String kubernetes) {
    public Draft {
        hosts = List.copyOf(hosts);
        balancers = List.copyOf(balancers);
        if (controlPlane < 1 || controlPlane % 2 == 0 || controlPlane > hosts.size()) {
            throw new IllegalArgumentException(controlPlane + " control plane hosts of " + hosts.size());
        }
    }

    List<DraftHost> controlPlaneHosts() {
        return hosts.subList(0, controlPlane);
    }

    /** Where pods run: all other hosts, or the control plane if there are none. */
    List<DraftHost> workers() {
        return controlPlane == hosts.size() ? hosts : hosts.subList(controlPlane, hosts.size());
    }

    /** Every host once. */
    List<DraftHost> all() {
        return Stream.concat(hosts.stream(), balancers.stream()).distinct().toList();
    }

    /** Whether nodes, pods and services can have IPv6 addresses alone: those of all hosts are. */
    boolean hasOnlyIpv6() {
        return all().stream().allMatch(DraftHost::isIpv6);
    }

    /** Hosts reach each other by addresses of one family. */
    public void requireOneFamily() throws Refusal {
        Optional<DraftHost> ipv6 = all().stream().filter(DraftHost::isIpv6).findFirst();
        Optional<DraftHost> ipv4 = all().stream().filter(DraftHost::isIpv4).findFirst();
        if (ipv6.isPresent() && ipv4.isPresent()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    ipv6.get().name() + " has an IPv6 address, and "
                            + ipv4.get().name()
                            + " an IPv4 address: give all hosts addresses of one family; for both, give them IPv4 addresses, and"
                            + " then set ip6 of each in the inventory, and ipv6_stack: true");
        }
    }

    /** Whether HAProxy and an API server share a host, and therefore need two ports. */
    boolean balancerIsControlPlane() {
        return balancers.stream().anyMatch(controlPlaneHosts()::contains);
    }
}

package io.urania.cluster.preflight.host;

import io.urania.cluster.component.HostPort;
import io.urania.cluster.port.HostPorts;
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
import io.urania.engine.process.Listener;
import io.urania.engine.process.Listener.Protocol;
import io.urania.engine.process.ListenerProbe;
import io.urania.engine.process.RunningProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * No stranger has a port of the cluster. kubeadm's own look at ports is left out, for it cannot tell a cluster that is there from a stranger.
 */
record PortsTaken() implements HostRule {

    /** It holds the sockets of units that it starts at the first connection. */
    private static final long SYSTEMD = 1;

    @Override
    public String id() {
        return "ports-taken";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a process that is not the role's program uses a port of the cluster, on an address that conflicts",
                "the program would not start",
                "`systemctl stop` its unit",
                "Kubernetes, \"Ports and Protocols\"");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return HostPorts.of(spec, host).stream()
                .<Question<?>>map(port -> ListenerProbe.on(port.protocol(), port.number()))
                .distinct()
                .toList();
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        List<HostPort> ports = HostPorts.of(situation.spec(), host);
        // One finding for each process, whatever number of ports it has.
        Map<Optional<RunningProcess>, List<HostPort>> taken = new LinkedHashMap<>();
        for (HostPort port : ports) {
            for (Listener listener : facts.answer(ListenerProbe.on(port.protocol(), port.number()))) {
                if (isInTheWay(port, listener) && !isOurs(listener, ports)) {
                    List<HostPort> of = taken.computeIfAbsent(listener.process(), _ -> new ArrayList<>());
                    if (!of.contains(port)) {
                        of.add(port);
                    }
                }
            }
        }
        return taken.entrySet().stream()
                .map(entry -> finding(host, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Of two sockets with one port, each keeps the other away from an address that both want. */
    private static boolean isInTheWay(HostPort port, Listener listener) {
        return port.address().isEmpty()
                || listener.isEverywhere()
                || port.address().equals(Address.parse(listener.address()));
    }

    private static boolean isOurs(Listener listener, List<HostPort> ports) {
        if (listener.process().isEmpty()) {
            // A socket for packets that no process has is the kernel's own, as each link of kind vxlan has one.
            return listener.protocol() == Protocol.UDP;
        }
        // The program of a role may have all ports of that number, which two roles of a host may want.
        Set<String> programs = ports.stream()
                .filter(port -> port.number() == listener.port())
                .flatMap(port -> port.programs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return programs.contains(listener.process().get().name());
    }

    private Finding finding(HostSpec host, Optional<RunningProcess> process, List<HostPort> ports) {
        String numbers = ports.stream().map(HostPort::words).distinct().collect(Collectors.joining(", "));
        String purposes = ports.stream().map(HostPort::purpose).distinct().collect(Collectors.joining(", "));
        boolean several = ports.stream().map(HostPort::words).distinct().count() > 1;
        return error(
                host.name(),
                (several ? "ports " : "port ") + numbers + (several ? " are" : " is") + " taken by "
                        + process.map(RunningProcess::words).orElse("a process that is not visible from the host"),
                (several ? "they are for " : "it is for ") + purposes,
                process.map(PortsTaken::remedy)
                        .orElse("find it: a container with a network of its own may forward the port"));
    }

    private static String remedy(RunningProcess process) {
        if (process.number() == SYSTEMD) {
            return "find its unit with: systemctl list-sockets; then stop it with: systemctl disable --now UNIT";
        }
        return process.unit().endsWith(".service")
                ? process.end() + "; if it starts at boot, also: systemctl disable " + process.unit()
                : process.end();
    }
}

package io.urania.lab.layout;

import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says of each host of a rack what it is made of. */
public final class HostKinds {
    private HostKinds() {}

    /**
     * The hosts, each with its kind.
     *
     * @param usual what hosts are made of
     * @param virtualMachines short or full names of those that are virtual machines all the same
     */
    public static List<RackNode> choose(List<RackNode> hosts, HostKind usual, Collection<String> virtualMachines)
            throws RackException {
        List<RackProblem> problems = virtualMachines.stream()
                .filter(name -> hosts.stream().noneMatch(host -> host.isCalled(name)))
                .map(name -> new RackProblem(
                        "no host has the name '" + name + "'",
                        "a virtual machine is one of the rack's hosts",
                        "choose from " + hosts.stream().map(RackNode::shortName).collect(Collectors.joining(", "))))
                .toList();
        if (!problems.isEmpty()) {
            throw new RackException(problems);
        }
        return hosts.stream()
                .map(host -> virtualMachines.stream().anyMatch(host::isCalled)
                        ? host.withKind(HostKind.VIRTUAL_MACHINE)
                        : host.withKind(usual))
                .toList();
    }
}

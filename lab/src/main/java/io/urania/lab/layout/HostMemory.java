package io.urania.lab.layout;

import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of each host of a rack how much memory it has. */
public final class HostMemory {
    /** With it apt of a bare host installs packages, and nothing is killed. */
    private static final Memory LEAST = new Memory(256);

    private final List<RackNode> hosts;
    private final long machine;
    private final List<RackProblem> problems = new ArrayList<>();
    private Optional<Memory> ofAll = Optional.empty();
    private final Map<RackNode, Memory> ofSingleHosts = new HashMap<>();

    private HostMemory(List<RackNode> hosts, long machine) {
        this.hosts = hosts;
        this.machine = machine;
    }

    /**
     * The hosts, each with its memory; all that is wrong with the wishes is told at once.
     *
     * @param wishes {@code 924m} for all hosts, {@code thalia=924m} for one of them; a host that nothing is said of has no limit, or,
     *     as a virtual machine, what is usual for its role
     * @param machine how much memory this machine has, in bytes
     */
    public static List<RackNode> choose(List<RackNode> hosts, List<String> wishes, long machine) throws RackException {
        var choice = new HostMemory(hosts, machine);
        wishes.forEach(choice::add);
        if (!choice.problems.isEmpty()) {
            throw new RackException(choice.problems);
        }
        return hosts.stream().map(choice::withMemory).toList();
    }

    private RackNode withMemory(RackNode host) {
        return Optional.ofNullable(ofSingleHosts.get(host))
                .or(() -> ofAll)
                .map(host::withMemory)
                .orElse(host);
    }

    private void add(String wish) {
        String[] parts = wish.split("=", 2);
        if (parts.length == 1) {
            if (ofAll.isPresent()) {
                problems.add(new RackProblem(
                        "the memory of all hosts is specified twice: %s and %s".formatted(ofAll.get(), wish),
                        "they can have one amount only",
                        "specify it once; other amounts for single hosts are written HOST=MEMORY"));
            }
            memory(wish, "all hosts").ifPresent(memory -> ofAll = Optional.of(memory));
            return;
        }
        Optional<RackNode> host =
                hosts.stream().filter(each -> each.isCalled(parts[0])).findFirst();
        Optional<Memory> memory = memory(parts[1], host.map(RackNode::shortName).orElse(parts[0]));
        if (host.isEmpty()) {
            problems.add(new RackProblem(
                    "no host has the name '" + parts[0] + "'",
                    "memory is specified for all of the rack's hosts or for one of them",
                    "choose from " + hosts.stream().map(RackNode::shortName).collect(Collectors.joining(", "))));
        } else if (memory.isPresent() && ofSingleHosts.put(host.get(), memory.get()) != null) {
            problems.add(new RackProblem(
                    "the memory of " + host.get().shortName() + " is specified twice",
                    "a host can have one amount only",
                    "specify it once"));
        }
    }

    private Optional<Memory> memory(String word, String whose) {
        Optional<Memory> memory = Memory.parse(word);
        if (memory.isEmpty()) {
            problems.add(new RackProblem(
                    "'" + word + "' is not a valid amount of memory for " + whose,
                    "it is a whole number of mebibytes (m) or gibibytes (g)",
                    "write 924m or 2g for all hosts, HOST=924m for one of them"));
        } else if (memory.get().mebibytes() < LEAST.mebibytes()) {
            problems.add(new RackProblem(
                    "%s of memory is too little for %s".formatted(memory.get(), whose),
                    "below %s the kernel may kill systemd, the ssh server or apt of a bare host".formatted(LEAST),
                    "specify %s or more".formatted(LEAST)));
        } else if (memory.get().bytes() > machine) {
            problems.add(new RackProblem(
                    "%s of memory for %s is more than this machine has".formatted(memory.get(), whose),
                    "this machine has %dM".formatted(machine >> 20),
                    "specify less, or leave out --memory for hosts without a limit"));
        }
        return memory;
    }
}

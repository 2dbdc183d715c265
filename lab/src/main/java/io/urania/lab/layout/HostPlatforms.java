package io.urania.lab.layout;

import io.urania.lab.platform.Platform;
import io.urania.lab.platform.PlatformWish;
import io.urania.lab.platform.PlatformWords;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of each host of a rack what it runs. */
public final class HostPlatforms {
    private HostPlatforms() {}

    /**
     * The hosts, each with its platform; all that is wrong with the wish is told at once.
     *
     * @param hosts the hosts of a rack, each with its kind
     */
    public static List<RackNode> choose(List<RackNode> hosts, PlatformWish wish) throws RackException {
        List<RackProblem> problems = new ArrayList<>();
        var words = new PlatformWords(problems::add);
        Platform usual = words.platform(wish.distribution(), wish.architecture(), Platform.usual());
        Map<RackNode, Platform> others = new HashMap<>();
        for (String request : wish.hosts()) {
            String[] parts = request.split("=", 2);
            Optional<RackNode> host =
                    hosts.stream().filter(each -> each.isCalled(parts[0])).findFirst();
            if (parts.length == 1 || parts[1].isEmpty() || parts[1].equals("/")) {
                problems.add(new RackProblem(
                        "'" + request + "' does not say what the host runs",
                        "--host requires an operating system, an architecture, or both",
                        "write HOST=OS, HOST=OS/ARCH or HOST=/ARCH, such as thalia=debian-12/armhf"));
            } else if (host.isEmpty()) {
                problems.add(new RackProblem(
                        "no host has the name '" + parts[0] + "'",
                        "an operating system is chosen for one of the rack's hosts",
                        "choose from " + hosts.stream().map(RackNode::shortName).collect(Collectors.joining(", "))));
            } else if (others.put(host.get(), words.platform(parts[1], usual)) != null) {
                problems.add(new RackProblem(
                        "the host " + host.get().shortName() + " is named twice",
                        "it can run one operating system only",
                        "say once what it runs"));
            }
        }
        List<RackNode> chosen = hosts.stream()
                .map(host -> host.withPlatform(others.getOrDefault(host, usual)))
                .toList();
        if (problems.isEmpty()) {
            chosen.stream()
                    .filter(HostPlatforms::isUnfit)
                    .map(HostPlatforms::unfit)
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new RackException(problems);
        }
        return chosen;
    }

    private static boolean isUnfit(RackNode host) {
        return switch (host.kind()) {
            case CONTAINER -> false;
            case VIRTUAL_MACHINE -> !host.platform().equals(Platform.usual());
        };
    }

    private static RackProblem unfit(RackNode host) {
        return new RackProblem(
                "the virtual machine %s cannot run %s".formatted(host.shortName(), host.platform()),
                "virtual machines boot the kernel of %s".formatted(Platform.usual()),
                "create the host as a container, or give it that system: --host %s=%s"
                        .formatted(host.shortName(), Platform.usual()));
    }
}

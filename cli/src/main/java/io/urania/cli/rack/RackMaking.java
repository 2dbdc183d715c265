package io.urania.cli.rack;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.cli.operation.Consent;
import io.urania.cli.progress.Displays;
import io.urania.cli.progress.Output;
import io.urania.cluster.operation.BundleNeeds;
import io.urania.control.bundle.Bundles;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.port.Steps;
import io.urania.lab.Rack;
import io.urania.lab.RackHost;
import io.urania.lab.RackOptions;
import io.urania.lab.inventory.ArticleInventory;
import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.NodeSelection;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import io.urania.lab.layout.Subnet;
import io.urania.lab.platform.PlatformWish;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes racks and starts them, with all that they need on this machine. */
public final class RackMaking {

    private final Displays displays;
    private final Bundles bundles;

    public RackMaking(Displays displays, Bundles bundles) {
        this.displays = displays;
        this.bundles = bundles;
    }

    /**
     * What the person wants.
     *
     * @param kubernetes the version, or empty for the default, or that of the rack which is there
     * @param nodes names or a number, or empty for all nodes, or those of the rack which is there
     * @param network an IPv4 network, or empty for one that is free, or that of the rack which is there
     * @param kind the label of a kind of hosts, or empty for the usual one, or those of the rack which is there
     * @param virtualMachines names of hosts that are virtual machines, whatever the others are
     * @param platforms what hosts run, or nothing for the usual, or for what those of the rack which is there run
     * @param memory how much memory hosts have, as {@link RackOptions#memory}
     */
    public record Wish(
            Path directory,
            String kubernetes,
            String nodes,
            String network,
            String kind,
            List<String> virtualMachines,
            PlatformWish platforms,
            List<String> memory) {

        public Wish {
            virtualMachines = List.copyOf(virtualMachines);
            memory = List.copyOf(memory);
        }

        private boolean saysKinds() {
            return !kind.isEmpty() || !virtualMachines.isEmpty();
        }

        private RackOptions options() throws ArtifactException, Refusal, IOException {
            RackOptions options = RackOptions.defaults()
                    .withNodes(nodes)
                    .withNetwork(rackNetwork())
                    .withKind(hostKind())
                    .withVirtualMachines(virtualMachines)
                    .withPlatforms(platforms)
                    .withMemory(memory);
            return kubernetes.isEmpty()
                    ? options
                    : options.withKubernetesVersion(
                            KubernetesVersion.parse(kubernetes).toString());
        }

        private HostKind hostKind() throws Refusal {
            if (kind.isEmpty()) {
                return HostKind.CONTAINER;
            }
            return Arrays.stream(HostKind.values())
                    .filter(known -> known.label().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            ExitCode.USAGE,
                            "--kind " + kind + ": choose from "
                                    + Arrays.stream(HostKind.values())
                                            .map(HostKind::label)
                                            .collect(Collectors.joining(", "))));
        }

        private RackNetwork rackNetwork() throws Refusal, IOException {
            try {
                return network.isEmpty() ? Rack.freeNetwork() : RackNetwork.of(Subnet.parse(network));
            } catch (IllegalArgumentException unfit) {
                throw new Refusal(
                        ExitCode.USAGE,
                        "--network " + network + ": must be an IPv4 /24 network, such as 10.42.252.0/24");
            }
        }
    }

    /** Checks the machine and installs the packages it lacks, after asking; changes nothing if there is a problem. */
    public void prepare(Wish wish, Consent consent, Output output)
            throws RackException, ArtifactException, Refusal, IOException, InterruptedException {
        RackOptions options = wish.options();
        boolean exists = Rack.exists(wish.directory());
        List<RackProblem> problems =
                exists ? Rack.open(wish.directory()).check() : Rack.check(wish.directory(), options);
        if (!problems.isEmpty()) {
            throw new RackException(problems);
        }
        List<String> missing = exists ? Rack.open(wish.directory()).missingPackages() : Rack.missingPackages(options);
        if (!missing.isEmpty()) {
            consent.require(
                    "A virtual rack needs these Debian packages: " + String.join(" ", missing) + ". Install them?");
            try (Steps steps = displays.steps(output)) {
                Rack.installPackages(missing, new StepsOfRack(steps));
            }
        }
    }

    /** The rack in the directory, made if it is not there. */
    public Rack make(Wish wish, Output output)
            throws RackException, ArtifactException, Refusal, IOException, InterruptedException {
        if (Rack.exists(wish.directory())) {
            Rack rack = Rack.open(wish.directory());
            refuseAnother(rack, wish);
            return rack;
        }
        try (Steps steps = displays.steps(output)) {
            steps.started("Create the rack in " + wish.directory());
            Rack rack = Rack.create(wish.directory(), wish.options());
            steps.finished();
            return rack;
        }
    }

    /** Starts all hosts of a rack that do not run. */
    public void start(Rack rack, Output output) throws RackException, IOException, InterruptedException {
        try (Steps steps = displays.steps(output)) {
            rack.start(List.of(), new StepsOfRack(steps));
        }
    }

    /** Makes the bundle that the rack's hosts will be installed from, unless the cache has it. */
    public void obtainBundle(Rack rack, Output output) throws ArtifactException, InterruptedException {
        SortedSet<Architecture> architectures = new TreeSet<>();
        for (String name : rack.architectures()) {
            architectures.add(Architecture.parse(name));
        }
        try (Steps steps = displays.steps(output)) {
            bundles.obtain(
                    BundleNeeds.usual(KubernetesVersion.parse(rack.kubernetesVersion()))
                            .on(architectures),
                    Optional.empty(),
                    steps);
        }
    }

    /** A rack is what it was made to be: other wishes need another rack. */
    private static void refuseAnother(Rack rack, Wish wish)
            throws RackException, ArtifactException, Refusal, IOException {
        RackOptions options = wish.options();
        if (!wish.kubernetes().isEmpty() && !options.kubernetesVersion().equals(rack.kubernetesVersion())) {
            throw different(rack, "is for Kubernetes " + rack.kubernetesVersion());
        }
        if (!wish.network().isEmpty() && !options.network().equals(rack.network())) {
            throw different(rack, "has the network " + rack.network().subnet());
        }
        if (!wish.nodes().isEmpty()) {
            List<String> wanted =
                    NodeSelection.choose(ArticleInventory.nodes(options.network()), options.nodes()).stream()
                            .map(RackNode::shortName)
                            .toList();
            List<String> present = rack.list().hosts().stream()
                    .map(RackHost::shortName)
                    .filter(name -> !name.equals(
                            ArticleInventory.balancer(options.network()).shortName()))
                    .toList();
            if (!wanted.equals(present)) {
                throw different(rack, "has the nodes " + String.join(" ", present));
            }
        }
        List<RackHost> hosts = rack.list().hosts();
        RackOptions ofItsHosts = options.withNodes(hosts.stream()
                .filter(host -> !host.role().equals(Role.LOAD_BALANCER.label()))
                .map(RackHost::name)
                .collect(Collectors.joining(",")));
        if (wish.saysKinds()) {
            Set<String> wanted = Rack.virtualMachines(ofItsHosts);
            Set<String> present = hosts.stream()
                    .filter(host -> host.kind() == HostKind.VIRTUAL_MACHINE)
                    .map(RackHost::name)
                    .collect(Collectors.toSet());
            if (!wanted.equals(present)) {
                throw different(
                        rack,
                        "has other virtual machines: "
                                + (present.isEmpty() ? "none" : String.join(" ", new TreeSet<>(present))));
            }
        }
        if (!wish.platforms().isEmpty() && !Rack.platforms(ofItsHosts).equals(rack.platforms())) {
            throw different(
                    rack,
                    "has hosts with other systems: "
                            + rack.platforms().entrySet().stream()
                                    .map(host -> host.getKey() + "=" + host.getValue())
                                    .collect(Collectors.joining(" ")));
        }
        if (!wish.memory().isEmpty() && !Rack.memory(ofItsHosts).equals(rack.memory())) {
            throw different(
                    rack,
                    "has hosts with other memory: "
                            + (rack.memory().isEmpty()
                                    ? "no host has an amount of its own"
                                    : rack.memory().entrySet().stream()
                                            .map(host -> host.getKey() + "=" + host.getValue())
                                            .collect(Collectors.joining(" "))));
        }
    }

    private static Refusal different(Rack rack, String what) {
        return new Refusal(
                ExitCode.USAGE,
                "the rack in " + rack.directory() + " already exists and " + what + "; destroy it first (lab destroy "
                        + rack.directory() + "), or use another directory");
    }
}

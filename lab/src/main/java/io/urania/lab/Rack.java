package io.urania.lab;

import io.urania.lab.fault.FullDisk;
import io.urania.lab.host.Host;
import io.urania.lab.host.HostFiles;
import io.urania.lab.inventory.ArticleInventory;
import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.Memory;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.machine.BinaryFormats;
import io.urania.lab.machine.FreeNetwork;
import io.urania.lab.machine.KernelSettings;
import io.urania.lab.machine.MachineProbe;
import io.urania.lab.machine.Preflight;
import io.urania.lab.machine.RequiredPackages;
import io.urania.lab.network.Bridge;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import io.urania.lab.report.RackProgress;
import io.urania.lab.system.DirectoryRemoval;
import io.urania.lab.system.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A virtual rack: the article's hosts, as containers or virtual machines with their own systemd and ssh server, on one Linux machine. All of
 * it lives in one directory; what runs is asked of the system, never of a file, so that every method works after a
 * reboot of the machine or the death of a program half way.
 *
 * <p>Methods that take host names accept short and full ones; an empty collection means every host.
 */
public final class Rack {
    /** The folder with the article's inventory, for {@code -i}. */
    public static final String INVENTORY = "inventory";
    /** The folder with the inventory to read after it. */
    public static final String SECOND_INVENTORY = "lab";

    static final String HOSTS = "hosts";
    static final String PRIVATE_KEY = "id_ed25519";
    static final String PUBLIC_KEY = PRIVATE_KEY + ".pub";

    private final Path directory;
    private final KernelSettings kernelSettings;
    private final BinaryFormats binaryFormats;
    private RackFile file;

    private Rack(Path directory, RackFile file) {
        this.directory = directory;
        this.file = file;
        this.kernelSettings = KernelSettings.ofThisMachine();
        this.binaryFormats = BinaryFormats.ofThisMachine();
    }

    /**
     * Debian packages this machine lacks for running a rack with these options; name them to the user before {@link
     * #installPackages}.
     */
    public static List<String> missingPackages(RackOptions options) throws RackException, IOException {
        return missingPackages(RackCreation.hosts(options));
    }

    /** Debian packages this machine lacks for running this rack. */
    public List<String> missingPackages() {
        return missingPackages(file.nodes());
    }

    /** The full names of the hosts that would be virtual machines in a rack with these options. */
    public static Set<String> virtualMachines(RackOptions options) throws RackException, IOException {
        return RackCreation.hosts(options).stream()
                .filter(host -> host.kind() == HostKind.VIRTUAL_MACHINE)
                .map(RackNode::name)
                .collect(Collectors.toSet());
    }

    /** What each host would run in a rack with these options, by full name: {@code debian-12/armhf}. */
    public static SortedMap<String, String> platforms(RackOptions options) throws RackException, IOException {
        return platforms(RackCreation.hosts(options));
    }

    /** What each of the rack's hosts runs, by full name. */
    public SortedMap<String, String> platforms() {
        return platforms(file.nodes());
    }

    /** The memory of those hosts that have an amount of their own in a rack with these options, by full name. */
    public static SortedMap<String, Memory> memory(RackOptions options) throws RackException, IOException {
        return memory(RackCreation.hosts(options));
    }

    /** The memory of those of the rack's hosts that have an amount of their own, by full name. */
    public SortedMap<String, Memory> memory() {
        return memory(file.nodes());
    }

    private static SortedMap<String, Memory> memory(List<RackNode> hosts) {
        var amounts = new TreeMap<String, Memory>();
        hosts.forEach(host -> host.memory().ifPresent(memory -> amounts.put(host.name(), memory)));
        return amounts;
    }

    /** The architectures of its hosts, by Debian's names. */
    public SortedSet<String> architectures() {
        return file.nodes().stream()
                .map(node -> node.platform().architecture().label())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, String> platforms(List<RackNode> hosts) {
        var platforms = new TreeMap<String, String>();
        hosts.forEach(host -> platforms.put(host.name(), host.platform().label()));
        return platforms;
    }

    private static List<String> missingPackages(List<RackNode> hosts) {
        return RequiredPackages.missing(
                hosts.stream().map(RackNode::kind).collect(Collectors.toSet()), RackFile.foreign(hosts));
    }

    public static void installPackages(List<String> packages, RackProgress progress)
            throws RackException, IOException, InterruptedException {
        progress.step("Install " + String.join(", ", packages), hosts -> RequiredPackages.install(packages));
    }

    /** Whether the directory holds a rack. */
    public static boolean exists(Path directory) {
        return RackFile.isIn(directory);
    }

    /** A network that nothing on this machine uses: the article's if it can be had. */
    public static RackNetwork freeNetwork() throws IOException {
        return FreeNetwork.first(MachineProbe.networks());
    }

    /**
     * What would keep a rack with these options from running here; for a rack that exists, {@link #check()}. Changes
     * nothing.
     */
    public static List<RackProblem> check(Path directory, RackOptions options)
            throws RackException, IOException, InterruptedException {
        Path absolute = absolute(directory);
        List<RackProblem> problems = new ArrayList<>();
        try {
            List<RackNode> hosts = RackCreation.hosts(options);
            RackCreation.refuseWhatIsNotEmpty(absolute);
            problems.addAll(Preflight.check(
                    MachineProbe.read(absolute, options.network()),
                    absolute,
                    options.network(),
                    Bridge.alias(absolute),
                    hosts));
        } catch (RackException refused) {
            problems.addAll(refused.problems());
        }
        return List.copyOf(problems);
    }

    /** Writes the files of a new rack; nothing is started. */
    public static Rack create(Path directory, RackOptions options)
            throws RackException, IOException, InterruptedException {
        Path absolute = absolute(directory);
        return new Rack(absolute, new RackCreation(absolute, options).create());
    }

    /** The rack in this directory. */
    public static Rack open(Path directory) throws RackException, IOException {
        Path absolute = absolute(directory);
        return new Rack(absolute, RackFile.read(absolute));
    }

    public Path directory() {
        return directory;
    }

    /** The Kubernetes version its inventory asks for: {@code v1.36.3}. */
    public String kubernetesVersion() {
        return file.kubernetesVersion();
    }

    /** The network of its hosts. */
    public RackNetwork network() {
        return file.network();
    }

    /** The inventories of the rack, in the order in which to read them. */
    public List<Path> inventories() {
        return List.of(directory.resolve(INVENTORY), directory.resolve(SECOND_INVENTORY));
    }

    /** What would keep the rack's stopped hosts from being started. Changes nothing. */
    public List<RackProblem> check() throws RackException, IOException, InterruptedException {
        if (!file.nodes().stream().allMatch(node -> files(node).exists())) {
            return List.of(new RackProblem(
                    "the rack in " + directory + " has lost files of its hosts",
                    "it was being destroyed when the program ended",
                    "finish this with: urania lab destroy " + directory));
        }
        ProcessTable processes = ProcessTable.read();
        List<RackNode> down = file.nodes().stream()
                .filter(node -> !host(node).isUp(processes))
                .toList();
        return Preflight.check(
                MachineProbe.read(directory, file.network()), directory, file.network(), Bridge.alias(directory), down);
    }

    /** Starts what is not running; returns when ssh answers on each. */
    public void start(Collection<String> hosts, RackProgress progress)
            throws RackException, IOException, InterruptedException {
        start(hosts, Duration.ZERO, progress);
    }

    /**
     * As {@link #start(Collection, RackProgress)}, with clocks that are wrong until the hosts are stopped.
     *
     * @param clock how far the clocks are ahead of this machine's; behind it, if negative; if it is not zero, each of the hosts must be
     *     a virtual machine that is not running
     */
    public void start(Collection<String> hosts, Duration clock, RackProgress progress)
            throws RackException, IOException, InterruptedException {
        List<RackNode> nodes = nodes(hosts);
        try (var _ = RackLock.hold(directory)) {
            List<RackProblem> problems = new ArrayList<>(check());
            if (!clock.isZero()) {
                problems.addAll(Clocks.refused(nodes.stream().map(this::host).toList(), ProcessTable.read()));
            }
            if (!problems.isEmpty()) {
                throw new RackException(problems);
            }
            var start = new RackStart(directory);
            progress.step("Operating system for the hosts", _ -> {
                binaryFormats.register(file.id(), directory.resolve(RackFile.NAME), RackFile.foreign(nodes));
                file = start.ensureBases(file, nodes);
                start.prepare(file, nodes);
            });
            progress.step("Network " + file.network().bridge(), _ -> {
                kernelSettings.raise();
                new Bridge(file.network()).up(directory, ArticleInventory.clusterNetworks());
            });
            progress.step("Boot hosts", listener -> start.boot(file, nodes, clock, listener));
        }
    }

    /** Shuts hosts down in order. */
    public void stop(Collection<String> hosts, RackProgress progress)
            throws RackException, IOException, InterruptedException {
        List<RackNode> nodes = nodes(hosts);
        try (var _ = RackLock.hold(directory)) {
            progress.step(
                    "Stop hosts",
                    listener -> AllHosts.run(nodes, node -> {
                        host(node).stop();
                        listener.done(node.shortName());
                    }));
        }
    }

    /** Cuts hosts off the network, as if their cables were pulled; they go on running. */
    public void cut(Collection<String> hosts) throws RackException, IOException, InterruptedException {
        for (RackNode node : nodes(hosts)) {
            running(node).cut();
        }
    }

    /**
     * Fills the disks of hosts, as far as directories are concerned.
     *
     * @param directories absolute paths; empty for the usual ones
     */
    public void fill(Collection<String> hosts, List<String> directories)
            throws RackException, IOException, InterruptedException {
        for (RackNode node : nodes(hosts)) {
            new FullDisk(running(node)).fill(directories.isEmpty() ? FullDisk.USUAL : directories);
        }
    }

    /** Takes back what {@link #cut} and {@link #fill} did to those of the hosts that run; a stopped one boots without it. */
    public void heal(Collection<String> hosts) throws RackException, IOException, InterruptedException {
        ProcessTable processes = ProcessTable.read();
        for (RackNode node : nodes(hosts)) {
            Host host = host(node);
            if (host.takesCommands(processes)) {
                host.connect();
                new FullDisk(host).heal();
            }
        }
    }

    /** A process builder for a command inside a running host, as root; in a container it works before ssh does. */
    public ProcessBuilder command(String host, List<String> command) throws RackException, IOException {
        return host(nodes(List.of(host)).getFirst()).command(command);
    }

    /** Runs a command inside a host with this program's own input and outputs; returns the command's exit code. */
    public int exec(String host, List<String> command) throws RackException, IOException, InterruptedException {
        return command(host, command).inheritIO().start().waitFor();
    }

    /** The hosts as they are now. */
    public RackState list() throws IOException {
        ProcessTable processes = ProcessTable.read();
        List<RackHost> hosts = new ArrayList<>();
        for (RackNode node : file.nodes()) {
            Host host = host(node);
            HostState state =
                    host.isUp(processes) ? HostState.RUNNING : host.isSeeded() ? HostState.STOPPED : HostState.ABSENT;
            hosts.add(new RackHost(
                    node.name(),
                    node.shortName(),
                    node.address(),
                    node.role().label(),
                    node.kind(),
                    state,
                    node.platform().architecture().label(),
                    file.peculiarity(node),
                    node.memory(),
                    OperatingSystem.of(
                            host.files(),
                            file.base(node.platform()),
                            node.platform().distribution())));
        }
        return new RackState(directory, file.kubernetesVersion(), hosts);
    }

    /**
     * Ends all hosts and takes away everything the rack has put on this machine: processes, mounts, links, cgroups,
     * rules, and its files. Files in its directory that are not the rack's stay. The base tree stays in the cache.
     */
    public void destroy(RackProgress progress) throws RackException, IOException, InterruptedException {
        try (var _ = RackLock.hold(directory)) {
            progress.step(
                    "End hosts",
                    listener -> AllHosts.run(file.nodes(), node -> {
                        host(node).end();
                        listener.done(node.shortName());
                    }));
            progress.step("Remove network " + file.network().bridge(), _ -> {
                new Bridge(file.network()).down(directory);
                binaryFormats.release(file.id());
                if (!Bridge.anyUp()) {
                    kernelSettings.restore();
                }
            });
            progress.step("Delete files", _ -> {
                for (String name : List.of(
                        HOSTS, INVENTORY, SECOND_INVENTORY, PRIVATE_KEY, PUBLIC_KEY, RackFile.NAME, RackLock.NAME)) {
                    DirectoryRemoval.remove(directory.resolve(name));
                }
            });
        }
        try (Stream<Path> left = Files.list(directory)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(directory);
    }

    private Host running(RackNode node) throws RackException, IOException {
        Host host = host(node);
        if (!host.takesCommands(ProcessTable.read())) {
            throw host.notRunning();
        }
        return host;
    }

    private List<RackNode> nodes(Collection<String> names) throws RackException {
        List<RackProblem> problems = names.stream()
                .filter(name -> file.nodes().stream().noneMatch(node -> node.isCalled(name)))
                .map(name -> new RackProblem(
                        "no host has the name '" + name + "'",
                        "the rack in " + directory + " has other hosts",
                        "choose from "
                                + String.join(
                                        ", ",
                                        file.nodes().stream()
                                                .map(RackNode::shortName)
                                                .toList())))
                .toList();
        if (!problems.isEmpty()) {
            throw new RackException(problems);
        }
        return file.nodes().stream()
                .filter(node -> names.isEmpty() || names.stream().anyMatch(name -> node.isCalled(name)))
                .toList();
    }

    private HostFiles files(RackNode node) {
        return hostFiles(directory, node);
    }

    private Host host(RackNode node) {
        return new Hosts(directory, file).of(node);
    }

    /** The hosts' keys by name and address. */
    static Path knownHosts(Path directory) {
        return directory.resolve(INVENTORY).resolve(".urania").resolve("known_hosts");
    }

    static HostFiles hostFiles(Path directory, RackNode node) {
        return new HostFiles(directory.resolve(HOSTS).resolve(node.shortName()));
    }

    private static Path absolute(Path directory) {
        return directory.toAbsolutePath().normalize();
    }
}

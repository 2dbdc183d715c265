package io.urania.lab;

import io.urania.lab.card.PasswordHash;
import io.urania.lab.card.Peculiarity;
import io.urania.lab.host.HostFiles;
import io.urania.lab.inventory.ArticleInventory;
import io.urania.lab.inventory.InventoryReduction;
import io.urania.lab.inventory.SecondInventory;
import io.urania.lab.layout.HostKinds;
import io.urania.lab.layout.HostMemory;
import io.urania.lab.layout.HostPlatforms;
import io.urania.lab.layout.NodeSelection;
import io.urania.lab.layout.RackNode;
import io.urania.lab.machine.MachineProbe;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import io.urania.lab.system.Commands;
import io.urania.lab.system.DirectoryRemoval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files of a new rack. Its directory appears whole or not at all. */
final class RackCreation {
    private static final String PRIVATE = "rwx------";
    private static final String SECRET = "rw-------";

    private static final int ID_LENGTH = 6;

    private final Path directory;
    private final RackOptions options;

    RackCreation(Path directory, RackOptions options) {
        this.directory = directory;
        this.options = options;
    }

    RackFile create() throws RackException, IOException, InterruptedException {
        refuseWhatIsNotEmpty(directory);
        List<RackNode> hosts = hosts(options);
        RackNode balancer = hosts.getLast();

        SortedMap<String, Peculiarity> peculiarities = new TreeMap<>(Peculiarity.of(hosts));
        SortedMap<String, String> passwords = sudoPasswords(peculiarities);

        Path half = directory.resolveSibling("." + directory.getFileName() + ".partial");
        DirectoryRemoval.remove(half);
        Files.createDirectories(half);
        write(half.resolve(Rack.INVENTORY), articleFiles(hosts));
        write(
                half.resolve(Rack.SECOND_INVENTORY),
                secondInventory(hosts, balancer, passwords).files());
        Commands.output(List.of(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-C",
                "urania-rack",
                "-f",
                key(half).toString()));
        hostKeys(half, hosts);
        for (Map.Entry<String, String> password : passwords.entrySet()) {
            new HostFiles(half.resolve(Rack.HOSTS).resolve(password.getKey()))
                    .keepPasswordHash(PasswordHash.of(password.getValue()));
        }
        var file = new RackFile(
                RackFile.FORMAT,
                UUID.randomUUID().toString().substring(0, ID_LENGTH),
                options.network().bridge(),
                options.network().subnet().toString(),
                options.kubernetesVersion(),
                hosts,
                peculiarities,
                null,
                null);
        file.write(half);
        Files.deleteIfExists(directory);
        Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
        return file;
    }

    /** The hosts these options ask for: nodes in the article's order, then the balancer. */
    static List<RackNode> hosts(RackOptions options) throws RackException, IOException {
        List<RackNode> hosts =
                new ArrayList<>(NodeSelection.choose(ArticleInventory.nodes(options.network()), options.nodes()));
        hosts.add(ArticleInventory.balancer(options.network()));
        List<RackProblem> problems = new ArrayList<>();
        hosts = chosen(hosts, each -> HostKinds.choose(each, options.kind(), options.virtualMachines()), problems);
        hosts = chosen(hosts, each -> HostPlatforms.choose(each, options.platforms()), problems);
        hosts = chosen(hosts, each -> HostMemory.choose(each, options.memory(), MachineProbe.memoryTotal()), problems);
        if (!problems.isEmpty()) {
            throw new RackException(problems);
        }
        return hosts;
    }

    /** The hosts as this choice makes them, or as they were where it has problems: the choices after it have theirs told too. */
    private static List<RackNode> chosen(List<RackNode> hosts, Choice choice, List<RackProblem> problems)
            throws IOException {
        try {
            return choice.of(hosts);
        } catch (RackException refused) {
            problems.addAll(refused.problems());
            return hosts;
        }
    }

    /** Says something of each host of a rack. */
    private interface Choice {
        List<RackNode> of(List<RackNode> hosts) throws RackException, IOException;
    }

    static void refuseWhatIsNotEmpty(Path directory) throws RackException, IOException {
        if (!Files.exists(directory)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(directory)) {
            try (Stream<Path> content = Files.list(directory)) {
                empty = content.findAny().isEmpty();
            }
        }
        if (!empty) {
            throw new RackException(
                    directory + (RackFile.isIn(directory) ? " already contains a rack" : " exists and is not a rack"),
                    "a new rack needs a directory of its own",
                    RackFile.isIn(directory)
                            ? "use it (urania lab up " + directory + "), destroy it first, or use another directory"
                            : "use another directory");
        }
    }

    private SortedMap<String, String> articleFiles(List<RackNode> hosts) throws IOException {
        SortedMap<String, String> files = ArticleInventory.files();
        Set<String> keep = hosts.stream().map(RackNode::name).collect(Collectors.toSet());
        files.computeIfPresent(ArticleInventory.HOSTS_FILE, (name, text) -> InventoryReduction.reduce(text, keep));
        return files;
    }

    /** By short name; made for this rack alone. */
    private static SortedMap<String, String> sudoPasswords(Map<String, Peculiarity> peculiarities) {
        var passwords = new TreeMap<String, String>();
        peculiarities.forEach((host, peculiarity) -> {
            if (peculiarity == Peculiarity.SUDO_LOGIN) {
                passwords.put(host, UUID.randomUUID().toString());
            }
        });
        return passwords;
    }

    private SecondInventory secondInventory(
            List<RackNode> hosts, RackNode balancer, SortedMap<String, String> passwords) throws IOException {
        return new SecondInventory(
                options.network(),
                hosts,
                balancer,
                key(directory),
                passwords,
                options.kubernetesVersion(),
                MachineProbe.nameServers(),
                MachineProbe.sharedKernel());
    }

    private static void hostKeys(Path rack, List<RackNode> hosts)
            throws RackException, IOException, InterruptedException {
        var knownHosts = new StringBuilder();
        for (RackNode host : hosts) {
            var files = new HostFiles(rack.resolve(Rack.HOSTS).resolve(host.shortName()));
            files.create(host);
            knownHosts.append(
                    "%s,%s,%s %s%n".formatted(host.address(), host.name(), host.shortName(), files.publicKey()));
        }
        Path state = rack.resolve(Rack.INVENTORY).resolve(".urania");
        Files.createDirectories(state);
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString(PRIVATE));
        Files.writeString(state.resolve("known_hosts"), knownHosts, StandardCharsets.UTF_8);
    }

    private static void write(Path folder, SortedMap<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolve("..").normalize());
            if (SecondInventory.holdsSecrets(file.getKey())) {
                Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(SECRET)));
            }
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static Path key(Path rack) {
        return rack.resolve(Rack.PRIVATE_KEY);
    }
}

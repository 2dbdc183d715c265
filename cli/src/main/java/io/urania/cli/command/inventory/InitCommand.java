package io.urania.cli.command.inventory;

import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.cli.init.ArticleDraft;
import io.urania.cli.init.Draft;
import io.urania.cli.init.DraftFiles;
import io.urania.cli.init.DraftHost;
import io.urania.cli.init.DraftSettings;
import io.urania.cli.init.HostChoice;
import io.urania.cli.init.Interview;
import io.urania.cli.init.InventoryFolder;
import io.urania.cli.init.ManualDraft;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.hostkey.KeyScan;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class InitCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "init",
            "Write a starter inventory: hosts.yaml, and group_vars with the most common settings.",
            "On a terminal, asks for what no option sets; elsewhere uses the defaults. Overwrites nothing.");

    private static final Path USUAL = Path.of("inventory");
    private static final String MANUAL = "manual";
    private static final List<String> RACKS = List.of("article", MANUAL);

    private final Console console;
    private final Path workingDirectory;
    private final String program;
    private final KeyScan keys;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIRECTORY",
            description = "Where to write it (default: ./inventory).")
    private Path directory = USUAL;

    @ArgGroup
    private @Nullable Origin origin;

    /** Where the hosts come from; one of these. */
    private static final class Origin {
        @Option(
                names = "--rack",
                required = true,
                paramLabel = "RACK",
                description =
                        "The inventory of a predefined rack: article, with twelve Raspberry Pis; manual, with one control"
                                + " plane host and two workers.")
        private @Nullable String rack;

        @Option(
                names = "--hosts",
                required = true,
                paramLabel = "HOSTS",
                description = "These hosts: names, or name=address, separated by commas.")
        private @Nullable String hosts;

        @Option(
                names = "--scan",
                required = true,
                paramLabel = "NETWORK",
                description = {
                    "The hosts of a network that answer on the SSH port, such as 192.168.1.0/24; a /20 at most.",
                    "They are asked for their host key, and nothing else."
                })
        private @Nullable String network;
    }

    @Option(names = "--names", paramLabel = "NAMES", description = "Names for the hosts, separated by commas.")
    private @Nullable String names;

    @Option(
            names = "--control-plane",
            paramLabel = "N",
            description = "How many hosts, from the first on, are control plane and etcd: 1, 3 or another odd number.")
    private @Nullable String controlPlane;

    @Option(
            names = "--balancer",
            paramLabel = "NAME",
            description =
                    "Where HAProxy runs, if there are several control plane hosts: a host's name, or name=address.")
    private @Nullable String balancer;

    @Option(names = "--user", paramLabel = "NAME", description = "The login user on the hosts.")
    private @Nullable String user;

    @Option(names = "--kubernetes", paramLabel = "VERSION", description = "The version of Kubernetes.")
    private @Nullable String kubernetes;

    @Option(names = "--port", paramLabel = "PORT", description = "The SSH port, if it is not 22.")
    private int port = 22;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask: use the defaults.")
    private boolean yes;

    public InitCommand(Console console, Path workingDirectory, String program, KeyScan keys) {
        this.console = console;
        this.workingDirectory = workingDirectory;
        this.program = program;
        this.keys = keys;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 1 || port > 65535) {
            throw new Refusal(ExitCode.USAGE, "port " + port + " is not between 1 and 65535");
        }
        InventoryFolder folder = new InventoryFolder(workingDirectory.resolve(directory));
        folder.requireFree();
        String rack = origin == null ? null : origin.rack;
        SortedMap<String, String> files = rack == null ? drafted() : ofRack(rack);
        folder.write(files);
        String named = directory.equals(USUAL) ? "" : " -i " + Shell.quote(directory.toString());
        console.print("Wrote "
                + files.keySet().stream()
                        .map(file -> directory.resolve(file).toString())
                        .collect(Collectors.joining(", "))
                + ".");
        console.print("Next: " + Shell.quote(program) + " inventory check" + named);
        return ExitCode.DONE.number();
    }

    private SortedMap<String, String> ofRack(String rack) throws Refusal, IOException {
        if (!RACKS.contains(rack)) {
            throw new Refusal(
                    ExitCode.USAGE, "unknown rack '" + rack + "'; use --rack " + String.join(" or --rack ", RACKS));
        }
        if (names != null || controlPlane != null || balancer != null || port != 22) {
            throw new Refusal(
                    ExitCode.USAGE, "--rack " + rack + " sets names, roles and ports itself; remove these options");
        }
        if (rack.equals(MANUAL)) {
            return ManualDraft.files(
                    user == null ? "pi" : DraftSettings.user(user),
                    kubernetes == null ? DraftSettings.proposedKubernetes() : DraftSettings.kubernetes(kubernetes));
        }
        Map<String, String> settings = new HashMap<>();
        if (user != null) {
            settings.put("ansible_user", DraftSettings.user(user));
        }
        if (kubernetes != null) {
            settings.putAll(ArticleDraft.settingsFor(kubernetes));
        }
        return ArticleDraft.files(settings);
    }

    private SortedMap<String, String> drafted() throws Refusal, IOException, InterruptedException {
        Interview interview = new Interview(console, yes);
        List<DraftHost> hosts = hosts(interview, new HostChoice(console, keys, port));
        int count = hosts.size();
        int masters = interview.find(
                controlPlane,
                "How many of " + Count.of(count, "host") + " are the control plane",
                Integer.toString(DraftSettings.proposedControlPlane(count)),
                answer -> DraftSettings.controlPlane(answer, count));
        List<DraftHost> balancers = new ArrayList<>();
        if (masters > 1 || balancer != null) {
            balancers.add(interview.find(
                    balancer,
                    "Which host balances the load between their API servers",
                    hosts.getLast().name(),
                    answer -> DraftSettings.balancer(answer, hosts)));
        }
        String login = interview.find(user, "Login user on the hosts", "pi", DraftSettings::user);
        String version = interview.find(
                kubernetes,
                "Which version of Kubernetes",
                DraftSettings.proposedKubernetes(),
                DraftSettings::kubernetes);
        Draft draft = new Draft(hosts, masters, balancers, login, port, version);
        draft.requireOneFamily();
        return new DraftFiles(draft, program).files();
    }

    private List<DraftHost> hosts(Interview interview, HostChoice choice)
            throws Refusal, IOException, InterruptedException {
        String network = origin == null ? null : origin.network;
        if (network != null) {
            return choice.scanned(network, names, interview);
        }
        return choice.named(origin == null ? null : origin.hosts, names, interview);
    }
}

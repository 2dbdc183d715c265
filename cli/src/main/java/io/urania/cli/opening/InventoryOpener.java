package io.urania.cli.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.bundle.BundleWarning;
import io.urania.cli.bundle.Bundles;
import io.urania.cli.console.Console;
import io.urania.cli.console.TerminalEcho;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.failure.ExitCode;
import io.urania.cli.failure.ProblemList;
import io.urania.cli.hostkey.FirstContact;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.operation.SessionOpener;
import io.urania.cli.permission.AllowedBefore;
import io.urania.cli.permission.LocalPermission;
import io.urania.cli.progress.Displays;
import io.urania.cli.progress.PastDurations;
import io.urania.cli.progress.RunProgress;
import io.urania.cluster.operation.BundleNeeds;
import io.urania.cluster.operation.Cluster;
import io.urania.cluster.operation.Peers;
import io.urania.cluster.operation.Targets;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.ClusterReading;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Origins;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.distribution.Distribution;
import io.urania.engine.distribution.OwnBridges;
import io.urania.engine.event.EventSink;
import io.urania.engine.lease.HostLeases;
import io.urania.engine.lease.LeaseClaim;
import io.urania.engine.lease.LeaseInspection;
import io.urania.engine.lease.LeaseScript;
import io.urania.engine.run.Stop;
import io.urania.engine.shell.Shell;
import io.urania.engine.state.RunHistory;
import io.urania.engine.state.RunLock;
import io.urania.engine.state.SecretFolder;
import io.urania.engine.state.StateDirectory;
import io.urania.engine.transport.Password;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.inventory.Inventory;
import io.urania.inventory.library.lookup.NewPasswords;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the cluster of an inventory over SSH. */
public final class InventoryOpener implements SessionOpener {

    private final Console console;
    private final Displays displays;
    private final Clock clock;
    private final Bundles bundles;
    private final Path home;
    private final LocalPermission permission;
    private final String program;
    private final String version;
    private final Stop stop;

    /**
     * @param home the user's home directory, for what ssh knows already
     * @param allowed what inventories may do on this machine
     * @param program what the person types to start Urania
     * @param version Urania's own
     * @param stop by which a run is ended in order
     */
    public InventoryOpener(
            Console console,
            Displays displays,
            Clock clock,
            Bundles bundles,
            Path home,
            AllowedBefore allowed,
            String program,
            String version,
            Stop stop) {
        this.console = console;
        this.displays = displays;
        this.clock = clock;
        this.bundles = bundles;
        this.home = home;
        this.permission = new LocalPermission(console, allowed, clock);
        this.program = program;
        this.version = version;
        this.stop = stop;
    }

    @Override
    public ClusterSession open(Request request)
            throws InventoryException, CommandFailure, ArtifactException, IOException, InterruptedException {
        Inventory inventory = ClusterInventory.load(request.inventory());
        ClusterReading reading = ClusterSpecReader.standard().read(inventory);
        ClusterSpec spec = reading.orThrow();
        if (request.output().isText()) {
            ProblemList.tell(console, reading.warnings());
        }
        Origins origins = Origins.of(inventory);
        if (!request.inventory().lookups().pipe()) {
            permission.require(inventory.directory(), Targets.of(spec), origins, inventory.outsideReads());
        }
        if (request.bundle().isPresent() && Files.isDirectory(request.bundle().get())) {
            new BundleWarning(console).tell(request.bundle().get());
        }
        StateDirectory state = request.purpose().changes()
                ? StateDirectory.of(inventory.directory())
                : StateDirectory.seen(inventory.directory());
        requirePlainNames(state.knownHosts());
        CloseableStack resources = new CloseableStack();
        try {
            return open(request, inventory, spec, origins, state, resources);
        } catch (Exception e) {
            resources.close();
            throw e;
        }
    }

    private ClusterSession open(
            Request request,
            Inventory inventory,
            ClusterSpec spec,
            Origins origins,
            StateDirectory state,
            CloseableStack resources)
            throws CommandFailure, ArtifactException, IOException, InterruptedException {
        boolean changing = request.purpose().changes();
        Controller controller = Controller.here();
        if (changing) {
            resources.add(
                    lock(state, controller + ", " + program + " " + request.command() + ", since " + clock.instant()));
        }
        if (request.purpose() == Purpose.CHANGE) {
            inventory.newPasswords().keep();
        }
        lookAtSecrets(request, inventory, spec.paths().credentials());
        KnownHosts knownHosts = new KnownHosts(List.of(state.knownHosts(), home.resolve(".ssh/known_hosts")));
        Connections connections = new Connections(knownHosts, home, System.getenv());
        Transport transport = resources.add(connections.open(becomePassword(request)));
        Map<String, Target> targets = Targets.of(spec);
        FirstContact firstContact = new FirstContact(console, connections.keyScan(), knownHosts, state::make);
        Survey survey = new Survey(transport, firstContact, displays, request.output(), clock);
        if (request.purpose() == Purpose.REMOVE) {
            survey.meet(targets);
        }
        RunProgress progress =
                resources.add(displays.run(request.output(), () -> PastDurations.of(new RunHistory(state))));
        List<EventSink> sinks = new ArrayList<>(List.of(progress));
        Optional<RecordedInJournal> record = Optional.empty();
        if (changing) {
            record = Optional.of(RecordedInJournal.begin(state, request, controller, version, clock));
            sinks.add(resources.add(record.get().journal()));
        }
        Distribution distribution =
                resources.add(new Distribution(transport, Peers.apart(spec, OwnBridges.ofThisMachine())));
        EventSink events = EventSink.all(sinks);
        Cluster cluster =
                new Cluster(spec, new BatchRunner(transport, distribution), events, clock, request.limits(), stop);
        Optional<RunLease> lease = Optional.empty();
        if (record.isPresent()) {
            LeaseClaim claim = claim(state, record.get(), controller);
            HostLeases leases = resources.add(
                    new HostLeases(cluster.batches(), targets, new LeaseScript(), claim, clock, events, this::lost));
            lease = Optional.of(new RunLease(leases, this::note, request.unlocking()));
        }
        BundleChoice choice =
                new BundleChoice(bundles, BundleNeeds.of(spec), request.bundle(), displays, request.output());
        return new OpenedCluster(
                cluster,
                new Preparation(cluster, origins, choice, survey),
                progress,
                record,
                lease,
                new LeaseInspection(cluster.batches(), new LeaseScript(), clock, events),
                new Login(targets, state.path(), program),
                resources);
    }

    /** Whoever gave the inventory away may have left keys in it. */
    private static void requirePlainNames(Path knownHosts) throws CommandFailure {
        Optional<String> line = KnownHosts.lineForOthers(knownHosts);
        if (line.isPresent()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    line.get()
                            + " has a pattern or a marker, with which one key would be believed of many hosts; Urania"
                            + " writes no such line. If somebody else made the inventory, remove its folder .urania;"
                            + " otherwise remove the line, or put it into ~/.ssh/known_hosts");
        }
    }

    private LeaseClaim claim(StateDirectory state, RecordedInJournal record, Controller controller) throws IOException {
        return new LeaseClaim(
                record.id().text(),
                state.place(),
                controller.toString(),
                record.header().at(),
                "urania " + record.header().command());
    }

    private void lost(LeaseClaim by) {
        stop.request(Stop.Cause.LEASE_LOST);
        note("the lease on the hosts ended while this run stood still, and another run has it: " + by);
    }

    /** Secrets that others may read or change are told; a run that changes the cluster closes those of the inventory's own folder. */
    private void lookAtSecrets(Request request, Inventory inventory, Path credentials) throws IOException {
        SecretFolder secrets = new SecretFolder(credentials);
        List<Path> open = secrets.open();
        if (open.isEmpty()) {
            return;
        }
        boolean isOwn = NewPasswords.isBelow(credentials, inventory.directory())
                && !Files.isSameFile(credentials, inventory.directory());
        String what = credentials + (open.size() == 1 ? "" : ", and " + (open.size() - 1) + " more in it");
        if (isOwn && request.purpose() == Purpose.CHANGE) {
            secrets.close();
            note("others could read or change " + what + ": now its owner alone can");
        } else {
            console.printError(console.style().yellow("warning: ") + "others may read or change " + what
                    + ", where the cluster's secrets are; take that from them: chmod -R go= "
                    + Shell.quote(credentials.toString()) + (isOwn ? ", as apply does" : ""));
        }
    }

    private void note(String line) {
        console.printError(console.style().yellow("note: ") + line);
    }

    private Optional<Password> becomePassword(Request request) throws IOException {
        return request.askBecomePassword()
                ? Optional.of(Password.of(console.secret("Password for sudo on the hosts: ", new TerminalEcho())))
                : Optional.empty();
    }

    private static RunLock lock(StateDirectory state, String holder) throws CommandFailure, IOException {
        Optional<RunLock> lock = RunLock.take(state, holder);
        if (lock.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.LOCKED,
                    "another run is changing this cluster: " + RunLock.holder(state) + " (its lock is " + state.lock()
                            + "); wait for its end, then type the same command again");
        }
        return lock.get();
    }
}

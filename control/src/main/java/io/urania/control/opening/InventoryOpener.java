package io.urania.control.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.operation.BundleNeeds;
import io.urania.cluster.operation.Cluster;
import io.urania.cluster.operation.Peers;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.control.bundle.BundleChoice;
import io.urania.control.bundle.BundleWarning;
import io.urania.control.bundle.Bundles;
import io.urania.control.failure.Refusal;
import io.urania.control.hostkey.BelievedKeys;
import io.urania.control.permission.AllowedBefore;
import io.urania.control.permission.LocalPermission;
import io.urania.control.port.Person;
import io.urania.control.port.RunProgress;
import io.urania.control.run.Controller;
import io.urania.control.run.OnlyRun;
import io.urania.control.run.RunLease;
import io.urania.control.run.RunRecord;
import io.urania.control.stage.ClusterOpener;
import io.urania.control.stage.Opened;
import io.urania.control.stage.OpenedPreparation;
import io.urania.control.stage.OpenedRemoval;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.Request;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.distribution.Distribution;
import io.urania.engine.distribution.OwnBridges;
import io.urania.engine.event.EventSink;
import io.urania.engine.lease.HostLeases;
import io.urania.engine.lease.LeaseClaim;
import io.urania.engine.lease.LeaseInspection;
import io.urania.engine.lease.LeaseScript;
import io.urania.engine.run.Stop;
import io.urania.engine.state.RunHistory;
import io.urania.engine.state.StateDirectory;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Opens the cluster of an inventory over SSH: what is done on the way, in its order. */
public final class InventoryOpener implements ClusterOpener {

    private final Clock clock;
    private final Bundles bundles;
    private final Path home;
    private final AllowedBefore allowed;
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
            Clock clock, Bundles bundles, Path home, AllowedBefore allowed, String program, String version, Stop stop) {
        this.clock = clock;
        this.bundles = bundles;
        this.home = home;
        this.allowed = allowed;
        this.program = program;
        this.version = version;
        this.stop = stop;
    }

    @Override
    public Opened look(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException {
        ReadInventory read = read(request);
        StateDirectory state = StateDirectory.seen(read.folder());
        KnownHosts keys = BelievedKeys.of(state, home);
        try (CloseableStack resources = new CloseableStack()) {
            new SecretsBeside(read, request.person().telling()).tell();
            Reach reach = Reach.open(request, state, keys, home, clock, resources);
            EventSink events = resources.add(request.person().showing().run(new RunHistory(state)));
            Cluster cluster = cluster(request, read.spec(), reach, events, resources);
            return new OpenedOnHosts(
                    cluster,
                    preparation(request, read, cluster, reach),
                    new LettingIn(
                            reach.transport(), reach.survey(), request.person().asking(), clock),
                    new LeaseInspection(cluster.batches(), new LeaseScript(), clock, events),
                    resources.handedOn());
        }
    }

    @Override
    public OpenedRun change(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException {
        return alone(request, begun -> {
            begun.read().inventory().newPasswords().keep();
            new SecretsBeside(begun.read(), request.person().telling()).close();
            RunOnHosts.Held held = begun.begin();
            return new InstallingRun(
                    held,
                    preparation(request, begun.read(), held.cluster(), begun.reach()),
                    begun.resources().handedOn());
        });
    }

    @Override
    public OpenedPreparation prepare(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException {
        return alone(request, begun -> {
            RunOnHosts.Held held = begun.begin();
            return new PreparingRun(
                    held,
                    begun.reach().survey(),
                    held.cluster().preparation(begun.read().origins()),
                    begun.resources().handedOn());
        });
    }

    @Override
    public OpenedRemoval remove(Request request)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException {
        return alone(request, begun -> {
            new SecretsBeside(begun.read(), request.person().telling()).tell();
            begun.reach().survey().meet(begun.read().targets());
            return new RemovingRun(begun.begin(), begun.resources().handedOn());
        });
    }

    /**
     * What a run has that is the only one of its inventory.
     *
     * @param journal begins its journal
     */
    private record Begun(ReadInventory read, Reach reach, Journal journal, CloseableStack resources) {

        RunOnHosts.Held begin() throws IOException {
            return journal.begin();
        }
    }

    /** What is held from the beginning of a journal on. */
    @FunctionalInterface
    private interface Journal {
        RunOnHosts.Held begin() throws IOException;
    }

    /** How a run of one kind is opened. */
    @FunctionalInterface
    private interface Opening<R> {
        R open(Begun begun) throws Refusal, ArtifactException, IOException, InterruptedException;
    }

    /** Opens a run that changes hosts: the only one of its inventory. */
    private <R> R alone(Request request, Opening<R> opening)
            throws InventoryException, Refusal, ArtifactException, IOException, InterruptedException {
        ReadInventory read = read(request);
        StateDirectory state = StateDirectory.of(read.folder());
        KnownHosts keys = BelievedKeys.of(state, home);
        Controller controller = Controller.here();
        try (CloseableStack resources = new CloseableStack()) {
            resources.add(OnlyRun.lock(state, holder(request, controller)));
            Reach reach = Reach.open(request, state, keys, home, clock, resources);
            return opening.open(
                    new Begun(read, reach, () -> begin(request, read, state, controller, reach, resources), resources));
        }
    }

    /** Reads the inventory, and sees that it may do what it wants here. */
    private ReadInventory read(Request request) throws InventoryException, Refusal, IOException {
        Person person = request.person();
        ReadInventory read = ReadInventory.of(request.inventory(), person.telling());
        if (!request.inventory().lookups().pipe()) {
            new LocalPermission(person.asking(), person.telling(), allowed, clock)
                    .require(
                            read.folder(),
                            read.targets(),
                            read.origins(),
                            read.inventory().outsideReads());
        }
        if (request.bundle().isPresent() && Files.isDirectory(request.bundle().get())) {
            new BundleWarning(person.telling()).tell(request.bundle().get());
        }
        return read;
    }

    private String holder(Request request, Controller controller) {
        return controller + ", " + program + " " + request.command() + ", since " + clock.instant();
    }

    /** Begins the journal, and makes ready what the run holds; leases are taken when hosts are asked. */
    private RunOnHosts.Held begin(
            Request request,
            ReadInventory read,
            StateDirectory state,
            Controller controller,
            Reach reach,
            CloseableStack resources)
            throws IOException {
        Person person = request.person();
        RunProgress progress = resources.add(person.showing().run(new RunHistory(state)));
        RunRecord record = RunRecord.begin(state, request, controller, version, clock);
        EventSink events = EventSink.all(List.of(progress, resources.add(record.journal())));
        Cluster cluster = cluster(request, read.spec(), reach, events, resources);
        LeaseClaim claim = record.claim(state, controller);
        HostLeases leases = resources.add(new HostLeases(
                cluster.batches(), cluster.targets(), new LeaseScript(), claim, clock, events, by -> lost(person, by)));
        RunLease lease = new RunLease(leases, person.telling(), request.unlocking());
        return new RunOnHosts.Held(cluster, progress, record, lease, state, person.shells());
    }

    private void lost(Person person, LeaseClaim by) {
        stop.request(Stop.Cause.LEASE_LOST);
        person.telling()
                .note("the lease on the hosts expired while this run was suspended, and another run has it: " + by);
    }

    private Cluster cluster(
            Request request, ClusterSpec spec, Reach reach, EventSink events, CloseableStack resources) {
        Distribution distribution =
                resources.add(new Distribution(reach.transport(), Peers.apart(spec, OwnBridges.ofThisMachine())));
        return new Cluster(
                spec, new BatchRunner(reach.transport(), distribution), events, clock, request.limits(), stop);
    }

    private Preparation preparation(Request request, ReadInventory read, Cluster cluster, Reach reach)
            throws ArtifactException {
        BundleChoice choice = new BundleChoice(
                bundles,
                BundleNeeds.of(read.spec()),
                request.bundle(),
                request.person().showing());
        return new Preparation(cluster, read.origins(), choice, reach.survey());
    }
}

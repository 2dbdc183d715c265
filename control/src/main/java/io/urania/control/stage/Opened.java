package io.urania.control.stage;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.benchmark.BenchmarkReport;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.operation.Greetings;
import io.urania.cluster.operation.StorageReport;
import io.urania.control.failure.Refusal;
import io.urania.control.loginkey.LoginKey;
import io.urania.engine.lease.LeaseInspection;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** A cluster that is looked at: its inventory has been read and is valid, and its hosts may be asked, until it is closed. */
public interface Opened extends AutoCloseable {

    /** The hosts' names, in the inventory's order. */
    List<String> hosts();

    /**
     * Reads the facts of all hosts.
     *
     * @throws Refusal if some cannot be used
     * @throws ArtifactException if there is no bundle for them and none can be made
     */
    Surveyed survey() throws Refusal, ArtifactException, IOException, InterruptedException;

    /** How the cluster is now, and where there is a bundle, how far its hosts differ from the inventory. Hosts may be down. */
    ClusterStatus status() throws Refusal, ArtifactException, IOException, InterruptedException;

    /** Who answers, as whom, and how fast; hosts that nobody knows yet are introduced. */
    Greetings greet() throws IOException, InterruptedException;

    /**
     * Has hosts let a person in by a key. Those that do not yet are asked with the inventory's password, or with one that the person types; it is kept
     * nowhere.
     *
     * @param forEach whether each host has a password of its own
     */
    LetIn letIn(LoginKey key, boolean forEach) throws IOException, InterruptedException;

    /** What the CIS Kubernetes Benchmark says of the hosts. They may be down. */
    BenchmarkReport benchmark() throws InterruptedException;

    /** How fast the disks of etcd members are. */
    StorageReport storage() throws InterruptedException;

    /** Who keeps others out of the hosts. */
    LeaseInspection.Found leases() throws InterruptedException;

    /** Lets everybody in again; returns what these hosts said. */
    LeaseInspection.Found unlock(Collection<String> hosts) throws InterruptedException;

    @Override
    void close() throws IOException;
}

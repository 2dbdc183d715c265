package io.urania.control.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.benchmark.BenchmarkReport;
import io.urania.cluster.operation.Cluster;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.operation.Greetings;
import io.urania.cluster.operation.StorageReport;
import io.urania.control.failure.Refusal;
import io.urania.control.loginkey.LoginKey;
import io.urania.control.stage.LetIn;
import io.urania.control.stage.Opened;
import io.urania.control.stage.Surveyed;
import io.urania.engine.lease.LeaseInspection;
import io.urania.engine.transport.Target;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster that is looked at over real connections.
 *
 * @param resources what to close at the end
 */
record OpenedOnHosts(
        Cluster cluster,
        Preparation preparation,
        LettingIn lettingIn,
        LeaseInspection inspection,
        CloseableStack resources)
        implements Opened {

    @Override
    public List<String> hosts() {
        return List.copyOf(cluster.targets().keySet());
    }

    @Override
    public Surveyed survey() throws Refusal, ArtifactException, IOException, InterruptedException {
        return SurveyedHosts.of(preparation.gather(Optional.empty()), hosts());
    }

    @Override
    public ClusterStatus status() throws Refusal, ArtifactException, IOException, InterruptedException {
        return preparation.status();
    }

    @Override
    public Greetings greet() throws IOException, InterruptedException {
        return preparation.greet();
    }

    @Override
    public LetIn letIn(LoginKey key, boolean forEach) throws IOException, InterruptedException {
        return lettingIn.run(cluster.targets(), key, forEach);
    }

    @Override
    public BenchmarkReport benchmark() throws InterruptedException {
        return cluster.benchmark();
    }

    @Override
    public StorageReport storage() throws InterruptedException {
        return cluster.storage();
    }

    @Override
    public LeaseInspection.Found leases() throws InterruptedException {
        return inspection.show(cluster.targets());
    }

    @Override
    public LeaseInspection.Found unlock(Collection<String> hosts) throws InterruptedException {
        Map<String, Target> targets = new LinkedHashMap<>(cluster.targets());
        targets.keySet().retainAll(hosts);
        return inspection.remove(targets);
    }

    @Override
    public void close() throws IOException {
        resources.close();
    }
}

package io.urania.cli.opening;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.cli.failure.CommandFailure;
import io.urania.cluster.operation.Cluster;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.operation.Installation;
import io.urania.cluster.variable.Origins;
import io.urania.engine.fact.Preface;
import io.urania.engine.run.FactGathering.Gathered;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Prepares the installation of a cluster. Which bundle it needs is known when hosts have told their architectures. To ask for
 * these first would be a round trip to every host; so the bundle that is there is believed to be right until the facts say
 * otherwise.
 */
final class Preparation {

    private final Cluster cluster;
    private final Origins origins;
    private final BundleChoice bundles;
    private final Survey survey;
    private Optional<Installation> installation = Optional.empty();

    Preparation(Cluster cluster, Origins origins, BundleChoice bundles, Survey survey) {
        this.cluster = cluster;
        this.origins = origins;
        this.bundles = bundles;
        this.survey = survey;
    }

    /**
     * Reads the facts of all hosts, and introduces hosts that nobody knows yet.
     *
     * @param preface what every host does first, in the same round trip; empty for commands that only look
     */
    Gathered gather(Optional<Preface> preface)
            throws CommandFailure, ArtifactException, IOException, InterruptedException {
        if (installation.isEmpty()) {
            Optional<Bundle> likely = bundles.likely();
            use(
                    likely.isPresent()
                            ? likely.get()
                            : bundles.suiting(Survey.architectures(survey.meet(cluster.targets()))));
        }
        Gathered gathered = survey.introducing(cluster.targets(), () -> ask(preface));
        SortedSet<Architecture> architectures = Survey.architectures(gathered.book());
        if (installation().architectures().containsAll(architectures)) {
            return gathered;
        }
        use(bundles.suiting(architectures));
        return ask(preface);
    }

    /**
     * How the cluster is now. Whether hosts differ from the inventory is looked at where there is a bundle and the secrets of the cluster are
     * at hand: to find out how the cluster is makes neither.
     */
    ClusterStatus status() throws CommandFailure, ArtifactException, IOException, InterruptedException {
        if (installation.isEmpty() && Cluster.hasSecrets(cluster.spec())) {
            Optional<Bundle> likely = bundles.likely();
            if (likely.isPresent()) {
                use(likely.get());
            }
        }
        return installation.isPresent() ? installation.get().survey() : cluster.status();
    }

    /** The installation; nothing before facts have been gathered, and for what needs none. */
    Optional<Installation> prepared() {
        return installation;
    }

    /** The installation, once facts have been gathered. */
    Installation installation() {
        return installation.orElseThrow(() -> new IllegalStateException("nothing is known of the hosts yet"));
    }

    private Gathered ask(Optional<Preface> preface) throws InterruptedException {
        return preface.isPresent()
                ? installation().gather(preface.get())
                : installation().look();
    }

    private void use(Bundle bundle) throws IOException, ArtifactException {
        installation = Optional.of(cluster.installation(bundle, origins));
    }
}

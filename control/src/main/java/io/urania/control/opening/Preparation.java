package io.urania.control.opening;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.bundle.Bundle;
import io.urania.cluster.operation.Cluster;
import io.urania.cluster.operation.ClusterStatus;
import io.urania.cluster.operation.Greetings;
import io.urania.cluster.operation.Installation;
import io.urania.cluster.variable.Origins;
import io.urania.control.bundle.BundleChoice;
import io.urania.control.failure.Refusal;
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

    Preparation(Cluster cluster, Origins origins, BundleChoice bundles, Survey survey) {
        this.cluster = cluster;
        this.origins = origins;
        this.bundles = bundles;
        this.survey = survey;
    }

    /**
     * An installation, and what the hosts that were asked for it have answered.
     *
     * @param gathered not of all hosts, perhaps
     */
    record Prepared(Installation installation, Gathered gathered) {}

    /**
     * Reads the facts of all hosts, and introduces hosts that nobody knows yet.
     *
     * @param preface what every host does first, in the same round trip; empty for those who only look
     */
    Prepared gather(Optional<Preface> preface) throws Refusal, ArtifactException, IOException, InterruptedException {
        return gather(probable(), preface);
    }

    /** Reads the facts once more. */
    Prepared again(Prepared before, Optional<Preface> preface)
            throws Refusal, ArtifactException, IOException, InterruptedException {
        return gather(before.installation(), preface);
    }

    private Prepared gather(Installation probable, Optional<Preface> preface)
            throws Refusal, ArtifactException, IOException, InterruptedException {
        Gathered gathered = survey.introducing(cluster.targets(), () -> ask(probable, preface));
        SortedSet<Architecture> architectures = Survey.architectures(gathered.book());
        if (probable.architectures().containsAll(architectures)) {
            return new Prepared(probable, gathered);
        }
        Installation suiting = installation(bundles.suiting(architectures));
        return new Prepared(suiting, ask(suiting, preface));
    }

    /**
     * How the cluster is now. Whether hosts differ from the inventory is looked at where there is a bundle and the secrets of the cluster are
     * at hand: to find out how the cluster is makes neither.
     */
    ClusterStatus status() throws Refusal, ArtifactException, IOException, InterruptedException {
        Optional<Bundle> likely = Cluster.hasSecrets(cluster.spec()) ? bundles.likely() : Optional.empty();
        return likely.isPresent() ? installation(likely.get()).survey() : cluster.status();
    }

    /** Who answers, before anything else is asked. */
    Greetings greet() throws IOException, InterruptedException {
        return Greetings.of(survey.introducing(cluster.targets(), cluster::greet));
    }

    private Installation probable() throws Refusal, ArtifactException, IOException, InterruptedException {
        Optional<Bundle> likely = bundles.likely();
        return installation(
                likely.isPresent()
                        ? likely.get()
                        : bundles.suiting(Survey.architectures(survey.meet(cluster.targets()))));
    }

    private Installation installation(Bundle bundle) throws IOException, ArtifactException, InterruptedException {
        return cluster.installation(bundle, origins, bundles.bundles().texts());
    }

    private static Gathered ask(Installation installation, Optional<Preface> preface) throws InterruptedException {
        return preface.isPresent() ? installation.gather(preface.get()) : installation.look();
    }
}

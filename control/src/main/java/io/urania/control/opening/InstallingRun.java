package io.urania.control.opening;

import io.urania.artifacts.ArtifactException;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.control.failure.Refusal;
import io.urania.control.opening.Preparation.Prepared;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.SurveyedRun;
import io.urania.engine.fact.Preface;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A run that installs a cluster over real connections, or puts it right. */
final class InstallingRun extends RunOnHosts implements OpenedRun {

    private final Preparation preparation;

    InstallingRun(Held held, Preparation preparation, CloseableStack resources) {
        super(held, resources);
        this.preparation = preparation;
    }

    @Override
    public Optional<Path> kubeconfig() {
        ClusterSpec spec = cluster().spec();
        return spec.handouts().kubeconfig()
                ? Optional.of(spec.paths()
                        .artifacts()
                        .resolve("admin.conf")
                        .toAbsolutePath()
                        .normalize())
                : Optional.empty();
    }

    @Override
    public List<String> later() {
        return cluster().spec().addons().later().stream()
                .map(later -> later.variable() + " (" + later.position() + "): " + later.explanation())
                .toList();
    }

    @Override
    public SurveyedRun survey() throws Refusal, ArtifactException, IOException, InterruptedException {
        Optional<Preface> taking = Optional.of(lease().leases().taking());
        Prepared prepared = lease().<Prepared>gather(before ->
                before.isPresent() ? preparation.again(before.get(), taking) : preparation.gather(taking));
        return new SurveyedByRun(SurveyedHosts.of(prepared, hosts()));
    }
}

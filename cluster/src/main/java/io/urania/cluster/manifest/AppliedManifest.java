package io.urania.cluster.manifest;

import io.urania.artifacts.version.ManifestApply;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ClusterView;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.State;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A manifest whose objects are in the cluster as they are wanted.
 *
 * @param apply how this API server applies objects
 * @param kubectl absolute path on the control plane host where it runs
 */
public record AppliedManifest(Manifest manifest, ManifestApply apply, String kubectl, ClusterView view)
        implements Work {

    /** An API server that is starting, or registering another one behind it, may drop a connection. */
    private static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ofMinutes(2), 5);

    /** The task's name. */
    public String name() {
        return task(manifest);
    }

    /** The name of the task of a manifest. */
    public static String task(Manifest manifest) {
        return "manifest " + manifest.name();
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(view.probe().question());
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Map<String, String> applied = view.existing(planning.book())
                .<Map<String, String>>map(ClusterFact.Answering::objects)
                .orElse(Map.of());
        List<String> different = manifest.objects().stream()
                .filter(object -> !manifest.sum().equals(applied.get(Manifest.inCluster(object, applied.keySet()))))
                .toList();
        if (different.isEmpty()) {
            return Optional.empty();
        }
        boolean fresh = different.stream()
                .noneMatch(object -> applied.containsKey(Manifest.inCluster(object, applied.keySet())));
        return Optional.of(Difference.of(
                        fresh ? Action.CREATE : Action.CHANGE,
                        "apply " + manifest.name(),
                        State.words(fresh ? "not in the cluster" : different.size() + " objects differ"),
                        State.content(String.join(", ", different), manifest.name() + ".yaml", manifest.text()),
                        Operation.of(
                                """
                        umask 077
                        mkdir -p /run/urania
                        file=/run/urania/%s.yaml
                        trap 'rm -f "$file"' EXIT
                        receive "$file"
                        %s --kubeconfig=/etc/kubernetes/admin.conf apply %s --filename="$file"
                        """.formatted(manifest.name(), PATIENCE.before(Shell.quote(kubectl)), flags()),
                                Payload.text(manifest.text())))
                .with(PATIENCE));
    }

    private String flags() {
        return switch (apply) {
            case CLIENT_SIDE -> "";
            case SERVER_SIDE -> "--server-side --force-conflicts --field-manager=urania";
        };
    }
}

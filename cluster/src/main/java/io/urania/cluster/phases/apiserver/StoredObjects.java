package io.urania.cluster.phases.apiserver;

import io.urania.cluster.phase.Deployment;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.plan.Work;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Objects that were stored before are stored again, with the key that API servers write with now. Declared on every control plane host; done by
 * the first that has an API server.
 */
record StoredObjects(Deployment deployment, NodeSpec node) implements Work {

    static final String NAME = "encryption: stored objects";

    @Override
    public List<Question<?>> questions() {
        return EncryptionChange.questions(deployment);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        EncryptionChange change = new EncryptionChange(deployment, planning.book());
        boolean isFirst = deployment.spec().controlPlane().stream()
                .filter(change::isServer)
                .findFirst()
                .filter(node::equals)
                .isPresent();
        if (!isFirst || !change.isPossible() || !change.isNeeded()) {
            return Optional.empty();
        }
        String kinds = String.join(", ", change.kinds());
        return Optional.of(Difference.of(
                Action.RUN,
                "rewrite all stored " + kinds,
                State.words("encrypted with former keys, or not at all"),
                State.words("as new objects are stored"),
                operation(change)));
    }

    /** Who changes an object meanwhile stores it with the present key: a conflict is as good as a success. */
    private Operation operation(EncryptionChange change) {
        return Operation.of("""
                umask 077
                mkdir -p /run/urania
                objects=/run/urania/stored-objects.json
                told=/run/urania/stored-objects.told
                trap 'rm -f "$objects" "$told"' EXIT
                PATH=%s:$PATH
                export KUBECONFIG=/etc/kubernetes/admin.conf
                rm -f "$objects"
                known=$(kubectl api-resources --verbs=list --no-headers --output=name)
                for kind in %s; do
                    # A kind whose definition was deleted has no objects.
                    echo "$known" | grep -qxF -e "$kind" || continue
                    kubectl get "$kind" --all-namespaces --output=json >"$objects"
                    if ! kubectl replace --filename="$objects" >/dev/null 2>"$told"; then
                        others=$(grep -v -e '^Warning:' -e '(Conflict)' -e '(NotFound)' -e '^error: no objects passed to replace' "$told" || :)
                        if [ -n "$others" ]; then
                            echo "not all $kind could be stored again:"
                            echo "$others"
                            exit 1
                        fi
                    fi
                done
                """.formatted(Shell.quote(deployment.artifacts().programs()), Shell.words(change.kinds())));
    }
}

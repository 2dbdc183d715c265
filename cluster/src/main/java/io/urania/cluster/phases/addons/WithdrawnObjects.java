package io.urania.cluster.phases.addons;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phases.controlplane.AdmissionEnd;
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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Objects with Urania's label that no manifest has any more go: those of an add-on that is switched off, of another network plugin, of
 * kube-proxy where the plugin has replaced it.
 *
 * @param manifests all that the cluster is to have
 * @param kept names of objects that stay all the same
 * @param kubectl absolute path on the control plane host where it runs
 */
record WithdrawnObjects(List<Manifest> manifests, Set<String> kept, String kubectl, ClusterView view) implements Work {

    /** The task's name. */
    static final String NAME = "objects of removed components";

    /** {@code Kind namespace/name}, as manifests have them: what a host says beside that is no object of Urania's. */
    private static final Pattern OBJECT = Pattern.compile("[A-Za-z]+ [a-z0-9-]*/[A-Za-z0-9][-A-Za-z0-9._:]*");

    WithdrawnObjects {
        manifests = List.copyOf(manifests);
        kept = Set.copyOf(kept);
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(view.probe().question());
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Set<String> present = view.existing(planning.book())
                .map(cluster -> Set.copyOf(cluster.objects().keySet()))
                .orElse(Set.of());
        SortedSet<String> withdrawn = new TreeSet<>(present);
        manifests.stream()
                .flatMap(manifest -> manifest.objects().stream())
                .forEach(object -> withdrawn.remove(Manifest.inCluster(object, present)));
        withdrawn.removeIf(object ->
                !OBJECT.matcher(object).matches() || AdmissionEnd.admits(object) || kept.contains(name(object)));
        if (withdrawn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.REMOVE,
                "remove " + NAME,
                State.words(String.join(", ", withdrawn)),
                State.words("not in the cluster"),
                Operation.of(withdrawn.stream().map(this::removal).collect(Collectors.joining()))));
    }

    private String removal(String object) {
        String kind = object.substring(0, object.indexOf(' '));
        String namespace = object.substring(object.indexOf(' ') + 1, object.indexOf('/'));
        return Shell.quote(kubectl) + " --kubeconfig=/etc/kubernetes/admin.conf delete " + Shell.quote(kind) + " "
                + Shell.quote(name(object)) + (namespace.isEmpty() ? "" : " --namespace=" + Shell.quote(namespace))
                + " --ignore-not-found\n";
    }

    private static String name(String object) {
        return object.substring(object.indexOf('/') + 1);
    }
}

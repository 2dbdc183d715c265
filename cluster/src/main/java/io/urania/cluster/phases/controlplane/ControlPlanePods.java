package io.urania.cluster.phases.controlplane;

import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phases.apiserver.ApiServerFiles;
import io.urania.cluster.phases.apiserver.ControlPlaneGate;
import io.urania.cluster.phases.apiserver.SchedulerFile;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.TaskId;
import io.urania.engine.plan.Work;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The API server, the controllers and the scheduler of a host run as {@link #CONFIGURATION} says: their manifests are younger than it,
 * and have no proxies in their environment, which an earlier login may have brought.
 * kubeadm makes them from it, one host after the other (kubeadm reference, "kubeadm init phase control-plane").
 *
 * @param startedBy tasks that make the manifests themselves, from the file as it is then
 */
record ControlPlanePods(Deployment deployment, NodeSpec node, List<TaskId> startedBy) implements Work {

    static final String NAME = "control plane pods";

    /** What kubeadm makes the manifests from; the host's own, without secrets. */
    static final String CONFIGURATION = "/etc/kubernetes/kubeadm.yaml";

    ControlPlanePods {
        startedBy = List.copyOf(startedBy);
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(manifests());
        manifests().forEach(manifest -> questions.add(ManifestProxyProbe.in(manifest.subject())));
        sources().forEach(file -> questions.add(FileProbe.at(file)));
        return questions;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        if (startedBy.stream().anyMatch(planning::isChanging)) {
            return Optional.empty();
        }
        List<FileFact.Regular> present = manifests().stream()
                .map(manifest -> planning.facts().answer(manifest))
                .filter(FileFact.Regular.class::isInstance)
                .map(FileFact.Regular.class::cast)
                .toList();
        // A host without any is no control plane host yet: that is for those who start it.
        if (present.isEmpty()) {
            return Optional.empty();
        }
        if (present.size() < manifests().size()) {
            return Optional.of(remedy("some are missing"));
        }
        SortedSet<String> proxies = new TreeSet<>();
        manifests()
                .forEach(
                        manifest -> proxies.addAll(planning.facts().answer(ManifestProxyProbe.in(manifest.subject()))));
        if (!proxies.isEmpty()) {
            return Optional.of(remedy("run with " + String.join(", ", proxies) + ", which the inventory does not set"));
        }
        long oldest =
                present.stream().mapToLong(FileFact.Regular::modified).min().orElseThrow();
        return isNewer(planning, oldest) ? Optional.of(remedy("run with an older configuration")) : Optional.empty();
    }

    private boolean isNewer(Planning planning, long manifest) {
        return sources().stream().anyMatch(file -> isNewer(planning, file, manifest));
    }

    /** Whether a file of the task's host is younger than a manifest of that age, or is going to be. */
    static boolean isNewer(Planning planning, String file, long manifest) {
        return planning.isChanging(TextFile.task(planning.task().host(), file))
                || (planning.facts().answer(FileProbe.at(file)) instanceof FileFact.Regular present
                        && present.modified() > manifest);
    }

    /** The files that the pods are made from, or read when they start. */
    private List<String> sources() {
        List<String> sources = new ArrayList<>(List.of(CONFIGURATION));
        sources.addAll(new ApiServerFiles(deployment.spec()).paths());
        new SchedulerFile(deployment.spec()).file().ifPresent(file -> sources.add(file.path()));
        return sources;
    }

    private List<Question<FileFact>> manifests() {
        String folder = deployment.spec().paths().manifests();
        return List.of(
                FileProbe.at(folder + "/kube-apiserver.yaml"),
                FileProbe.at(folder + "/kube-controller-manager.yaml"),
                FileProbe.at(folder + "/kube-scheduler.yaml"));
    }

    private Difference remedy(String before) {
        Gate gate = ControlPlaneGate.of(deployment.spec(), node);
        String effect = deployment.spec().controlPlane().size() == 1
                ? "the API is unavailable for up to a minute; pods keep running"
                : "it is unavailable for up to a minute on each host, and the balancer uses the others";
        return Difference.of(
                        Action.RESTART,
                        "restart the API server, the controller manager and the scheduler",
                        before,
                        "as " + CONFIGURATION + " says",
                        operation(gate))
                .interrupting(List.of(new Interruption("the API server of the host", effect)))
                .inTurn(gate.turn());
    }

    /** A certificate that lacks a name is made anew: kubeadm refuses to, and the API server reads a new one by itself. */
    private Operation operation(Gate gate) {
        return Operation.of(gate.before()
                + """
                PATH=%1$s:$PATH
                configuration=%2$s
                if ! kubeadm init phase certs apiserver --config="$configuration" >/dev/null 2>&1; then
                    rm -f %3$s/apiserver.crt %3$s/apiserver.key
                    kubeadm init phase certs apiserver --config="$configuration"
                fi
                kubeadm init phase control-plane all --config="$configuration"
                """.formatted(
                                Shell.quote(deployment.artifacts().programs()),
                                Shell.quote(CONFIGURATION),
                                Shell.quote(deployment.spec().paths().certificates()))
                + gate.after()
                // For nodes that join later.
                + "kubeadm init phase upload-config kubeadm --config=\"$configuration\" >/dev/null\n");
    }
}

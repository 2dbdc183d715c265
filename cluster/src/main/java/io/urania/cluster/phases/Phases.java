package io.urania.cluster.phases;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.Groundwork;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.addons.Addons;
import io.urania.cluster.phases.balancer.LoadBalancer;
import io.urania.cluster.phases.controlplane.AdmissionEnd;
import io.urania.cluster.phases.controlplane.ControlPlane;
import io.urania.cluster.phases.etcd.EtcdMembers;
import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.phases.network.PodNetwork;
import io.urania.cluster.phases.runtime.ContainerRuntime;
import io.urania.cluster.phases.runtime.NodeImages;
import io.urania.cluster.phases.workers.Workers;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Origins;
import io.urania.engine.plan.Task;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The table of contents. */
public final class Phases {

    private static final HostPreparation PREPARATION = new HostPreparation(RestartGate::of);

    /** The chapters of a deployment, in their order; the tasks in them only wait for what they need. */
    public static final List<Phase> ALL = List.of(
            PREPARATION,
            new ContainerRuntime(),
            new NodeImages(),
            new LoadBalancer(),
            new EtcdMembers(ControlPlane::running),
            new ControlPlane(),
            new Workers(),
            new PodNetwork(),
            new Addons());

    private Phases() {}

    /** The tasks of the first chapter alone, for which nothing need be there but an inventory. */
    public static List<Task> preparation(Groundwork ground, Origins origins) {
        return Tasks.of(PREPARATION.description().title(), tasks -> PREPARATION.declare(ground, tasks), origins);
    }

    /** The same chapters in words, for which no cluster is needed. */
    public static List<PhaseDescription> descriptions() {
        return ALL.stream().map(Phase::description).toList();
    }

    /** What in the cluster proves that all chapters have come to their end. */
    public static List<Proof> proofs(ClusterSpec spec) {
        return ALL.stream().flatMap(phase -> phase.proofs(spec).stream()).toList();
    }

    /** The resources, as kubectl names them, among which all objects with our label are. */
    public static SortedSet<String> kinds(ClusterDesign design) {
        SortedSet<String> kinds = new TreeSet<>();
        PodNetwork.manifests(design).forEach(manifest -> kinds.addAll(manifest.kinds()));
        Addons.manifests(design).forEach(manifest -> kinds.addAll(manifest.kinds()));
        kinds.addAll(Manifest.USUAL_KINDS);
        kinds.add(AdmissionEnd.KIND);
        return kinds;
    }
}

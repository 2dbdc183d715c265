package io.urania.cluster.phases.addons;

import io.urania.cluster.component.AddOn;
import io.urania.cluster.component.addon.AddOns;
import io.urania.cluster.component.addon.nodelocaldns.NodeLocalDns;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.ClusterManifests;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.controlplane.ControlPlane;
import io.urania.cluster.phases.controlplane.Kubelets;
import io.urania.cluster.phases.host.NameResolution;
import io.urania.cluster.phases.network.PodNetwork;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.Variable;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What runs in the cluster for everybody, or is on hosts for those who look after it. */
public final class Addons implements Phase {

    @Override
    public PhaseDescription description() {
        PhaseDescription description = PhaseDescription.of(
                        "add-ons",
                        List.of(Place.FIRST_CONTROL_PLANE, Place.NODES),
                        "CoreDNS resolves service names, a DNS cache on every node answers most queries, metrics-server measures the"
                                + " resource usage of pods. Pod security policies are created where Kubernetes still has them. Helm is installed on"
                                + " control plane hosts.")
                .reading(AddOns.ALL.stream()
                        .flatMap(addOn -> addOn.reads().stream())
                        .<Variable<?>>map(variable -> variable)
                        .distinct()
                        .toList())
                .with(
                        Topic.OBJECTS,
                        AddOns.ALL.stream()
                                .filter(AddOn::hasObjects)
                                .map(AddOn::name)
                                .toList());
        for (AddOn addOn : AddOns.ALL) {
            description = description.with(addOn.details());
        }
        return description;
    }

    /** The manifests of this chapter. */
    public static List<Manifest> manifests(ClusterDesign design) {
        return AddOns.wanted(design.spec()).stream()
                .flatMap(addOn -> addOn.manifest(design).stream())
                .toList();
    }

    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        return Map.of(
                Place.NODES,
                AddOns.ALL.stream()
                        .flatMap(addOn -> addOn.leftovers(spec).stream())
                        .toList());
    }

    @Override
    public List<Proof> proofs(ClusterSpec spec) {
        return AddOns.wanted(spec).stream()
                .flatMap(addOn -> addOn.proofs().stream())
                .toList();
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        List<TaskId> needs = ControlPlane.administrable(deployment.spec());
        ClusterManifests manifests = new ClusterManifests(deployment);
        List<Manifest> wanted = new ArrayList<>(PodNetwork.manifests(deployment.design()));
        List<TaskId> applied =
                new ArrayList<>(wanted.stream().map(manifests::task).toList());
        for (AddOn addOn : AddOns.wanted(deployment.spec())) {
            Tasks asked = tasks.because(addOn.switches()).and(addOn.shaping());
            addOn.manifest(deployment.design()).ifPresent(manifest -> {
                wanted.add(manifest);
                applied.add(manifests.declare(manifest, needs, asked));
            });
            addOn.declare(deployment, tasks);
        }
        declareNamesOnHosts(deployment, applied, tasks);
        tasks.because(AddOns.ALL.stream()
                        .flatMap(addOn -> addOn.switches().stream())
                        .<Variable<?>>map(variable -> variable)
                        .distinct()
                        .toList())
                .add(
                        deployment.spec().firstControlPlane().host(),
                        Lane.API,
                        WithdrawnObjects.NAME,
                        withdrawn(deployment, wanted),
                        applied);
    }

    /** Nodes ask the cluster's DNS when it is in the cluster, and no kubelet hands their name servers on to pods any more. */
    private static void declareNamesOnHosts(Deployment deployment, List<TaskId> applied, Tasks tasks) {
        ClusterSpec spec = deployment.spec();
        for (NodeSpec node : spec.nodes()) {
            List<TaskId> answering = new ArrayList<>(applied);
            answering.add(Kubelets.ready(node));
            if (spec.dns().nodeLocal().isPresent()) {
                answering.add(NodeLocalDns.address(node));
            }
            NameResolution.declareNamesOfCluster(spec, node.host(), answering, tasks);
        }
    }

    private static WithdrawnObjects withdrawn(Deployment deployment, List<Manifest> wanted) {
        Set<String> kept = AddOns.ALL.stream()
                .filter(AddOn::isNeededByRunningPods)
                .map(AddOn::name)
                .collect(Collectors.toSet());
        return new WithdrawnObjects(wanted, kept, deployment.artifacts().programs() + "/kubectl", deployment.view());
    }
}

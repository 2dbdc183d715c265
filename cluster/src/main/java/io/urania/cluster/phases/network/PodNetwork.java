package io.urania.cluster.phases.network;

import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.component.network.NetworkPlugins;
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
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.program.KubeProxySettings;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.engine.plan.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** kube-proxy and flannel: applied as soon as there is a cluster, so that they start on each node when it joins. */
public final class PodNetwork implements Phase {

    private static final List<Variable<?>> READ = List.of(
            NetworkPlugins.CHOICE,
            NetworkVariables.PODS,
            NetworkVariables.PODS_IPV6,
            NetworkVariables.IPV4,
            NetworkVariables.IPV6,
            NetworkVariables.PROXY_MODE,
            NetworkVariables.PROXY_REMOVE,
            NetworkVariables.STRICT_ARP,
            NetworkVariables.NODE_PORT_ADDRESSES,
            NetworkVariables.CONNTRACK_MAX_PER_CORE,
            ApiServerVariables.LOG_LEVEL,
            ContainerVariables.IMAGE_PULL_POLICY);

    @Override
    public PhaseDescription description() {
        List<Variable<?>> read = new ArrayList<>(READ);
        read.add(FlagVariables.FEATURE_GATES.variable());
        read.addAll(KubeProxySettings.variables());
        NetworkPlugins.ALL.forEach(plugin -> read.addAll(plugin.variables()));
        List<String> objects = new ArrayList<>(List.of("kube-proxy"));
        NetworkPlugins.ALL.forEach(plugin -> objects.add(plugin.word()));
        return PhaseDescription.of(
                        "network",
                        List.of(Place.FIRST_CONTROL_PLANE),
                        "kube-proxy makes services reachable, flannel makes pods reachable across nodes. Both are applied as soon as"
                                + " there is a cluster, so that they start on each node when it joins.")
                .reading(read)
                .with(
                        Topic.PORTS,
                        NetworkPlugins.ALL.stream()
                                .flatMap(plugin -> plugin.portsInWords().stream())
                                .toList())
                .with(Topic.OBJECTS, objects);
    }

    /** The manifests of this chapter. */
    public static List<Manifest> manifests(ClusterDesign design) {
        List<Manifest> manifests = new ArrayList<>();
        KubeProxy.manifest(design).ifPresent(manifests::add);
        manifests.add(NetworkPlugins.of(design.spec()).manifest(design));
        return List.copyOf(manifests);
    }

    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        List<Leftover> leftovers = new ArrayList<>(ProxyLeftovers.all(spec));
        for (NetworkPlugin plugin : NetworkPlugins.ALL) {
            plugin.links().forEach(link -> leftovers.add(new Leftover.Interface(link)));
            leftovers.addAll(plugin.leftovers(spec));
            plugin.cniList().ifPresent(list -> leftovers.add(new Leftover.Written(list.path())));
            plugin.cniPrograms()
                    .forEach(program ->
                            leftovers.add(new Leftover.Written(spec.paths().cniPrograms() + "/" + program)));
        }
        return Map.of(Place.NODES, List.copyOf(leftovers));
    }

    @Override
    public List<Proof> proofs(ClusterSpec spec) {
        List<Proof> proofs = new ArrayList<>();
        spec.kubeProxy().ifPresent(_ -> proofs.add(Proof.daemonSet("kube-proxy")));
        proofs.addAll(NetworkPlugins.of(spec).proofs());
        return List.copyOf(proofs);
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        List<TaskId> needs = ControlPlane.administrable(deployment.spec());
        ClusterManifests manifests = new ClusterManifests(deployment);
        NetworkPlugin plugin = NetworkPlugins.of(deployment.spec());
        KubeProxy.manifest(deployment.design())
                .ifPresent(manifest -> manifests.declare(
                        manifest,
                        needs,
                        tasks.because(NetworkVariables.POD_RANGES)
                                .and(NetworkVariables.PROXY_MODE, ApiServerVariables.LOG_LEVEL)
                                .and(KubeProxySettings.variables())));
        manifests.declare(
                plugin.manifest(deployment.design()),
                needs,
                tasks.because(NetworkPlugins.CHOICE)
                        .and(NetworkVariables.POD_RANGES)
                        .and(plugin.shaping()));
    }
}

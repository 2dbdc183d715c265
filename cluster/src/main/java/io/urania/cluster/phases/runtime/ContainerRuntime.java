package io.urania.cluster.phases.runtime;

import io.urania.cluster.component.NodeRuntime;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The container runtime on every node, crictl, which asks any of them, and the plugins that connect containers. */
public final class ContainerRuntime implements Phase {

    private static final PhaseDescription DESCRIPTION = PhaseDescription.of(
            "container runtime",
            List.of(Place.NODES),
            "containerd runs on every node, with the CNI plugins: from the bundle, or from"
                    + " Debian's package for Kubernetes versions that need an old one.");

    /** Whichever runtime there is. */
    private static final Map<Topic, List<String>> ALWAYS = Map.of(
            Topic.PROGRAMS,
            List.of("crictl"),
            Topic.FILES,
            List.of("/etc/cni/net.d/*", "/etc/crictl.yaml", "/opt/cni/bin/*"));

    private static final String CRICTL = "/etc/crictl.yaml";
    private static final List<String> PLUGINS = List.of("bridge", "host-local", "loopback", "portmap");

    @Override
    public PhaseDescription description() {
        List<Variable<?>> read = new ArrayList<>(List.of(NodeRuntimes.CHOICE));
        NodeRuntimes.ALL.forEach(runtime -> read.addAll(runtime.reads()));
        read.addAll(List.of(PathVariables.PROGRAMS, PathVariables.CNI_PROGRAMS));
        PhaseDescription description = DESCRIPTION.reading(read);
        for (NodeRuntime runtime : NodeRuntimes.ALL) {
            description = description.with(runtime.details());
        }
        return description.with(ALWAYS);
    }

    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        List<Leftover> leftovers = new ArrayList<>();
        NodeRuntimes.ALL.forEach(runtime -> leftovers.addAll(runtime.leftovers(spec)));
        leftovers.addAll(List.of(
                new Leftover.Mounts("/run/netns"),
                new Leftover.Mounts("/var/run/netns"),
                new Leftover.Rules("CNI-"),
                new Leftover.Removed("/var/lib/cni"),
                new Leftover.Written(CRICTL),
                new Leftover.Written(spec.paths().programs() + "/crictl")));
        PLUGINS.forEach(
                plugin -> leftovers.add(new Leftover.Written(spec.paths().cniPrograms() + "/" + plugin)));
        List.of("/etc/cni/net.d", "/etc/cni", spec.paths().cniPrograms(), "/opt/cni")
                .forEach(directory -> leftovers.add(new Leftover.Cleared(directory)));
        return Map.of(Place.NODES, List.copyOf(leftovers));
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        NodeRuntime runtime = NodeRuntimes.of(deployment.spec());
        for (NodeSpec node : deployment.spec().nodes()) {
            Set<TaskId> prepared = HostPreparation.readyFor(node);
            runtime.declare(deployment, node, prepared, surroundings(deployment, node, prepared, tasks), tasks);
        }
    }

    /** What every runtime finds on its node, or is asked with. */
    private static List<TaskId> surroundings(Deployment deployment, NodeSpec node, Set<TaskId> prepared, Tasks tasks) {
        List<Resource> files = new ArrayList<>(List.of(crictl(deployment.spec())));
        NetworkPlugins.of(deployment.spec()).cniList().ifPresent(files::add);
        List<Program> programs = new ArrayList<>(List.of(deployment.artifacts().program("crictl")));
        Stream.concat(PLUGINS.stream(), NetworkPlugins.of(deployment.spec()).cniPrograms().stream())
                .forEach(plugin -> programs.add(deployment.artifacts().cniPlugin(plugin)));
        Set<TaskId> written =
                tasks.because(NetworkPlugins.CHOICE, PathVariables.PROGRAMS).addAll(node.host(), files, prepared);
        Set<TaskId> installed = tasks.because(DeploymentVariables.KUBERNETES_VERSION, PathVariables.CNI_PROGRAMS)
                .addAll(node.host(), programs, prepared);
        return Stream.concat(written.stream(), installed.stream()).toList();
    }

    private static TextFile crictl(ClusterSpec spec) {
        return TextFile.of(CRICTL, "runtime-endpoint: %1$s\nimage-endpoint: %1$s\n".formatted(endpoint(spec)));
    }

    /** Where the kubelet and crictl find the runtime. */
    public static String endpoint(ClusterSpec spec) {
        return "unix://" + NodeRuntimes.of(spec).socket();
    }

    /** The task after which a node's runtime runs. */
    public static TaskId ready(ClusterSpec spec, NodeSpec node) {
        return Service.task(node.name(), NodeRuntimes.of(spec).unit());
    }
}

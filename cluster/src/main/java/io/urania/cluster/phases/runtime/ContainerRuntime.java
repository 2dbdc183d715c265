package io.urania.cluster.phases.runtime;

import io.urania.artifacts.version.PackageOrigin;
import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.phase.OutsideProxies;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.registry.SoftwarePackages;
import io.urania.cluster.value.Registry;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.image.ImageStore;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.resource.service.Service;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** containerd on every node: from the bundle, or Debian's package for Kubernetes versions that need an old one. */
public final class ContainerRuntime implements Phase {

    private static final SoftwarePackages PACKAGE = SoftwarePackages.of(List.of(Software.CONTAINER_RUNTIME));

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "container runtime",
                    List.of(Place.NODES),
                    "containerd runs on every node, with the plugins that connect containers: from the bundle, or from"
                            + " Debian's package for Kubernetes versions that need an old one.")
            .reading(List.of(
                    ContainerVariables.MANAGER,
                    ContainerVariables.STORAGE_DIRECTORY,
                    ContainerVariables.STATE_DIRECTORY,
                    ContainerVariables.MAX_RECEIVE_MESSAGE_SIZE,
                    ContainerVariables.MAX_SEND_MESSAGE_SIZE,
                    ContainerVariables.DEBUG_LEVEL,
                    ContainerVariables.METRICS_ADDRESS,
                    ContainerVariables.METRICS_HISTOGRAM,
                    ContainerVariables.MAX_CONTAINER_LOG_LINE_SIZE,
                    ContainerVariables.REGISTRIES,
                    ContainerVariables.INSECURE_REGISTRIES,
                    KubeletVariables.CGROUP_DRIVER,
                    PathVariables.PROGRAMS,
                    NetworkVariables.HTTP_PROXY,
                    NetworkVariables.HTTPS_PROXY,
                    NetworkVariables.NO_PROXY,
                    NetworkVariables.ADDITIONAL_NO_PROXY))
            .with(Topic.PROGRAMS, List.of("containerd", "containerd-shim-runc-v2", "ctr", "crictl"))
            .with(Topic.PACKAGES, PACKAGE.words())
            .with(
                    Topic.FILES,
                    List.of(
                            "/etc/containerd/config.toml",
                            "/etc/containerd/certs.d/*/hosts.toml",
                            ContainerdProxies.FILE,
                            "/etc/cni/net.d/*",
                            "/etc/crictl.yaml",
                            "/etc/systemd/system/containerd.service",
                            "/opt/cni/bin/*"))
            .with(Topic.UNITS, List.of("containerd.service"));

    /** The socket of the Container Runtime Interface. */
    public static final String SOCKET = "unix:///run/containerd/containerd.sock";

    private static final String SOCKET_FILE = "/run/containerd/containerd.sock";

    private static final TextFile CRICTL =
            TextFile.of("/etc/crictl.yaml", "runtime-endpoint: %1$s\nimage-endpoint: %1$s\n".formatted(SOCKET));

    private static final String UNIT = "containerd.service";
    private static final String UNIT_FILE = "/etc/systemd/system/containerd.service";
    private static final String CONFIGURATION = "/etc/containerd/config.toml";
    private static final String REGISTRIES = "/etc/containerd/certs.d";
    private static final List<String> PLUGINS = List.of("bridge", "host-local", "loopback", "portmap");

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        NetworkPlugin network = NetworkPlugins.of(deployment.spec());
        for (NodeSpec node : deployment.spec().nodes()) {
            boolean bundled = deployment.versions().containerd().origin() == PackageOrigin.BUNDLE;
            List<TaskId> needs = new ArrayList<>(HostPreparation.readyFor(node));
            List<String> reads = new ArrayList<>(List.of(CONFIGURATION));
            List<Resource> resources = new ArrayList<>(List.of(network.cniList(), CRICTL));
            List<Program> programs = new ArrayList<>();
            ContainerdProxies proxies = new ContainerdProxies(deployment.spec(), bundled);
            reads.addAll(proxies.reads());
            if (bundled) {
                programs.addAll(programs(deployment.artifacts()));
                resources.add(TextFile.of(
                        UNIT_FILE,
                        ContainerdUnit.text(
                                deployment.artifacts().programs(),
                                deployment.spec().proxies().isSet())));
                reads.add(UNIT_FILE);
            } else {
                needs.add(tasks.because(DeploymentVariables.KUBERNETES_VERSION)
                        .add(
                                node.host(),
                                new Packages("containers", PACKAGE)
                                        .through(new OutsideProxies(deployment.spec()).forPackages())));
            }
            List<Program> installed = new ArrayList<>(programs);
            installed.add(deployment.artifacts().program("crictl"));
            Stream.concat(PLUGINS.stream(), network.cniPrograms().stream())
                    .forEach(plugin -> installed.add(deployment.artifacts().cniPlugin(plugin)));
            List<TaskId> done = new ArrayList<>();
            done.add(configured(tasks).add(node.host(), mainFile(deployment, node), needs.toArray(TaskId[]::new)));
            done.addAll(tasks.because(ContainerVariables.REGISTRIES, ContainerVariables.INSECURE_REGISTRIES)
                    .addAll(node.host(), registries(deployment), needs));
            done.addAll(tasks.because(
                            NetworkVariables.HTTP_PROXY,
                            NetworkVariables.HTTPS_PROXY,
                            NetworkVariables.NO_PROXY,
                            NetworkVariables.ADDITIONAL_NO_PROXY)
                    .addAll(node.host(), proxies.resources(), needs));
            done.addAll(
                    tasks.because(NetworkPlugins.CHOICE, PathVariables.PROGRAMS).addAll(node.host(), resources, needs));
            done.addAll(tasks.because(DeploymentVariables.KUBERNETES_VERSION).addAll(node.host(), installed, needs));
            needs.addAll(done);
            Service service = Service.of(
                            UNIT, reads, programs.stream().map(Program::path).toList())
                    .restartMeaning("pods go on running; none is started or stopped meanwhile");
            configured(tasks).add(node.host(), service, needs.toArray(TaskId[]::new));
        }
    }

    /** The task after which a node's containerd runs. */
    public static TaskId ready(NodeSpec node) {
        return Service.task(node.name(), UNIT);
    }

    /** The images that pods of a node are made from. */
    static ImageStore images(Deployment deployment) {
        String ctr = deployment.versions().containerd().origin() == PackageOrigin.BUNDLE
                ? deployment.artifacts().programs() + "/ctr"
                : "/usr/bin/ctr";
        return ContainerdGeneration.of(deployment.versions().containerd()).images(SOCKET_FILE, Shell.quote(ctr));
    }

    private static List<Program> programs(HostArtifacts artifacts) {
        return List.of(
                artifacts.program("containerd"),
                artifacts.program("containerd-shim-runc-v2"),
                artifacts.program("ctr"));
    }

    private static Tasks configured(Tasks tasks) {
        return tasks.because(
                DeploymentVariables.KUBERNETES_VERSION,
                KubeletVariables.CGROUP_DRIVER,
                ContainerVariables.STORAGE_DIRECTORY,
                ContainerVariables.STATE_DIRECTORY,
                ContainerVariables.MAX_RECEIVE_MESSAGE_SIZE,
                ContainerVariables.MAX_SEND_MESSAGE_SIZE,
                ContainerVariables.DEBUG_LEVEL,
                ContainerVariables.METRICS_ADDRESS,
                ContainerVariables.METRICS_HISTOGRAM,
                ContainerVariables.MAX_CONTAINER_LOG_LINE_SIZE);
    }

    private static TextFile mainFile(Deployment deployment, NodeSpec node) {
        ContainerdConfiguration configuration = ContainerdConfiguration.of(deployment, node, REGISTRIES);
        return new TextFile(CONFIGURATION, "644", "root", configuration::text, "");
    }

    private static List<Resource> registries(Deployment deployment) {
        List<Resource> files = new ArrayList<>();
        for (Map.Entry<String, Registry> registry :
                deployment.spec().containerd().registries().entrySet()) {
            files.add(TextFile.of(
                    REGISTRIES + "/" + registry.getKey() + "/hosts.toml",
                    RegistryMirror.text(registry.getKey(), registry.getValue())));
        }
        return files;
    }
}

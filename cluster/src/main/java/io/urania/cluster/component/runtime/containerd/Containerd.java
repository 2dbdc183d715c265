package io.urania.cluster.component.runtime.containerd;

import io.urania.artifacts.version.PackageOrigin;
import io.urania.artifacts.version.VersionEntry;
import io.urania.cluster.component.NodeRuntime;
import io.urania.cluster.component.OpenDoor;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.BaseImages;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.GarbageCollection;
import io.urania.cluster.phase.HostArtifacts;
import io.urania.cluster.phase.OutsideProxies;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeRuntimeSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.registry.SoftwarePackages;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.file.WithdrawnFiles;
import io.urania.engine.resource.image.ImageStore;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.resource.service.Service;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** containerd on every node: from the bundle, or Debian's package for Kubernetes versions that need an old one. */
public final class Containerd implements NodeRuntime {

    static final String WORD = "containerd";

    /** Those of a bundle. */
    static final List<String> PROGRAMS = List.of("containerd", "containerd-shim-runc-v2", "ctr");

    private static final SoftwarePackages PACKAGE = SoftwarePackages.of(List.of(Software.CONTAINER_RUNTIME));

    private static final String SOCKET = "/run/containerd/containerd.sock";
    static final String UNIT = "containerd.service";
    static final String UNIT_FILE = "/etc/systemd/system/containerd.service";
    static final String FILES = "/etc/containerd";
    static final String CONFIGURATION = FILES + "/config.toml";
    static final String REGISTRIES = FILES + "/certs.d";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<Variable<?>> variables() {
        return ContainerdVariables.ALL;
    }

    @Override
    public List<Variable<?>> reads() {
        List<Variable<?>> read = new ArrayList<>(ContainerdVariables.CONFIGURATION);
        read.addAll(ContainerdVariables.SPECIFICATIONS);
        read.addAll(ContainerdLimits.VARIABLES);
        read.add(NodeVariables.GARBAGE_COLLECTION);
        read.addAll(List.of(
                ContainerdVariables.REGISTRIES,
                ContainerdVariables.INSECURE_REGISTRIES,
                KubeletVariables.CGROUP_DRIVER,
                NetworkVariables.HTTP_PROXY,
                NetworkVariables.HTTPS_PROXY,
                NetworkVariables.NO_PROXY,
                NetworkVariables.ADDITIONAL_NO_PROXY));
        return List.copyOf(read);
    }

    @Override
    public List<Variable<String>> directories() {
        return List.of(ContainerdVariables.STORAGE_DIRECTORY, ContainerdVariables.STATE_DIRECTORY);
    }

    @Override
    public List<Variable<?>> doors() {
        return ContainerdDoors.VARIABLES;
    }

    @Override
    public List<OpenDoor> openDoors(Source source) {
        return ContainerdDoors.open(source);
    }

    @Override
    public NodeRuntimeSpec read(Source source) {
        return new ContainerdReader(source).read();
    }

    @Override
    public String socket() {
        return SOCKET;
    }

    @Override
    public String unit() {
        return UNIT;
    }

    @Override
    public String configuration() {
        return CONFIGURATION;
    }

    @Override
    public List<String> components(VersionEntry versions) {
        return isBundled(versions) ? List.of(WORD) : List.of();
    }

    @Override
    public ImageStore images(ClusterDesign design) {
        String ctr = isBundled(design.versions()) ? design.artifacts().programs() + "/ctr" : "/usr/bin/ctr";
        return Generation.of(design.versions().containerd()).images(SOCKET, Shell.quote(ctr));
    }

    @Override
    public void declare(
            Deployment deployment,
            NodeSpec node,
            Collection<TaskId> prepared,
            Collection<TaskId> surroundings,
            Tasks tasks) {
        boolean bundled = isBundled(deployment.versions());
        ClusterSpec spec = deployment.spec();
        Proxies proxies = new Proxies(spec, bundled);
        List<TaskId> needs = new ArrayList<>(prepared);
        List<String> reads = new ArrayList<>(List.of(CONFIGURATION));
        reads.addAll(proxies.reads());
        if (!bundled) {
            needs.add(tasks.because(DeploymentVariables.KUBERNETES_VERSION)
                    .add(
                            node.host(),
                            new Packages("containers", PACKAGE).through(new OutsideProxies(spec).forPackages())));
        }
        List<TaskId> done = new ArrayList<>(surroundings);
        done.add(configured(tasks).add(node.host(), mainFile(deployment, node), needs.toArray(TaskId[]::new)));
        List<TextFile> specifications = specifications(settings(spec));
        specifications.forEach(file -> reads.add(file.path()));
        done.addAll(tasks.because(ContainerdVariables.SPECIFICATIONS).addAll(node.host(), specifications, needs));
        done.addAll(tasks.because(ContainerdVariables.REGISTRIES, ContainerdVariables.INSECURE_REGISTRIES)
                .addAll(node.host(), registries(settings(spec)), needs));
        done.addAll(tasks.because(
                        NetworkVariables.HTTP_PROXY,
                        NetworkVariables.HTTPS_PROXY,
                        NetworkVariables.NO_PROXY,
                        NetworkVariables.ADDITIONAL_NO_PROXY)
                .addAll(node.host(), proxies.resources(), needs));
        List<Program> programs = bundled ? programs(deployment.artifacts()) : List.of();
        if (bundled) {
            reads.add(UNIT_FILE);
            done.add(tasks.because(PathVariables.PROGRAMS)
                    .and(ContainerdLimits.VARIABLES)
                    .and(KubeletVariables.KUBE_SLICE, NodeVariables.GARBAGE_COLLECTION)
                    .add(node.host(), unitFile(deployment, node), needs.toArray(TaskId[]::new)));
            done.addAll(tasks.because(DeploymentVariables.KUBERNETES_VERSION).addAll(node.host(), programs, needs));
        }
        needs.addAll(done);
        Service service = Service.of(
                        UNIT, reads, programs.stream().map(Program::path).toList())
                .restartMeaning("pods keep running; none is started or stopped meanwhile");
        TaskId runs = configured(tasks)
                .and(NodeVariables.GARBAGE_COLLECTION)
                .and(ContainerdLimits.VARIABLES)
                .add(node.host(), service, needs.toArray(TaskId[]::new));
        tasks.because(ContainerdVariables.REGISTRIES)
                .and(ContainerdVariables.SPECIFICATIONS)
                .add(node.host(), new WithdrawnFiles(FILES, tasks.files(node.host())), runs);
    }

    @Override
    public List<Leftover> leftovers(ClusterSpec spec) {
        return new ContainerdLeftovers(spec).all();
    }

    @Override
    public Map<Topic, List<String>> details() {
        return Map.of(
                Topic.PROGRAMS,
                PROGRAMS,
                Topic.PACKAGES,
                PACKAGE.words(),
                Topic.FILES,
                List.of(CONFIGURATION, REGISTRIES + "/*/hosts.toml", Proxies.FILE, UNIT_FILE),
                Topic.UNITS,
                List.of(UNIT));
    }

    /** The settings of a cluster whose nodes have it. */
    public static ContainerdSpec settings(ClusterSpec spec) {
        return (ContainerdSpec) spec.runtime();
    }

    private static boolean isBundled(VersionEntry versions) {
        return versions.containerd().origin() == PackageOrigin.BUNDLE;
    }

    private static List<Program> programs(HostArtifacts artifacts) {
        return PROGRAMS.stream().map(artifacts::program).toList();
    }

    private static Tasks configured(Tasks tasks) {
        return tasks.because(
                        DeploymentVariables.KUBERNETES_VERSION,
                        KubeletVariables.CGROUP_DRIVER,
                        PathVariables.CNI_PROGRAMS)
                .and(ContainerdVariables.CONFIGURATION);
    }

    private static TextFile mainFile(Deployment deployment, NodeSpec node) {
        Configuration configuration = new Configuration(
                settings(deployment.spec()),
                node,
                Generation.of(deployment.versions().containerd()).configurationFormat(),
                deployment.artifacts().reference(BaseImages.PAUSE),
                REGISTRIES,
                deployment.spec().paths().cniPrograms());
        return new TextFile(CONFIGURATION, "644", "root", configuration::text, "");
    }

    private static TextFile unitFile(Deployment deployment, NodeSpec node) {
        return new TextFile(
                UNIT_FILE,
                "644",
                "root",
                facts -> UnitFile.text(
                        deployment.artifacts().programs(),
                        deployment.spec().proxies().isSet(),
                        node.kubelet().slice(),
                        settings(deployment.spec()).limits(),
                        GarbageCollection.line(node.host(), facts)),
                "");
    }

    private static List<TextFile> specifications(ContainerdSpec settings) {
        return settings.baseSpecs().entrySet().stream()
                .map(file -> TextFile.of(BaseSpecs.path(file.getKey()), file.getValue()))
                .toList();
    }

    private static List<Resource> registries(ContainerdSpec settings) {
        List<Resource> files = new ArrayList<>();
        settings.registries()
                .forEach((name, registry) -> files.add(
                        TextFile.of(REGISTRIES + "/" + name + "/hosts.toml", RegistryMirror.text(name, registry))));
        return files;
    }
}

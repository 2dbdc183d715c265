package io.urania.cluster.phases.controlplane;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.observation.encryption.EncryptionProbe;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.apiserver.ApiServerFiles;
import io.urania.cluster.phases.apiserver.Encryption;
import io.urania.cluster.phases.apiserver.SchedulerFile;
import io.urania.cluster.phases.balancer.LoadBalancer;
import io.urania.cluster.phases.etcd.EtcdMembers;
import io.urania.cluster.phases.runtime.NodeImages;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.apiserver.AuditSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.rows.AccessVariables;
import io.urania.cluster.variable.rows.AdmissionVariables;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.AuditVariables;
import io.urania.cluster.variable.rows.BalancerVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.EncryptionVariables;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.KubeadmVariables;
import io.urania.cluster.variable.rows.KubeletVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.cluster.variable.rows.SchedulerVariables;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.file.WithdrawnFiles;
import io.urania.engine.resource.service.ShutdownDelay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The control plane: initialised on the first host, joined by the others as soon as it answers. A first host that was lost
 * joins like any other: the cluster lives on without it.
 */
public final class ControlPlane implements Phase {

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "control plane",
                    List.of(Place.CONTROL_PLANE),
                    "kubeadm initialises the first control plane host; the others join as soon as it answers. Each runs the API"
                            + " server, the scheduler and the controller manager, and is a node. With `etcd_deployment_type: kubeadm` each"
                            + " has a member of etcd too, and they join one after the other.")
            .reading(read())
            .with(Topic.PROGRAMS, List.of("kubeadm", "kubelet", "kubectl"))
            .with(
                    Topic.FILES,
                    List.of(
                            "/etc/kubernetes/kubelet.yaml",
                            "/etc/systemd/system/kubelet.service",
                            ShutdownDelay.FILE,
                            ControlPlanePods.CONFIGURATION,
                            EtcdPod.CONFIGURATION,
                            Kubelets.CREDENTIALS,
                            CertificateRenewal.TIMER_FILE,
                            CertificateRenewal.SERVICE_FILE,
                            "/usr/local/bin/" + CertificateRenewal.SCRIPT,
                            "/etc/kubernetes/*.conf",
                            "/etc/kubernetes/manifests/*"))
            .with(Topic.UNITS, List.of("kubelet.service", CertificateRenewal.TIMER))
            .with(Topic.PORTS, List.of("kube_apiserver_port: the Kubernetes API", "10250: kubelet"));

    private static List<Variable<?>> read() {
        List<Variable<?>> read = new ArrayList<>(Kubelets.variables(
                DnsVariables.CLUSTER_NAME,
                BalancerVariables.DOMAIN_NAME,
                BalancerVariables.PORT,
                ApiServerVariables.PORT,
                PathVariables.MANIFESTS,
                ApiServerVariables.ANONYMOUS_AUTHENTICATION,
                ApiServerVariables.AUTHORIZATION_MODES,
                ApiServerVariables.EVENT_TTL,
                EtcdVariables.EVENTS,
                ApiServerVariables.NODE_PORT_RANGE,
                ApiServerVariables.CERTIFICATE_NAMES,
                ApiServerVariables.POD_SECURITY_POLICY,
                ApiServerVariables.CERTIFICATE_KEY,
                ApiServerVariables.CERTIFICATE_VALIDITY,
                ApiServerVariables.AUTHORITY_VALIDITY,
                ApiServerVariables.KEY_ALGORITHM,
                ApiServerVariables.RENEWAL,
                ApiServerVariables.RENEWAL_CALENDAR,
                DeploymentVariables.BY_CONNECTION,
                ApiServerVariables.KUBEADM_INIT_TIMEOUT,
                ApiServerVariables.KUBEADM_JOIN_TIMEOUT,
                NetworkVariables.SERVICES,
                NetworkVariables.PODS,
                NetworkVariables.NODE_PREFIX,
                NetworkVariables.SERVICES_IPV6,
                NetworkVariables.PODS_IPV6,
                NetworkVariables.NODE_PREFIX_IPV6,
                NetworkVariables.IPV4,
                NetworkVariables.IPV6,
                NetworkVariables.API_SERVICE,
                KubeletVariables.SYSTEM_CONTROL_PLANE_MEMORY,
                KubeletVariables.SYSTEM_CONTROL_PLANE_CPU,
                KubeletVariables.KUBE_CONTROL_PLANE_MEMORY,
                KubeletVariables.KUBE_CONTROL_PLANE_CPU));
        read.addAll(EtcdVariables.DEPLOYMENT);
        read.addAll(EtcdVariables.SETTINGS);
        read.addAll(FlagVariables.variables());
        read.addAll(AuditVariables.ALL);
        read.addAll(AdmissionVariables.ALL);
        read.addAll(AccessVariables.ALL);
        read.addAll(EncryptionVariables.ALL);
        read.addAll(ApiServerVariables.TRACES);
        read.addAll(SchedulerVariables.ALL);
        read.addAll(KubeadmVariables.ALL);
        return read.stream().<Variable<?>>map(variable -> variable).distinct().toList();
    }

    /** Where all files are that programs of the control plane read. */
    private static final String FILES = "/etc/kubernetes";

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        Map<Place, List<Leftover>> leftovers = new EnumMap<>(Kubelets.leftovers(spec));
        List<Leftover> own = new ArrayList<>(CertificateRenewal.leftovers(spec));
        spec.apiServer()
                .audit()
                .flatMap(AuditSpec::log)
                .filter(AuditSpec.Log::isFile)
                .ifPresent(log -> own.add(new Leftover.Kept(log.directory(), "it has the audit log")));
        leftovers.put(Place.CONTROL_PLANE, own);
        return leftovers;
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        ClusterSpec spec = deployment.spec();
        NodeSpec first = spec.firstControlPlane();
        List<TaskId> running = new ArrayList<>();
        for (NodeSpec node : spec.controlPlane()) {
            List<TaskId> ready = new ArrayList<>(Kubelets.declareFiles(deployment, node, tasks));
            TaskId kubectl = tasks.because(DeploymentVariables.KUBERNETES_VERSION)
                    .add(node.host(), deployment.artifacts().program("kubectl"));
            ready.addAll(EtcdMembers.clientReady(spec, node.host()));
            ready.addAll(EtcdMembers.ready(spec));
            ready.addAll(LoadBalancer.ready(spec, node.host()));
            ready.addAll(NodeImages.controlPlaneReady(deployment, node));
            TextFile configuration =
                    TextFile.of(ControlPlanePods.CONFIGURATION, new KubeadmConfiguration(deployment).pods(node));
            ready.add(configured(tasks).add(node.host(), configuration));
            ready.addAll(etcdConfiguration(deployment, node, tasks));
            ready.addAll(new ApiServerFiles(spec).declare(node, tasks));
            ManifestPatches.of(spec, node)
                    .files()
                    .forEach(file -> ready.add(tasks.because(KubeadmVariables.PATCHES, NodeVariables.GARBAGE_COLLECTION)
                            .add(node.host(), file)));
            new SchedulerFile(spec)
                    .file()
                    .ifPresent(file -> ready.add(tasks.because(file.reasons()).add(node.host(), file.file())));
            Encryption.declareKeys(deployment, node, tasks);
            ready.addAll(Encryption.keysReady(spec));
            List<TaskId> startedBy = new ArrayList<>();
            if (node.equals(first)) {
                ClusterInitialisation init = new ClusterInitialisation(deployment, node);
                startedBy.add(tasks.because(
                                DeploymentVariables.KUBERNETES_VERSION,
                                NetworkVariables.SERVICES,
                                NetworkVariables.SERVICES_IPV6,
                                BalancerVariables.DOMAIN_NAME)
                        .and(NetworkVariables.POD_RANGES)
                        .add(node.host(), Lane.SYSTEM, ClusterInitialisation.NAME, init, ready));
            }
            NodeAdmission admission = new NodeAdmission(deployment, node);
            tasks.because(ApiServerVariables.CERTIFICATE_KEY)
                    .add(node.host(), Lane.SYSTEM, NodeAdmission.NAME, admission, List.of(kubectl));
            startedBy.add(join(deployment, node, ready, tasks));
            TaskId kubelet = Kubelets.declareService(deployment, node, startedBy, tasks);
            ControlPlanePods pods = new ControlPlanePods(deployment, node, startedBy);
            List<TaskId> needs = new ArrayList<>(startedBy);
            needs.add(kubelet);
            needs.add(kubectl);
            needs.addAll(ready);
            needs.addAll(etcdPod(deployment, node, needs, tasks));
            TaskId started = configured(tasks).add(node.host(), Lane.SYSTEM, ControlPlanePods.NAME, pods, needs);
            running.add(started);
            Set<String> wanted = new TreeSet<>(tasks.files(node.host()));
            wanted.add(EncryptionProbe.FILE);
            configured(tasks).add(node.host(), new WithdrawnFiles(FILES, wanted), started);
            new CertificateRenewal(deployment, node).declare(started, tasks);
        }
        Encryption.declareRest(deployment, running, tasks);
        if (spec.apiServer().access().withoutAnonymousDiscovery()) {
            tasks.because(AccessVariables.WITHOUT_ANONYMOUS_DISCOVERY)
                    .add(
                            first.host(),
                            Lane.SYSTEM,
                            AnonymousDiscovery.NAME,
                            new AnonymousDiscovery(deployment, first, initialised(spec)),
                            running);
        }
    }

    private static List<TaskId> etcdConfiguration(Deployment deployment, NodeSpec node, Tasks tasks) {
        return switch (deployment.spec().etcd().deployment()) {
            case HOST -> List.of();
            case KUBEADM ->
                List.of(ofEtcd(tasks)
                        .add(
                                node.host(),
                                TextFile.of(
                                        EtcdPod.CONFIGURATION, new KubeadmConfiguration(deployment).etcdPod(node))));
        };
    }

    /**
     * Members are changed when all are there: a host that joins is added to a cluster in which all serve. API servers are changed after all
     * members, for each depends on the one beside it.
     */
    private static List<TaskId> etcdPod(Deployment deployment, NodeSpec node, List<TaskId> needs, Tasks tasks) {
        return switch (deployment.spec().etcd().deployment()) {
            case HOST -> List.of();
            case KUBEADM -> {
                List<TaskId> all = new ArrayList<>(needs);
                List<TaskId> startedBy = new ArrayList<>(List.of(initialised(deployment.spec())));
                deployment.spec().controlPlane().forEach(one -> startedBy.add(joined(one)));
                all.addAll(startedBy);
                ofEtcd(tasks)
                        .add(
                                node.host(),
                                Lane.SYSTEM,
                                EtcdPod.NAME,
                                new EtcdPod(deployment, node, startedBy),
                                all.stream().distinct().toList());
                yield deployment.spec().controlPlane().stream()
                        .map(one -> new TaskId(one.name(), EtcdPod.NAME))
                        .toList();
            }
        };
    }

    private static Tasks ofEtcd(Tasks tasks) {
        return tasks.because(DeploymentVariables.KUBERNETES_VERSION)
                .and(EtcdVariables.OF_MEMBERS)
                .and(EtcdVariables.SETTINGS)
                .and(EtcdVariables.DEPLOYMENT);
    }

    private static Tasks configured(Tasks tasks) {
        return tasks.because(
                        DeploymentVariables.KUBERNETES_VERSION,
                        ApiServerVariables.PORT,
                        ApiServerVariables.ANONYMOUS_AUTHENTICATION,
                        ApiServerVariables.AUTHORIZATION_MODES,
                        ApiServerVariables.EVENT_TTL,
                        EtcdVariables.EVENTS,
                        ApiServerVariables.NODE_PORT_RANGE,
                        ApiServerVariables.CERTIFICATE_NAMES,
                        ApiServerVariables.LOG_LEVEL,
                        ApiServerVariables.POD_SECURITY_POLICY)
                .and(FlagVariables.variables())
                .and(AuditVariables.ALL)
                .and(AdmissionVariables.ALL)
                .and(AccessVariables.ALL)
                .and(EncryptionVariables.ALL)
                .and(ApiServerVariables.TRACES)
                .and(SchedulerVariables.ALL)
                .and(KubeadmVariables.ALL);
    }

    /** The task after which there is a cluster. */
    public static TaskId initialised(ClusterSpec spec) {
        return new TaskId(spec.firstControlPlane().name(), ClusterInitialisation.NAME);
    }

    /** The tasks after which all API servers run as they are wanted. */
    public static List<TaskId> running(ClusterSpec spec) {
        return spec.controlPlane().stream()
                .map(node -> new TaskId(node.name(), ControlPlanePods.NAME))
                .toList();
    }

    /** The task after which a node is one. */
    public static TaskId joined(NodeSpec node) {
        return new TaskId(node.name(), NodeJoin.NAME);
    }

    /** The tasks after which the cluster's objects can be changed from the first control plane host. */
    public static List<TaskId> administrable(ClusterSpec spec) {
        return List.of(initialised(spec), joined(spec.firstControlPlane()));
    }

    /** The tasks after which nodes may join. */
    public static List<TaskId> admitting(ClusterSpec spec) {
        List<TaskId> tasks = new ArrayList<>(List.of(initialised(spec)));
        spec.controlPlane().forEach(node -> tasks.add(new TaskId(node.name(), NodeAdmission.NAME)));
        return tasks;
    }

    /** Members are added to an etcd one after the other, each when those before serve (etcd documentation, "Runtime reconfiguration"). */
    private static List<TaskId> joinedBefore(ClusterSpec spec, NodeSpec node) {
        int index = spec.controlPlane().indexOf(node);
        return switch (spec.etcd().deployment()) {
            case HOST -> List.of();
            case KUBEADM ->
                index == 0 ? List.of() : List.of(joined(spec.controlPlane().get(index - 1)));
        };
    }

    private static TaskId join(Deployment deployment, NodeSpec node, List<TaskId> ready, Tasks tasks) {
        List<TaskId> needs = new ArrayList<>(ready);
        needs.addAll(admitting(deployment.spec()));
        needs.addAll(joinedBefore(deployment.spec(), node));
        NodeJoin join = new NodeJoin(deployment, node, initialised(deployment.spec()));
        return tasks.because(DeploymentVariables.KUBERNETES_VERSION, ApiServerVariables.CERTIFICATE_KEY)
                .add(node.host(), Lane.SYSTEM, NodeJoin.NAME, join, needs);
    }
}

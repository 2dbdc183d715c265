package io.urania.cluster.phases.etcd;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.resource.service.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The members of etcd as systemd services, with TLS for each other and for clients. */
public final class EtcdMembers implements Phase {

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "etcd",
                    List.of(Place.ETCD, Place.CONTROL_PLANE),
                    "The etcd members, which store the cluster's state, run as systemd services of their hosts, with"
                            + " TLS between members and for clients. Control plane hosts get a client certificate. Events can have an"
                            + " etcd of their own on the same hosts. With `etcd_deployment_type: kubeadm` this chapter brings etcdctl"
                            + " only: members are static pods, which kubeadm makes in the next one.")
            .reading(read())
            .with(Topic.PROGRAMS, List.of("etcd", "etcdctl"))
            .with(
                    Topic.FILES,
                    List.of(
                            "/etc/etcd.env",
                            "/etc/systemd/system/etcd.service",
                            "/etc/etcd-events.env",
                            "/etc/systemd/system/etcd-events.service",
                            "/etc/etcd/pki/*",
                            "/etc/ssl/etcd/ssl/*"))
            .with(Topic.UNITS, List.of("etcd.service", "etcd-events.service"))
            .with(
                    Topic.PORTS,
                    List.of(
                            EtcdInstance.CLIENT_PORT + ": clients",
                            EtcdInstance.PEER_PORT + ": other members",
                            EtcdInstance.EVENTS_CLIENT_PORT + ": clients of the etcd of events",
                            EtcdInstance.EVENTS_PEER_PORT + ": other members of the etcd of events"));

    private static final String ETCDCTL = "etcdctl";

    /** Where clients have their certificates. */
    private static final String CLIENTS = "/etc/ssl/etcd";

    private final Function<ClusterSpec, List<TaskId>> apiServers;

    /**
     * The phase.
     *
     * @param apiServers the tasks after which API servers run with their present flags: an etcd that is not wanted any more stays until then
     */
    public EtcdMembers(Function<ClusterSpec, List<TaskId>> apiServers) {
        this.apiServers = apiServers;
    }

    private static List<Variable<?>> read() {
        List<Variable<?>> read = new ArrayList<>(List.of(
                EtcdVariables.DEPLOYMENT_TYPE,
                EtcdVariables.KUBEADM_ENABLED,
                NodeVariables.ETCD_MEMBER_NAME,
                ConnectionVariables.IP,
                ConnectionVariables.IP6,
                ConnectionVariables.ACCESS_IP,
                ConnectionVariables.ACCESS_IP6,
                EtcdVariables.EVENTS,
                EtcdVariables.EVENTS_DATA_DIRECTORY,
                EtcdVariables.MEMORY_LIMIT,
                NodeVariables.GARBAGE_COLLECTION,
                PathVariables.CREDENTIALS,
                PathVariables.PROGRAMS));
        read.addAll(EtcdVariables.OF_MEMBERS);
        read.addAll(EtcdVariables.SETTINGS);
        return List.copyOf(read);
    }

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        List<Leftover> ofMembers = switch (spec.etcd().deployment()) {
            case HOST -> ofServices(spec);
            case KUBEADM ->
                List.of(
                        EtcdData.leftover(spec.etcd().main()),
                        new Leftover.Written(spec.paths().programs() + "/etcdctl"));
        };
        return Map.of(
                Place.ETCD,
                ofMembers,
                Place.NODES,
                List.of(
                        new Leftover.Written(CLIENTS),
                        new Leftover.Cleared(CLIENTS + "/ssl"),
                        new Leftover.Cleared(CLIENTS)));
    }

    /** What members leave that are services of their hosts. */
    public static List<Leftover> ofServices(ClusterSpec spec) {
        String programs = spec.paths().programs();
        List<Leftover> ofMembers = new ArrayList<>();
        spec.etcd().instances().forEach(instance -> ofMembers.addAll(leftovers(instance)));
        ofMembers.addAll(List.of(
                new Leftover.Written("/etc/etcd"),
                new Leftover.Written(CLIENTS),
                new Leftover.Written(programs + "/etcd"),
                new Leftover.Written(programs + "/etcdctl"),
                new Leftover.Cleared("/etc/etcd/pki"),
                new Leftover.Cleared("/etc/etcd"),
                new Leftover.Kept(
                        "user etcd", "files of the user may be left; /etc/sysusers.d/urania-etcd.conf defines it")));
        return List.copyOf(ofMembers);
    }

    /** What a member of one etcd leaves, apart from what all of a host share. */
    public static List<Leftover> leftovers(EtcdInstance instance) {
        return List.of(
                new Leftover.Unit(instance.unit()),
                EtcdData.leftover(instance),
                new Leftover.Written(instance.settings()),
                new Leftover.Written(instance.unitFile()));
    }

    /** What has to be well around the restart of a host, as far as it has members; none where it has not. */
    public static List<Gate> gates(ClusterSpec spec, HostSpec host) {
        return spec.etcd().members().stream()
                .filter(member -> member.host().equals(host))
                .flatMap(member -> spec.etcd().instances().stream()
                        .map(instance ->
                                EtcdGate.of(spec, instance, member, spec.paths().programs())))
                .toList();
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        deployment
                .etcdCertificates()
                .ifPresentOrElse(
                        certificates -> declareServices(deployment, certificates, tasks),
                        () -> declareEtcdctl(deployment, tasks));
    }

    /** By it people and Urania ask members that kubeadm runs, whether their containers can be entered or not. */
    private static void declareEtcdctl(Deployment deployment, Tasks tasks) {
        for (EtcdSpec.Member member : deployment.spec().etcd().members()) {
            tasks.because(EtcdVariables.DEPLOYMENT)
                    .and(DeploymentVariables.KUBERNETES_VERSION)
                    .add(member.host(), deployment.artifacts().program(ETCDCTL), HostPreparation.names(member.host()));
        }
    }

    private void declareServices(Deployment deployment, EtcdCertificates certificates, Tasks tasks) {
        ClusterSpec spec = deployment.spec();
        for (EtcdSpec.Member member : spec.etcd().members()) {
            new MemberTasks(deployment, certificates, member, tasks).declare();
        }
        for (HostSpec host : clients(spec)) {
            tasks.because(PathVariables.CREDENTIALS).addAll(host, clientFiles(certificates), List.of());
        }
        if (!spec.etcd().storesEventsApart()) {
            WithdrawnEtcd withdrawn = new WithdrawnEtcd(spec.etcd().events());
            for (EtcdSpec.Member member : spec.etcd().members()) {
                tasks.because(EtcdVariables.EVENTS)
                        .add(member.host(), Lane.SYSTEM, withdrawn.name(), withdrawn, apiServers.apply(spec));
            }
        }
    }

    /** API servers, and the members' own hosts, where etcdctl runs. */
    private static Set<HostSpec> clients(ClusterSpec spec) {
        Set<HostSpec> hosts = new LinkedHashSet<>();
        spec.controlPlane().forEach(node -> hosts.add(node.host()));
        spec.etcd().members().forEach(member -> hosts.add(member.host()));
        return hosts;
    }

    /** The tasks after which an etcd serves that is there before the control plane. */
    public static List<TaskId> ready(ClusterSpec spec) {
        return spec.etcd().units().stream()
                .flatMap(unit -> spec.etcd().members().stream()
                        .map(member -> Service.task(member.host().name(), unit)))
                .toList();
    }

    /** The tasks after which the API server of a host can be a client of etcd, and the host's member be asked. */
    public static List<TaskId> clientReady(ClusterSpec spec, HostSpec host) {
        return switch (spec.etcd().deployment()) {
            case HOST -> clientReady(host);
            case KUBEADM -> List.of(Program.task(host.name(), spec.paths().programs() + "/" + ETCDCTL));
        };
    }

    /** The tasks after which a host has the certificates of a client. */
    static List<TaskId> clientReady(HostSpec host) {
        return List.of(
                TextFile.task(host.name(), EtcdCertificates.CLIENT_AUTHORITY),
                TextFile.task(host.name(), EtcdCertificates.CLIENT),
                TextFile.task(host.name(), EtcdCertificates.CLIENT_KEY));
    }

    private static List<Resource> clientFiles(EtcdCertificates certificates) {
        CertificateFiles files = new CertificateFiles(certificates);
        return List.of(
                files.shown(EtcdCertificates.CLIENT_AUTHORITY, certificates.authority()),
                files.shown(EtcdCertificates.CLIENT, certificates.client()),
                files.secret(EtcdCertificates.CLIENT_KEY, certificates.clientKey()));
    }
}

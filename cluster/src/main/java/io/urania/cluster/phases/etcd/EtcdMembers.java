package io.urania.cluster.phases.etcd;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.observation.EtcdProbe;
import io.urania.cluster.observation.EtcdView;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.account.SystemUser;
import io.urania.engine.resource.file.Directory;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of etcd as systemd services, with TLS for each other and for clients. */
public final class EtcdMembers implements Phase {

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "etcd",
                    List.of(Place.ETCD, Place.CONTROL_PLANE),
                    "The etcd members, which store the cluster's state, run as systemd services of their hosts, with"
                            + " TLS between members and for clients. Control plane hosts get a client certificate.")
            .reading(read())
            .with(Topic.PROGRAMS, List.of("etcd", "etcdctl"))
            .with(
                    Topic.FILES,
                    List.of(
                            "/etc/etcd.env",
                            "/etc/systemd/system/etcd.service",
                            "/etc/etcd/pki/*",
                            "/etc/ssl/etcd/ssl/*"))
            .with(Topic.UNITS, List.of("etcd.service"))
            .with(Topic.PORTS, List.of(EtcdSpec.CLIENT_PORT + ": clients", EtcdSpec.PEER_PORT + ": other members"));

    /** Where clients have their certificates. */
    private static final String CLIENTS = "/etc/ssl/etcd";

    private static final String USER = "etcd";
    private static final String UNIT = "etcd.service";
    private static final String UNIT_FILE = "/etc/systemd/system/etcd.service";

    private static List<Variable<?>> read() {
        List<Variable<?>> read = new ArrayList<>(List.of(
                NodeVariables.ETCD_MEMBER_NAME,
                ConnectionVariables.IP,
                ConnectionVariables.IP6,
                ConnectionVariables.ACCESS_IP,
                ConnectionVariables.ACCESS_IP6,
                EtcdVariables.DATA_DIRECTORY,
                EtcdVariables.QUOTA,
                EtcdVariables.MEMORY_LIMIT,
                EtcdVariables.COMPACTION_RETENTION,
                EtcdVariables.METRICS,
                EtcdVariables.PEER_CLIENT_AUTHENTICATION,
                EtcdVariables.CLIENT_AUTHENTICATION,
                EtcdVariables.HEARTBEAT,
                EtcdVariables.ELECTION_TIMEOUT,
                EtcdVariables.SNAPSHOT_COUNT,
                PathVariables.CREDENTIALS,
                PathVariables.PROGRAMS));
        read.addAll(EtcdVariables.SETTINGS);
        return List.copyOf(read);
    }

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Map<Place, List<Leftover>> leftovers(ClusterSpec spec) {
        String programs = spec.paths().programs();
        return Map.of(
                Place.ETCD,
                List.of(
                        new Leftover.Unit(UNIT),
                        EtcdData.leftover(spec.etcd()),
                        new Leftover.Written("/etc/etcd"),
                        new Leftover.Written(EtcdProbe.SETTINGS),
                        new Leftover.Written(CLIENTS),
                        new Leftover.Written(UNIT_FILE),
                        new Leftover.Written(programs + "/etcd"),
                        new Leftover.Written(programs + "/etcdctl"),
                        new Leftover.Cleared("/etc/etcd/pki"),
                        new Leftover.Cleared("/etc/etcd"),
                        new Leftover.Kept(
                                "user etcd",
                                "files of the user may be left; /etc/sysusers.d/urania-etcd.conf defines it")),
                Place.NODES,
                List.of(
                        new Leftover.Written(CLIENTS),
                        new Leftover.Cleared(CLIENTS + "/ssl"),
                        new Leftover.Cleared(CLIENTS)));
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        EtcdView view = new EtcdView(deployment.spec(), deployment.view());
        for (EtcdSpec.Member member : deployment.spec().etcd().members()) {
            declare(deployment, member, view, tasks);
        }
        for (HostSpec host : clients(deployment.spec())) {
            tasks.because(PathVariables.CREDENTIALS)
                    .addAll(host, clientFiles(deployment.etcdCertificates()), List.of());
        }
    }

    /** API servers, and the members' own hosts, where etcdctl runs. */
    private static Set<HostSpec> clients(ClusterSpec spec) {
        Set<HostSpec> hosts = new LinkedHashSet<>();
        spec.controlPlane().forEach(node -> hosts.add(node.host()));
        spec.etcd().members().forEach(member -> hosts.add(member.host()));
        return hosts;
    }

    /** The tasks after which etcd serves. */
    public static List<TaskId> ready(ClusterSpec spec) {
        return spec.etcd().members().stream()
                .map(member -> Service.task(member.host().name(), UNIT))
                .toList();
    }

    /** The tasks after which a host can be a client of etcd. */
    public static List<TaskId> clientReady(HostSpec host) {
        return List.of(
                TextFile.task(host.name(), EtcdCertificates.CLIENT_AUTHORITY),
                TextFile.task(host.name(), EtcdCertificates.CLIENT),
                TextFile.task(host.name(), EtcdCertificates.CLIENT_KEY));
    }

    private static void declare(Deployment deployment, EtcdSpec.Member member, EtcdView view, Tasks tasks) {
        EtcdSpec etcd = deployment.spec().etcd();
        EtcdCertificates certificates = deployment.etcdCertificates();
        HostSpec host = member.host();
        TaskId user = tasks.because(EtcdVariables.DATA_DIRECTORY).add(host, new SystemUser(USER, etcd.dataDirectory()));
        TaskId names = HostPreparation.names(host);
        List<Program> programs = List.of(
                deployment.artifacts().program("etcd"), deployment.artifacts().program("etcdctl"));
        List<TaskId> before = List.of(user, names);
        List<TaskId> needs = new ArrayList<>(
                tasks.because(DeploymentVariables.KUBERNETES_VERSION).addAll(host, programs, before));
        needs.addAll(tasks.because(EtcdVariables.DATA_DIRECTORY)
                .addAll(host, List.of(new Directory(etcd.dataDirectory(), "700", USER, List.of("member"))), before));
        needs.addAll(configured(tasks)
                .addAll(
                        host,
                        List.of(new EtcdSettings(
                                etcd, member, view, certificates.peers().isPresent())),
                        before));
        List<Resource> resources = new ArrayList<>();
        resources.add(shown(certificates, EtcdCertificates.AUTHORITY, certificates.authority()));
        resources.add(shown(certificates, EtcdCertificates.MEMBER, certificates.member(member)));
        resources.add(secret(certificates, EtcdCertificates.MEMBER_KEY, certificates.memberKey(member))
                .ownedBy(USER));
        List<String> reads = new ArrayList<>(List.of(
                UNIT_FILE,
                EtcdProbe.SETTINGS,
                EtcdCertificates.AUTHORITY,
                EtcdCertificates.MEMBER,
                EtcdCertificates.MEMBER_KEY));
        certificates.peers().ifPresent(peers -> {
            resources.add(shown(certificates, EtcdCertificates.PEER_AUTHORITY, peers.authority()));
            resources.add(shown(certificates, EtcdCertificates.PEER, peers.certificate(member)));
            resources.add(secret(certificates, EtcdCertificates.PEER_KEY, peers.key(member))
                    .ownedBy(USER));
            reads.addAll(List.of(EtcdCertificates.PEER_AUTHORITY, EtcdCertificates.PEER, EtcdCertificates.PEER_KEY));
        });
        needs.addAll(tasks.because(
                        PathVariables.CREDENTIALS,
                        NodeVariables.ETCD_MEMBER_NAME,
                        ConnectionVariables.IP,
                        ConnectionVariables.ACCESS_IP)
                .addAll(host, resources, before));
        TextFile unit = new TextFile(
                UNIT_FILE,
                "644",
                "root",
                facts -> EtcdUnit.text(etcd, deployment.artifacts().programs(), facts),
                "");
        needs.addAll(tasks.because(EtcdVariables.MEMORY_LIMIT).addAll(host, List.of(unit), before));
        needs.addAll(clientReady(host));
        configured(tasks)
                .and(DeploymentVariables.KUBERNETES_VERSION, EtcdVariables.MEMORY_LIMIT)
                .add(
                        host,
                        Service.of(
                                        UNIT,
                                        reads,
                                        programs.stream().map(Program::path).toList())
                                .restartMeaning(
                                        "a member is unavailable for seconds; the API works as long as most members do")
                                .startingWithOthers()
                                .restartedThrough(EtcdGate.of(
                                        etcd, member, deployment.artifacts().programs())),
                        needs.toArray(TaskId[]::new));
    }

    private static Tasks configured(Tasks tasks) {
        return tasks.because(
                        NodeVariables.ETCD_MEMBER_NAME,
                        EtcdVariables.DATA_DIRECTORY,
                        EtcdVariables.QUOTA,
                        EtcdVariables.COMPACTION_RETENTION,
                        EtcdVariables.METRICS,
                        EtcdVariables.PEER_CLIENT_AUTHENTICATION,
                        EtcdVariables.CLIENT_AUTHENTICATION,
                        EtcdVariables.HEARTBEAT,
                        EtcdVariables.ELECTION_TIMEOUT,
                        EtcdVariables.SNAPSHOT_COUNT)
                .and(EtcdVariables.SETTINGS);
    }

    private static List<Resource> clientFiles(EtcdCertificates certificates) {
        return List.of(
                shown(certificates, EtcdCertificates.CLIENT_AUTHORITY, certificates.authority()),
                shown(certificates, EtcdCertificates.CLIENT, certificates.client()),
                secret(certificates, EtcdCertificates.CLIENT_KEY, certificates.clientKey()));
    }

    private static TextFile shown(EtcdCertificates certificates, String path, String text) {
        return known(certificates, TextFile.of(path, text), text);
    }

    private static TextFile secret(EtcdCertificates certificates, String path, String text) {
        return known(certificates, TextFile.secret(path, text), text);
    }

    private static TextFile known(EtcdCertificates certificates, TextFile file, String text) {
        return certificates.isNew(text) ? file.madeByApply() : file;
    }
}

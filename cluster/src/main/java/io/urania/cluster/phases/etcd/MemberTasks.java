package io.urania.cluster.phases.etcd;

import io.urania.cluster.observation.EtcdView;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.account.SystemUser;
import io.urania.engine.resource.file.Directory;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The tasks of a host of group etcd: what its members share, and what each has for itself. */
record MemberTasks(Deployment deployment, EtcdCertificates certificates, EtcdSpec.Member member, Tasks tasks) {

    private static final String USER = "etcd";

    void declare() {
        HostSpec host = member.host();
        TaskId user = tasks.because(EtcdVariables.DATA_DIRECTORY)
                .add(host, new SystemUser(USER, etcd().main().dataDirectory()));
        List<TaskId> before = List.of(user, HostPreparation.names(host));
        List<Program> programs = List.of(
                deployment.artifacts().program("etcd"), deployment.artifacts().program("etcdctl"));
        List<TextFile> certificates = files();
        List<TaskId> needs = new ArrayList<>(
                tasks.because(DeploymentVariables.KUBERNETES_VERSION).addAll(host, programs, before));
        etcd().instances().forEach(instance -> needs.addAll(directory(instance, before)));
        EtcdView.all(deployment.spec(), deployment.view()).forEach(view -> needs.addAll(settings(view, before)));
        needs.addAll(tasks.because(
                        PathVariables.CREDENTIALS,
                        NodeVariables.ETCD_MEMBER_NAME,
                        ConnectionVariables.IP,
                        ConnectionVariables.ACCESS_IP)
                .addAll(host, certificates, before));
        etcd().instances().forEach(instance -> needs.addAll(unit(instance, before)));
        needs.addAll(EtcdMembers.clientReady(host));
        // One after the other, on all hosts in the same order: a member that starts waits for those on other hosts.
        etcd().instances().forEach(instance -> needs.add(service(instance, certificates, programs, needs)));
    }

    private List<TextFile> files() {
        CertificateFiles made = new CertificateFiles(certificates);
        List<TextFile> files = new ArrayList<>();
        files.add(made.shown(EtcdCertificates.AUTHORITY, certificates.authority()));
        files.add(made.shown(EtcdCertificates.MEMBER, certificates.member(member)));
        files.add(made.secret(EtcdCertificates.MEMBER_KEY, certificates.memberKey(member))
                .ownedBy(USER));
        certificates.peers().ifPresent(peers -> {
            files.add(made.shown(EtcdCertificates.PEER_AUTHORITY, peers.authority()));
            files.add(made.shown(EtcdCertificates.PEER, peers.certificate(member)));
            files.add(made.secret(EtcdCertificates.PEER_KEY, peers.key(member)).ownedBy(USER));
        });
        return files;
    }

    private Set<TaskId> directory(EtcdInstance instance, List<TaskId> before) {
        return tasks.because(directing(instance))
                .addAll(
                        member.host(),
                        List.of(new Directory(instance.dataDirectory(), "700", USER, List.of("member"))),
                        before);
    }

    private Set<TaskId> settings(EtcdView view, List<TaskId> before) {
        boolean hasPeerAuthority = certificates.peers().isPresent();
        return configured(view.instance())
                .addAll(member.host(), List.of(new EtcdSettings(etcd(), member, view, hasPeerAuthority)), before);
    }

    private Set<TaskId> unit(EtcdInstance instance, List<TaskId> before) {
        String programs = deployment.artifacts().programs();
        TextFile unit = new TextFile(
                instance.unitFile(),
                "644",
                "root",
                facts -> EtcdUnit.text(etcd(), instance, member.host(), programs, facts),
                "");
        return tasks.because(EtcdVariables.MEMORY_LIMIT, NodeVariables.GARBAGE_COLLECTION)
                .and(deciding(instance))
                .addAll(member.host(), List.of(unit), before);
    }

    private TaskId service(
            EtcdInstance instance, List<TextFile> certificates, List<Program> programs, Collection<TaskId> needs) {
        List<String> reads = new ArrayList<>(List.of(instance.unitFile(), instance.settings()));
        certificates.forEach(file -> reads.add(file.path()));
        Service service = Service.of(
                        instance.unit(),
                        reads,
                        programs.stream().map(Program::path).toList())
                .restartMeaning("a member is unavailable for seconds; the API works as long as most members do")
                .startingWithOthers()
                .restartedThrough(EtcdGate.of(
                        deployment.spec(),
                        instance,
                        member,
                        deployment.artifacts().programs()));
        return configured(instance)
                .and(DeploymentVariables.KUBERNETES_VERSION, EtcdVariables.MEMORY_LIMIT)
                .add(member.host(), service, needs.toArray(TaskId[]::new));
    }

    private List<Variable<?>> directing(EtcdInstance instance) {
        return instance.equals(etcd().main()) ? List.of(EtcdVariables.DATA_DIRECTORY) : deciding(instance);
    }

    private Tasks configured(EtcdInstance instance) {
        return tasks.because(NodeVariables.ETCD_MEMBER_NAME)
                .and(EtcdVariables.OF_MEMBERS)
                .and(EtcdVariables.SETTINGS)
                .and(deciding(instance));
    }

    /** What decides whether there is an etcd, and where its data are. */
    private List<Variable<?>> deciding(EtcdInstance instance) {
        return instance.equals(etcd().main())
                ? List.of()
                : List.of(EtcdVariables.EVENTS, EtcdVariables.EVENTS_DATA_DIRECTORY);
    }

    private EtcdSpec etcd() {
        return deployment.spec().etcd();
    }
}

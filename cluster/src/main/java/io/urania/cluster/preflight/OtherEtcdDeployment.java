package io.urania.cluster.preflight;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs etcd is decided when a cluster is made: services and static pods have other authorities and other data, and API servers that are
 * sent from one to the other find an empty store.
 */
record OtherEtcdDeployment() implements Rule {

    @Override
    public String id() {
        return "other-etcd-deployment";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "etcd runs as a service of a host, and `etcd_deployment_type` is `kubeadm`; or as kubeadm's static pod, and it is `host`",
                "Urania does not move the objects of a cluster from one etcd to another",
                "set `etcd_deployment_type` to what runs",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        boolean mayHaveRun = switch (spec.etcd().deployment()) {
            case HOST -> spec.node(host.name()).filter(NodeSpec::controlPlane).isPresent();
            case KUBEADM -> true;
        };
        return mayHaveRun ? List.of(trace(spec)) : List.of();
    }

    @Override
    public List<Finding> findings(Situation situation) {
        return runningOtherwise(situation)
                .map(host -> finding(host, situation.spec()))
                .toList();
    }

    /** Whether etcd runs in the other way: all else that is said of its members follows from that. */
    static boolean isFoundIn(Situation situation) {
        return runningOtherwise(situation).findAny().isPresent();
    }

    private static Stream<HostSpec> runningOtherwise(Situation situation) {
        return situation.spec().hosts().stream()
                .filter(host -> situation.book().knows(host.name()))
                .filter(host -> isThere(situation.facts(host), situation.spec()));
    }

    private static boolean isThere(Facts facts, ClusterSpec spec) {
        return facts.find(trace(spec))
                .filter(FileFact.Regular.class::isInstance)
                .isPresent();
    }

    private Finding finding(HostSpec host, ClusterSpec spec) {
        EtcdDeployment wanted = spec.etcd().deployment();
        return error(
                host.name(),
                switch (wanted) {
                    case HOST -> "its etcd member is a static pod of kubeadm's, and etcd_deployment_type is host";
                    case KUBEADM -> "its etcd member is a service of the host, and etcd_deployment_type is kubeadm";
                },
                "Urania does not move the objects of a cluster from one etcd to another, and the new one would be empty",
                switch (wanted) {
                    case HOST -> "set etcd_deployment_type: kubeadm, or start over with: urania reset";
                    case KUBEADM -> "set etcd_deployment_type: host, or start over with: urania reset";
                });
    }

    /** What is on a host where etcd runs in the other way. */
    private static Question<FileFact> trace(ClusterSpec spec) {
        return FileProbe.at(
                switch (spec.etcd().deployment()) {
                    case HOST -> spec.paths().manifests() + "/etcd.yaml";
                    case KUBEADM -> spec.etcd().main().unitFile();
                });
    }
}

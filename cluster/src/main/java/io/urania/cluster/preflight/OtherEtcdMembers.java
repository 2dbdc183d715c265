package io.urania.cluster.preflight;

import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdPeer;
import io.urania.cluster.observation.EtcdView;
import io.urania.cluster.observation.KubeconfigServersProbe;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of etcd that there are must be those that the inventory asks for, for nothing here adds, moves or removes one. A member that
 * begins on its own beside a cluster makes a second, empty one, and API servers that find it have lost all objects (kubespray issues 6132,
 * 4686 and 12370; etcd documentation, "Runtime reconfiguration").
 */
record OtherEtcdMembers(ClusterView cluster) implements Rule {

    private static final String NOT_MOVED =
            "this version of Urania does not add, move or remove members of a cluster that exists";
    private static final String BACK = "set group etcd to the members that run, or start over with: urania reset";
    private static final String ANEW = "create it anew, for it has events only: urania apply -e"
            + " etcd_events_cluster_enabled=false, then urania apply";

    @Override
    public String id() {
        return "other-etcd-members";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "etcd members run that are not in group etcd, belong to another cluster, or have their data in another directory than the inventory says; or no host has etcd data, but nodes of its cluster exist; the same of the etcd of events, which may begin anew",
                "a member that starts on its own creates a second, empty cluster",
                "set group etcd to the members that run; create an etcd of events anew: `apply -e etcd_events_cluster_enabled=false`, then `apply`",
                "etcd, \"Runtime reconfiguration\"");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        List<Question<?>> questions = new ArrayList<>(List.of(KubeconfigServersProbe.QUESTION));
        EtcdView.all(spec, cluster).forEach(view -> questions.add(view.question()));
        return questions;
    }

    @Override
    public List<Finding> findings(Situation situation) {
        if (OtherEtcdDeployment.isFoundIn(situation)) {
            return List.of();
        }
        return EtcdView.all(situation.spec(), cluster).stream()
                .flatMap(view -> new Comparison(situation.spec(), view, situation.book()).findings().stream())
                .toList();
    }

    /** What is wanted and what is, side by side. */
    private final class Comparison {

        private final ClusterSpec spec;
        private final EtcdView etcd;
        private final EtcdInstance instance;
        private final String name;
        private final String back;
        private final FactBook book;
        private final List<Finding> findings = new ArrayList<>();

        Comparison(ClusterSpec spec, EtcdView etcd, FactBook book) {
            this.spec = spec;
            this.etcd = etcd;
            this.instance = etcd.instance();
            this.name = instance.name();
            this.back = instance.disposable() ? ANEW : BACK;
            this.book = book;
        }

        List<Finding> findings() {
            Optional<Map.Entry<HostSpec, EtcdFact.Serving>> witness = etcd.witness(book);
            strangers();
            moved();
            otherClusters();
            witness.ifPresentOrElse(found -> besides(found.getKey(), found.getValue()), this::withoutWitness);
            return findings;
        }

        /** Hosts that have a member and are not to have one. */
        private void strangers() {
            for (HostSpec host : spec.hosts()) {
                if (spec.etcdMemberOn(host.name()).isEmpty() && hasData(host)) {
                    findings.add(error(
                            host.name(),
                            "it has an " + name + " member with data, and is not in group etcd",
                            NOT_MOVED,
                            back));
                }
            }
        }

        /** A member that begins in another directory has lost its data to the others. */
        private void moved() {
            for (EtcdSpec.Member member : spec.etcd().members()) {
                etcd.on(member.host(), book)
                        .flatMap(EtcdFact::begun)
                        .map(EtcdBeginning::directory)
                        .filter(directory -> !directory.isEmpty() && !directory.equals(instance.dataDirectory()))
                        .ifPresent(directory -> findings.add(error(
                                member.host().name(),
                                "its " + name + " member has its data in " + directory + ", and the inventory says "
                                        + instance.dataDirectory(),
                                "a member that returns without data may undo what the others have agreed on",
                                "set the directory back to " + directory
                                        + (instance.disposable() ? "; or " + back : ""))));
            }
        }

        private void otherClusters() {
            List<EtcdSpec.Member> serving = spec.etcd().members().stream()
                    .filter(member ->
                            etcd.serving(book).containsKey(member.host().name()))
                    .toList();
            for (EtcdSpec.Member member : serving) {
                HostSpec first = serving.getFirst().host();
                String wanted = served(first);
                if (!served(member.host()).equals(wanted)) {
                    findings.add(error(
                            member.host().name(),
                            "its " + name + " member belongs to cluster " + served(member.host()) + ", and the one on "
                                    + first.name() + " to cluster " + wanted,
                            "each has objects of its own, and API servers would see sometimes one, sometimes the other",
                            instance.disposable()
                                    ? back
                                    : "keep the one with your objects (etcdctl get / --prefix --keys-only --limit=10 on each),"
                                            + " and start over with: urania reset"));
                }
            }
        }

        private String served(HostSpec host) {
            EtcdFact.Serving fact = etcd.serving(book).get(host.name());
            return fact == null ? "" : fact.cluster();
        }

        /** A cluster serves and tells its members. */
        private void besides(HostSpec witness, EtcdFact.Serving cluster) {
            Set<String> wanted = etcd.wantedPeerUrls();
            for (EtcdPeer peer : cluster.peers()) {
                boolean isStranger = peer.peerUrls().stream().noneMatch(wanted::contains);
                if (isStranger && hostOf(peer).filter(this::hasData).isEmpty()) {
                    findings.add(error(
                            witness.name(),
                            name + " has the member " + peer.title() + " at " + String.join(", ", peer.peerUrls())
                                    + ", and no host of group etcd is there",
                            NOT_MOVED,
                            back));
                }
            }
            for (EtcdSpec.Member member : spec.etcd().members()) {
                Optional<EtcdPeer> peer = cluster.peers().stream()
                        .filter(one -> one.peerUrls().contains(member.peerUrl(instance)))
                        .findFirst();
                besides(member.host(), peer, witness);
            }
        }

        private void besides(HostSpec host, Optional<EtcdPeer> peer, HostSpec witness) {
            Optional<EtcdFact> fact = etcd.on(host, book);
            if (fact.isEmpty()) {
                findings.add(unknown(host));
            } else if (fact.get() instanceof EtcdFact.Serving) {
                // Of another cluster it has been told; of this one the others know it.
                return;
            } else if (fact.get() instanceof EtcdFact.Absent && peer.isEmpty() && isAddedByKubeadm()) {
                return;
            } else if (peer.isEmpty()) {
                boolean isAsleep = fact.get() instanceof EtcdFact.Silent;
                findings.add(error(
                        host.name(),
                        isAsleep
                                ? "it has data of an " + name + " member that the cluster on " + witness.name()
                                        + " does not have"
                                : "it should be an " + name + " member, but the running cluster, on " + witness.name()
                                        + ", has no such member",
                        NOT_MOVED,
                        back));
            } else if (fact.get() instanceof EtcdFact.Absent && peer.get().started()) {
                findings.add(error(
                        host.name(),
                        "its " + name + " member, " + peer.get().title() + ", has lost its data",
                        "a member that returns without data may undo what the others have agreed on",
                        instance.disposable() ? back : replacing(witness)));
            }
        }

        /** No member tells what the cluster is. */
        private void withoutWitness() {
            List<HostSpec> holders = spec.hosts().stream().filter(this::hasData).toList();
            if (holders.isEmpty()
                    && spec.hosts().stream()
                            .allMatch(host -> etcd.on(host, book).isPresent())) {
                lost();
                return;
            }
            if (etcd.mayBegin(book)) {
                return;
            }
            for (EtcdSpec.Member member : beginners()) {
                Optional<EtcdFact> fact = etcd.on(member.host(), book);
                if (fact.isEmpty()) {
                    findings.add(unknown(member.host()));
                } else if (fact.get() instanceof EtcdFact.Absent && !holders.isEmpty()) {
                    String holder = holders.getFirst().name();
                    findings.add(error(
                            member.host().name(),
                            "it should be an " + name + " member and has no data, and the " + name + " on " + holder
                                    + " does not report its members",
                            "whether " + member.host().name()
                                    + " is one of them is unknown, and a second cluster might be created",
                            "check on " + holder
                                    + ": " + checking() + "; once most of its members serve, run the same"
                                    + " command again; or "
                                    + (instance.disposable() ? back : "give the old cluster up with: urania reset")));
                } else if (!isAddedByKubeadm()
                        && fact.get() instanceof EtcdFact.Silent silent
                        && !silent.beginning().peerUrls().equals(etcd.wantedPeerUrls())) {
                    findings.add(error(
                            member.host().name(),
                            "its " + name + " member is not serving, and was started with " + others(silent.beginning())
                                    + " instead of those of group etcd",
                            NOT_MOVED,
                            back));
                }
            }
            // A host outside the group of which nothing is known may be the one that has the data.
            boolean isBegun = beginners().stream()
                    .anyMatch(member -> etcd.on(member.host(), book)
                            .filter(EtcdFact.Absent.class::isInstance)
                            .isPresent());
            spec.hosts().stream()
                    .filter(host -> isBegun
                            && spec.etcdMemberOn(host.name()).isEmpty()
                            && etcd.on(host, book).isEmpty())
                    .forEach(host -> findings.add(unknown(host)));
        }

        /** No host has data of etcd, and yet there are nodes: a disk that is not mounted looks so, and one that was lost. */
        private void lost() {
            if (instance.disposable()) {
                return;
            }
            List<String> nodes = spec.hosts().stream()
                    .map(HostSpec::name)
                    .filter(book::knows)
                    .filter(host -> book.of(host)
                            .find(KubeconfigServersProbe.QUESTION)
                            .filter(servers -> !servers.isEmpty())
                            .isPresent())
                    .toList();
            if (!nodes.isEmpty()) {
                spec.etcd()
                        .members()
                        .forEach(member -> findings.add(error(
                                member.host().name(),
                                "it should be an etcd member and has no data in "
                                        + instance.dataDirectory() + ", but a cluster exists: "
                                        + String.join(", ", nodes) + " is a node of it",
                                "an etcd that starts empty has lost all objects of the cluster",
                                "mount the disk that has the data, or restore a backup of it; or give the cluster up with:"
                                        + " urania reset")));
            }
        }

        private static String others(EtcdBeginning beginning) {
            return beginning.peerUrls().isEmpty()
                    ? "settings that are not Urania's,"
                    : "the members " + String.join(", ", beginning.peerUrls());
        }

        private Finding unknown(HostSpec host) {
            return error(
                    host.name(),
                    "it does not report whether it has " + name + " data",
                    "without this, a second cluster might be created beside the one that it belongs to",
                    "check on the host: ls -l " + instance.dataDirectory()
                            + "/member/wal; then run the same command again");
        }

        /** kubeadm join adds the member of a control plane host to those that there are, and never begins a cluster. */
        private boolean isAddedByKubeadm() {
            return switch (spec.etcd().deployment()) {
                case HOST -> false;
                case KUBEADM -> true;
            };
        }

        /** The members that may begin a cluster: those that must know whether there is one. */
        private List<EtcdSpec.Member> beginners() {
            return isAddedByKubeadm()
                    ? spec.etcdMemberOn(spec.firstControlPlane().name()).stream()
                            .toList()
                    : spec.etcd().members();
        }

        /** How a member that has lost its data comes back. */
        private String replacing(HostSpec witness) {
            String removal = "on " + witness.name() + ": etcdctl member remove";
            return isAddedByKubeadm()
                    ? removal + "; then run the same command again: kubeadm join adds it"
                    : removal + ", then etcdctl member add (etcd documentation,"
                            + " \"Runtime reconfiguration\"); this version of Urania does not do it";
        }

        private String checking() {
            return switch (spec.etcd().deployment()) {
                case HOST -> "systemctl status " + name;
                case KUBEADM -> "crictl ps --all --name " + name;
            };
        }

        private boolean hasData(HostSpec host) {
            return etcd.hasData(host, book);
        }

        private Optional<HostSpec> hostOf(EtcdPeer peer) {
            return spec.hosts().stream()
                    .filter(host -> peer.peerUrls()
                            .contains(EtcdSpec.Member.of(spec.etcd().deployment(), host, "")
                                    .peerUrl(instance)))
                    .findFirst();
        }
    }
}

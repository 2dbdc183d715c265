package io.urania.cluster.preflight;

import io.urania.cluster.observation.CertificateFact;
import io.urania.cluster.observation.CertificateProbe;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.observation.EtcdView;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * etcd's members believe the authority whose key is on this machine. From another machine, or a clone of the inventory without its
 * secrets, a second authority would be made, and members that got its certificates would not believe the others any more.
 *
 * @param own of this machine; empty where the authority is kubeadm's, and on the members' hosts
 */
record OtherEtcdAuthority(Optional<EtcdCertificates> own, ClusterView cluster) implements Rule {

    private static final Question<CertificateFact> AUTHORITY = CertificateProbe.at(EtcdCertificates.AUTHORITY);
    private static final Question<CertificateFact> PEER_AUTHORITY =
            CertificateProbe.at(EtcdCertificates.PEER_AUTHORITY);

    @Override
    public String id() {
        return "other-etcd-authority";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "etcd members trust another certificate authority than the one in `credentials/etcd` here",
                "members with certificates of two authorities do not trust each other",
                "copy `credentials/etcd` from where the cluster was created",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return own.isPresent() && spec.etcdMemberOn(host.name()).isPresent()
                ? List.of(
                        AUTHORITY,
                        PEER_AUTHORITY,
                        new EtcdView(spec, cluster, spec.etcd().main()).question())
                : List.of();
    }

    @Override
    public List<Finding> findings(Situation situation) {
        if (own.isEmpty()) {
            return List.of();
        }
        Optional<X509Certificate> ours = own.map(EtcdCertificates::authority).flatMap(OtherAuthority::read);
        Optional<X509Certificate> oursOfPeers = own.flatMap(EtcdCertificates::peers)
                .map(EtcdCertificates.Peers::authority)
                .flatMap(OtherAuthority::read);
        Path credentials = situation.spec().paths().credentials().resolve("etcd");
        return situation.spec().etcd().members().stream()
                .filter(member -> isOfAnother(member.host(), ours, oursOfPeers, situation))
                .map(member -> error(
                        member.host().name(),
                        "its etcd member trusts another certificate authority than the one in " + credentials,
                        "members with certificates of two authorities do not trust each other, and etcd stops",
                        "copy " + credentials
                                + " from where the cluster was created; or start over with: urania reset"))
                .toList();
    }

    /** What is left of a member without data is no obstacle. */
    private boolean isOfAnother(
            HostSpec host, Optional<X509Certificate> ours, Optional<X509Certificate> oursOfPeers, Situation situation) {
        EtcdView etcd =
                new EtcdView(situation.spec(), cluster, situation.spec().etcd().main());
        if (!etcd.hasData(host, situation.book())) {
            return false;
        }
        Optional<X509Certificate> theirs = there(host, AUTHORITY, situation);
        return theirs.isPresent()
                && !(theirs.equals(ours)
                        && there(host, PEER_AUTHORITY, situation).equals(oursOfPeers));
    }

    private static Optional<X509Certificate> there(
            HostSpec host, Question<CertificateFact> question, Situation situation) {
        return situation
                .facts(host)
                .find(question)
                .flatMap(CertificateFact::present)
                .map(CertificateFact.Present::certificate);
    }
}

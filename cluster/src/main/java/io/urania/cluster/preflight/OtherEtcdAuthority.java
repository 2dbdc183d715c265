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
 * @param own of this machine
 */
record OtherEtcdAuthority(EtcdCertificates own, ClusterView cluster) implements Rule {

    private static final Question<CertificateFact> AUTHORITY = CertificateProbe.at(EtcdCertificates.AUTHORITY);

    @Override
    public String id() {
        return "other-etcd-authority";
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return spec.etcdMemberOn(host.name()).isPresent()
                ? List.of(AUTHORITY, new EtcdView(spec, cluster).question())
                : List.of();
    }

    @Override
    public List<Finding> findings(Situation situation) {
        Optional<X509Certificate> ours = OtherAuthority.read(own.authority());
        Path credentials = situation.spec().paths().credentials().resolve("etcd");
        return situation.spec().etcd().members().stream()
                .filter(member -> isOfAnother(member.host(), ours, situation))
                .map(member -> error(
                        member.host().name(),
                        "its member of etcd believes another certificate authority than the one in " + credentials,
                        "members with certificates of two authorities do not believe each other, and etcd stops",
                        "copy " + credentials + " from where the cluster was made; or begin anew with: urania reset"))
                .toList();
    }

    /** What is left of a member without data is no obstacle. */
    private boolean isOfAnother(HostSpec host, Optional<X509Certificate> ours, Situation situation) {
        return new EtcdView(situation.spec(), cluster).hasData(host, situation.book())
                && situation
                        .facts(host)
                        .find(AUTHORITY)
                        .flatMap(CertificateFact::present)
                        .map(CertificateFact.Present::certificate)
                        .filter(theirs -> !Optional.of(theirs).equals(ours))
                        .isPresent();
    }
}

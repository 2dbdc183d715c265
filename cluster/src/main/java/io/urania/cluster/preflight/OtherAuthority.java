package io.urania.cluster.preflight;

import io.urania.cluster.observation.CertificateFact;
import io.urania.cluster.observation.CertificateProbe;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.pki.Pem;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Question;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All hosts are of one certificate authority: a host with another one is, or was, of another cluster, and joining would take it from
 * there, or fail half way with certificates that nobody believes (kubeadm issue 1764).
 */
record OtherAuthority(ClusterView cluster) implements Rule {

    @Override
    public String id() {
        return "other-authority";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a host has another certificate authority than the cluster",
                "it is, or was, a node of another cluster",
                "reset it, or remove it from the inventory",
                "kubeadm issue 1764");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        List<Question<?>> questions = new ArrayList<>();
        questions.add(authority(spec));
        questions.addAll(cluster.questions(host));
        return questions;
    }

    @Override
    public List<Finding> findings(Situation situation) {
        ClusterSpec spec = situation.spec();
        Optional<NodeSpec> witness = cluster.witness(situation.book());
        HostSpec origin = witness.orElse(spec.firstControlPlane()).host();
        Optional<X509Certificate> own = witness.flatMap(
                        node -> cluster.seenFrom(node, situation.book()).answering())
                .map(ClusterFact.Answering::authority)
                .flatMap(OtherAuthority::read)
                .or(() -> on(origin, situation));
        List<Finding> findings = new ArrayList<>();
        for (HostSpec host : spec.hosts()) {
            Optional<X509Certificate> present = on(host, situation);
            if (!host.equals(origin) && present.isPresent() && !present.equals(own) && isJudged(own, situation)) {
                findings.add(
                        error(
                                host.name(),
                                own.isPresent()
                                        ? "its certificate authority differs from that of the cluster on "
                                                + origin.name()
                                        : "it already belongs to a cluster, and " + origin.name()
                                                + ", where a cluster would be created, belongs to none",
                                "it is or was a node of another cluster",
                                "remove it from that one, and run on the host: kubeadm reset; or start over with: urania reset"));
            }
        }
        return findings;
    }

    /** While a control plane host sleeps, nobody knows whose authority counts: that one is told by another rule. */
    private boolean isJudged(Optional<X509Certificate> own, Situation situation) {
        return own.isPresent() || !cluster.isSilent(situation.book());
    }

    private static Optional<X509Certificate> on(HostSpec host, Situation situation) {
        return situation.book().knows(host.name())
                ? situation
                        .facts(host)
                        .find(authority(situation.spec()))
                        .flatMap(CertificateFact::present)
                        .map(CertificateFact.Present::certificate)
                : Optional.empty();
    }

    private static Question<CertificateFact> authority(ClusterSpec spec) {
        return CertificateProbe.at(spec.paths().certificates() + "/ca.crt");
    }

    /** Empty for what is no certificate: then the file on the host counts. */
    static Optional<X509Certificate> read(String pem) {
        try {
            return Optional.of(Pem.certificate(pem));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}

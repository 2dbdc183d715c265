package io.urania.cluster.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.urania.cluster.observation.CertificateFact;
import io.urania.cluster.observation.CertificateProbe;
import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.KubeletIdentity;
import io.urania.cluster.observation.MachineFact;
import io.urania.cluster.observation.MachineProbe;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.pki.Certificates;
import io.urania.cluster.pki.EtcdAuthority;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.pki.Pem;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.NodeSpec;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that are not what they seem: other nodes, other clusters' nodes, and nodes that nobody lists. */
class OtherIdentityTest {

    private static final String ERATO = ArticleRack.host("erato");

    @TempDir
    Path directory;

    private ArticleRack rack;
    private FactsOf facts;
    private ClusterFact.Answering cluster;

    @BeforeEach
    void makeACluster() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        facts = FactsOf.finishedHosts(rack);
        cluster = FactsOf.finished(rack);
    }

    @Test
    void aHostWhoseKubeletHasAnotherNameIsThatNode() {
        facts.with(
                ERATO,
                CertificateProbe.at(KubeletIdentity.CERTIFICATE),
                new CertificateFact.Present(Certificates.named("system:node:eratosthene")));

        assertThat(findings())
                .extracting(Finding::level, Finding::host, Finding::what)
                .containsExactly(tuple(Level.ERROR, ERATO, address() + " is node eratosthene"));
    }

    @Test
    void aHostWhoseKubeletHasItsNameIsItself() {
        facts.with(
                ERATO,
                CertificateProbe.at(KubeletIdentity.CERTIFICATE),
                new CertificateFact.Present(Certificates.named("system:node:" + ERATO)));

        assertThat(findings()).isEmpty();
    }

    @Test
    void aNodeWithTheAddressOfAHostIsThatHost() {
        rename("eratosthene", "", address());

        assertThat(findings())
                .extracting(Finding::host, Finding::what)
                .containsExactly(tuple(ERATO, address() + " is node eratosthene"));
    }

    @Test
    void aNodeOnTheSameMachineIsThatHostWhateverItsAddress() {
        rename("eratosthene", "4b1d", "10.99.0.1");
        machine("erato", "4b1d");

        assertThat(findings())
                .extracting(Finding::level, Finding::host, Finding::what)
                .contains(tuple(Level.ERROR, ERATO, address() + " is node eratosthene"));
    }

    @Test
    void machinesWhoseCardsWereCopiedAreNotToldByTheirIds() {
        rename("eratosthene", "4b1d", "10.99.0.1");
        machine("erato", "4b1d");
        machine("clio", "4b1d");

        assertThat(findings()).extracting(Finding::level).containsExactly(Level.WARNING);
    }

    @Test
    void aNodeThatTheInventoryDoesNotListIsAWarning() {
        NodeFact urania = new NodeFact("urania", true, new TreeMap<>(), new TreeSet<>(), "v1.36.3");
        cluster.nodes().put("urania", urania);

        assertThat(findings())
                .extracting(Finding::level, Finding::host, Finding::what)
                .containsExactly(tuple(Level.WARNING, "urania", "it is a cluster node but not in the inventory"));
    }

    @Test
    void aNodeKeepsTheNetworkOfItsPods() {
        podNetworks("10.233.193.0/24");
        assertThat(all(new OtherPodRange(rack.view()))).isEmpty();

        podNetworks("10.244.1.0/24");
        assertThat(all(new OtherPodRange(rack.view()))).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.ERROR);
            assertThat(finding.what()).contains("10.244.1.0/24").contains("10.233.192.0/18");
        });

        podNetworks("10.233.193.0/24", "fd85:ee78:d8a6:8607::1:100/120");
        assertThat(all(new OtherPodRange(rack.view()))).hasSize(1);
    }

    @Test
    void aNodeKeepsTheFamiliesOfItsAddresses() {
        String address = rack.spec().node(ERATO).orElseThrow().host().address().toString();

        known(Set.of(), Set.of(address));
        assertThat(all(new OtherNodeAddresses(rack.view()))).isEmpty();

        known(Set.of(), Set.of(address, "fd75::46"));
        assertThat(all(new OtherNodeAddresses(rack.view())))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.what()).endsWith("and fd75::46, and the inventory says " + address));
    }

    private void podNetworks(String... networks) {
        known(Set.of(networks), Set.of());
    }

    private void known(Set<String> networks, Set<String> addresses) {
        NodeFact erato = cluster.nodes().remove(ERATO);
        cluster.nodes()
                .put(
                        ERATO,
                        new NodeFact(
                                ERATO,
                                true,
                                erato.labels(),
                                erato.taints(),
                                erato.kubelet(),
                                "",
                                new TreeSet<>(addresses),
                                new TreeSet<>(networks)));
        rack.spec().controlPlane().forEach(node -> facts.cluster(node, cluster));
    }

    private List<Finding> all(Rule rule) {
        return rule.findings(new Situation(rack.spec(), rack.view(), facts.book()));
    }

    /** A clone of the inventory without its secrets had made a new one, and given it to the members one after the other. */
    @Test
    void anEtcdThatBelievesAnotherAuthorityIsRefused() {
        String member = ArticleRack.host("hellenes");
        facts.with(
                member,
                CertificateProbe.at(EtcdCertificates.AUTHORITY),
                new CertificateFact.Present(Certificates.named("etcd-ca")));

        assertThat(findings())
                .extracting(Finding::level, Finding::host, Finding::what)
                .containsExactly(tuple(
                        Level.ERROR,
                        member,
                        "its etcd member trusts another certificate authority than the one in "
                                + rack.spec().paths().credentials().resolve("etcd")));
    }

    /** A copy of the secrets from before, or one that is not whole, would give members what the others do not believe. */
    @Test
    void anEtcdWhosePeersHaveAnotherAuthorityIsRefusedToo() throws Exception {
        EtcdCertificates own = EtcdAuthority.certificates(
                directory.resolve("secrets"), rack.spec().etcd(), Clock.systemUTC());
        rack = ArticleRack.of(directory, ArticleRack.NEWEST, own);
        facts = FactsOf.finishedHosts(rack);
        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            authority(member, EtcdCertificates.AUTHORITY, own.authority());
            authority(
                    member,
                    EtcdCertificates.PEER_AUTHORITY,
                    own.peers().orElseThrow().authority());
        }
        assertThat(findings()).isEmpty();

        authority(rack.member("hellenes"), EtcdCertificates.PEER_AUTHORITY, own.authority());

        assertThat(findings())
                .extracting(Finding::level, Finding::host)
                .containsExactly(tuple(Level.ERROR, ArticleRack.host("hellenes")));
    }

    private void authority(EtcdSpec.Member member, String file, String text) throws GeneralSecurityException {
        facts.with(member.host().name(), CertificateProbe.at(file), new CertificateFact.Present(Pem.certificate(text)));
    }

    @Test
    void whatIsLeftOfAMemberWithoutDataIsNoObstacle() {
        facts = FactsOf.bareHosts(rack)
                .with(
                        ArticleRack.host("hellenes"),
                        CertificateProbe.at(EtcdCertificates.AUTHORITY),
                        new CertificateFact.Present(Certificates.named("etcd-ca")));

        assertThat(findings()).isEmpty();
    }

    @Test
    void aHostOfAnotherAuthorityIsRefused() {
        X509Certificate own = Certificates.named("kubernetes");
        rack.spec().nodes().forEach(node -> authority(node.host().shortName(), own));
        authority("erato", Certificates.named("kubernetes"));
        facts.cluster(
                rack.node("pandore"),
                new ClusterFact.Answering(true, "no certificate", cluster.nodes(), cluster.objects()));

        assertThat(findings())
                .extracting(Finding::host, Finding::what)
                .containsExactly(tuple(
                        ERATO,
                        "its certificate authority differs from that of the cluster on "
                                + ArticleRack.host("pandore")));
    }

    @Test
    void aWorkerOfAnotherClusterIsNotTakenFromItByANewOne() {
        facts = FactsOf.bareHosts(rack);
        authority("erato", Certificates.named("kubernetes"));

        assertThat(all())
                .extracting(Finding::host, Finding::what)
                .containsExactly(tuple(
                        ERATO,
                        "it already belongs to a cluster, and " + ArticleRack.host("pandore")
                                + ", where a cluster would be created, belongs to none"));
    }

    @Test
    void anInitThatWasCutOffHasAnAuthorityOfItsOwn() {
        facts = FactsOf.bareHosts(rack);
        authority("pandore", Certificates.named("kubernetes"));

        assertThat(all()).isEmpty();
    }

    @Test
    void anApiServerIsNotSentToAnotherEtcd() {
        facts.with(
                ArticleRack.host("hellenes"),
                MachineProbe.question(rack.spec().paths().manifests()),
                new MachineFact("", new TreeSet<>(Set.of("https://10.9.9.9:2379")), false, false));

        assertThat(findings())
                .extracting(Finding::host, Finding::what)
                .containsExactly(tuple(
                        ArticleRack.host("hellenes"),
                        "its API server uses etcd at https://10.9.9.9:2379, and group etcd has no member there"));
    }

    private String address() {
        return rack.node("erato").host().address().toString();
    }

    /** Erato as the cluster knows it under another name. */
    private void rename(String name, String machine, String address) {
        NodeFact erato = cluster.nodes().remove(ERATO);
        cluster.nodes()
                .put(
                        name,
                        new NodeFact(
                                name,
                                true,
                                erato.labels(),
                                erato.taints(),
                                erato.kubelet(),
                                machine,
                                new TreeSet<>(Set.of(address)),
                                erato.podNetworks()));
    }

    private void machine(String host, String id) {
        facts.with(
                ArticleRack.host(host),
                MachineProbe.question(rack.spec().paths().manifests()),
                new MachineFact(id, new TreeSet<>(), false, false));
    }

    private void authority(String host, X509Certificate certificate) {
        facts.with(
                ArticleRack.host(host),
                CertificateProbe.at(rack.spec().paths().certificates() + "/ca.crt"),
                new CertificateFact.Present(certificate));
    }

    /** Those of hosts whose control plane tells of the cluster. */
    private List<Finding> findings() {
        for (NodeSpec node : rack.spec().controlPlane()) {
            if (facts.book()
                    .of(node.name())
                    .find(rack.view().probe().question())
                    .filter(fact -> fact.answering()
                            .filter(found -> found.authority().equals("no certificate"))
                            .isPresent())
                    .isEmpty()) {
                facts.cluster(node, cluster);
            }
        }
        return all();
    }

    private List<Finding> all() {
        return Preflight.of(
                        rack.spec(),
                        ClusterRules.of(
                                rack.view(),
                                rack.deployment().etcdCertificates(),
                                rack.deployment().encryptionKeys()))
                .findings(new Situation(rack.spec(), rack.view(), facts.book()));
    }
}

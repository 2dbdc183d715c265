package io.urania.cluster.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.pki.CertificateIssuer.Use;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.etcd.EtcdDeployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtcdAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

    @TempDir
    Path directory;

    private Path credentials;
    private EtcdSpec etcd;

    @BeforeEach
    void readTheArticle() {
        credentials = directory.resolve("credentials");
        etcd = ArticleRack.of(directory, ArticleRack.NEWEST).spec().etcd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.crt", "client.key", "ca.crt", "ca-of-peers.key"})
    void whatIsNoFileIsNotRead(String name) throws Exception {
        certificates(NOW);
        Path file = credentials.resolve("etcd").resolve(name);
        Files.delete(file);
        // Whoever opened it for reading would wait for a writer.
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> certificates(NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        file + " cannot be read: ", "it is not a regular file; restore it from a backup");
    }

    @Test
    void everyCertificateIsAccountedForByTheAuthorityAlone() throws Exception {
        EtcdCertificates certificates = certificates(NOW);

        validate(certificates.authority(), certificates.client());
        for (EtcdSpec.Member member : etcd.members()) {
            validate(certificates.authority(), certificates.member(member));
        }
    }

    @Test
    void anotherAuthorityDoesNotAccountForThem() throws Exception {
        EtcdCertificates certificates = certificates(NOW);
        EtcdCertificates others = EtcdAuthority.certificates(directory.resolve("other"), etcd, clock(NOW));

        assertThatThrownBy(() -> validate(others.authority(), certificates.client()))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void membersServeAndAskWithOneCertificateOfAllTheirNames() throws Exception {
        X509Certificate certificate = Pem.certificate(certificates(NOW).member(member("hellenes")));

        assertThat(certificate.getExtendedKeyUsage()).containsExactlyInAnyOrder(SERVER, CLIENT);
        assertThat(certificate.getBasicConstraints()).as("it signs nothing").isEqualTo(-1);
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactlyInAnyOrder(
                        "hellenes.friends.intra.example.com", "hellenes", "localhost", "10.42.253.41", "127.0.0.1");
        assertThat(certificate.getNotBefore()).isBefore(Date.from(NOW));
        assertThat(certificate.getNotAfter()).isAfter(Date.from(NOW.plus(Duration.ofDays(364))));
    }

    /** With the key of a client, which is on every control plane host, nobody can pass for a member. */
    @Test
    void aClientsCertificateIsForAskingOnlyAndMembersHaveAnotherAuthorityForEachOther() throws Exception {
        EtcdCertificates certificates = certificates(NOW);
        EtcdCertificates.Peers peers = certificates.peers().orElseThrow();

        assertThat(Pem.certificate(certificates.client()).getExtendedKeyUsage()).containsExactly(CLIENT);
        for (EtcdSpec.Member member : etcd.members()) {
            validate(peers.authority(), peers.certificate(member));
            assertThat(Pem.certificate(peers.certificate(member)).getExtendedKeyUsage())
                    .containsExactlyInAnyOrder(SERVER, CLIENT);
            assertThat(pair(peers.key(member), peers.certificate(member)).matches())
                    .isTrue();
            assertThatThrownBy(() -> validate(peers.authority(), certificates.member(member)))
                    .isInstanceOf(CertPathValidatorException.class);
        }
        assertThatThrownBy(() -> validate(peers.authority(), certificates.client()))
                .isInstanceOf(CertPathValidatorException.class);
        assertThat(certificates(NOW).peers().orElseThrow().authority()).isEqualTo(peers.authority());
    }

    /** Members that believe another authority than the others are alone. */
    @Test
    void aClusterThatWasMadeWithOneAuthorityKeepsIt() throws Exception {
        EtcdCertificates before = certificates(NOW);
        try (Stream<Path> files = Files.list(credentials.resolve("etcd"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().matches("peer-.*|ca-of-peers.*"))
                    .toList()) {
                Files.delete(file);
            }
        }

        EtcdCertificates after = certificates(NOW);

        assertThat(after.peers()).isEmpty();
        assertThat(all(after)).isEqualTo(all(before));
    }

    @Test
    void aClientsCertificateThatAServerCouldUseIsReplacedByTheSameAuthority() throws Exception {
        CertificateStore store = new CertificateStore(credentials.resolve("etcd"));
        certificates(NOW);
        KeyAndCertificate wide = new CertificateIssuer(clock(NOW))
                .leaf(
                        "urania-etcd-client",
                        List.of(),
                        Set.of(Use.SERVER, Use.CLIENT),
                        store.find("ca").orElseThrow(),
                        Duration.ofDays(365));
        store.add("client", wide);
        store.keep();

        EtcdCertificates after = certificates(NOW);

        assertThat(after.client()).isNotEqualTo(Pem.of(wide.certificate()));
        assertThat(Pem.certificate(after.client()).getExtendedKeyUsage()).containsExactly(CLIENT);
        validate(after.authority(), after.client());
    }

    @Test
    void aKeyBelongsToItsCertificateAndToNoOther() throws Exception {
        EtcdCertificates certificates = certificates(NOW);

        assertThat(pair(certificates.memberKey(member("pandore")), certificates.member(member("pandore")))
                        .matches())
                .isTrue();
        assertThat(pair(certificates.memberKey(member("pandore")), certificates.client())
                        .matches())
                .isFalse();
    }

    @Test
    void whatIsMadeIsNowhereBeforeItIsKept() throws Exception {
        EtcdCertificates looked = EtcdAuthority.certificates(credentials, etcd, clock(NOW));

        assertThat(credentials).doesNotExist();
        assertThat(all(looked)).allMatch(looked::isNew);

        EtcdCertificates kept = certificates(NOW);
        EtcdCertificates read = EtcdAuthority.certificates(credentials, etcd, clock(NOW));

        assertThat(all(read)).isEqualTo(all(kept)).noneMatch(read::isNew);
    }

    @Test
    void whatFitsIsUsedAgain() throws Exception {
        List<String> before = all(certificates(NOW));

        assertThat(all(certificates(NOW.plus(Duration.ofDays(300))))).isEqualTo(before);
    }

    @Test
    void whatExpiresWithinThirtyDaysIsRenewedByTheSameAuthority() throws Exception {
        EtcdCertificates before = certificates(NOW);

        EtcdCertificates after = certificates(NOW.plus(Duration.ofDays(336)));

        assertThat(after.authority()).isEqualTo(before.authority());
        assertThat(after.client()).isNotEqualTo(before.client());
        assertThat(after.member(member("pandore"))).isNotEqualTo(before.member(member("pandore")));
        validate(after.authority(), after.client(), NOW.plus(Duration.ofDays(400)));
    }

    @Test
    void aMemberWithAnotherAddressGetsAnotherCertificateAndTheOthersKeepTheirs() throws Exception {
        EtcdCertificates before = certificates(NOW);
        EtcdSpec moved = moving("pandore", "10.42.253.99");

        EtcdCertificates after = kept(moved, NOW);

        EtcdSpec.Member pandore = moved.members().getFirst();
        assertThat(Pem.certificate(after.member(pandore)).getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .contains("10.42.253.99")
                .doesNotContain("10.42.253.40");
        assertThat(after.member(member("hellenes"))).isEqualTo(before.member(member("hellenes")));
    }

    @Test
    void aMemberWithAnIpv6AddressKeepsItsCertificate() throws Exception {
        EtcdSpec six = moving("pandore", "fd00::40");
        String before = kept(six, NOW).member(six.members().getFirst());

        assertThat(kept(six, NOW).member(six.members().getFirst())).isEqualTo(before);
    }

    @Test
    void aKeyThatIsNewerThanItsCertificateIsMadeAnewWithIt() throws Exception {
        EtcdCertificates before = certificates(NOW);
        Files.copy(
                credentials.resolve("etcd/member-pandore.key"),
                credentials.resolve("etcd/client.key"),
                StandardCopyOption.REPLACE_EXISTING);

        EtcdCertificates after = certificates(NOW);

        assertThat(after.client()).isNotEqualTo(before.client());
        assertThat(pair(after.clientKey(), after.client()).matches()).isTrue();
    }

    @Test
    void anAuthorityWithAKeyThatIsNotItsOwnIsLeftToPeople() throws Exception {
        certificates(NOW);
        Files.copy(
                credentials.resolve("etcd/client.key"),
                credentials.resolve("etcd/ca.key"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> certificates(NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ca.key")
                .hasMessageContaining("restore both");
    }

    @Test
    void aCertificateThatCannotBeReadIsNotReplaced() throws Exception {
        certificates(NOW);
        Files.writeString(credentials.resolve("etcd/ca.crt"), "garbage");

        assertThatThrownBy(() -> certificates(NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ca.crt cannot be read")
                .hasMessageContaining("restore them from a backup");
    }

    @Test
    void onlyTheOwnerMayReadWhatIsKept() throws Exception {
        certificates(NOW);

        assertThat(mode(credentials)).isEqualTo("rwx------");
        assertThat(mode(credentials.resolve("etcd"))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(credentials.resolve("etcd"))) {
            assertThat(files)
                    .hasSize(18)
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void aHostWhoseNameHasNoDomainIsNamedOnce() throws Exception {
        etcd = with(member -> member.name().equals("hellenes") ? named(member, "hellenes") : member);

        assertThat(Pem.certificate(certificates(NOW).member(member("hellenes"))).getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactlyInAnyOrder("hellenes", "localhost", "10.42.253.41", "127.0.0.1");
    }

    @Test
    void aHostThatIsNoMemberHasNoCertificate() throws Exception {
        EtcdCertificates certificates = certificates(NOW);
        EtcdSpec.Member stranger =
                EtcdSpec.Member.of(etcd.deployment(), etcd.members().getFirst().host(), "erato");

        assertThatThrownBy(() -> certificates.member(stranger)).hasMessageContaining("erato is not a member");
    }

    private EtcdCertificates certificates(Instant now) throws IOException {
        return kept(etcd, now);
    }

    private EtcdCertificates kept(EtcdSpec wanted, Instant now) throws IOException {
        EtcdCertificates certificates = EtcdAuthority.certificates(credentials, wanted, clock(now));
        certificates.keep();
        return certificates;
    }

    private List<String> all(EtcdCertificates certificates) {
        return Stream.concat(
                        Stream.of(certificates.authority(), certificates.client(), certificates.clientKey()),
                        etcd.members().stream()
                                .flatMap(member ->
                                        Stream.of(certificates.member(member), certificates.memberKey(member))))
                .toList();
    }

    private EtcdSpec.Member member(String name) {
        return etcd.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private EtcdSpec moving(String name, String address) {
        return with(member -> member.name().equals(name) ? at(member, new Address(address)) : member);
    }

    private EtcdSpec with(UnaryOperator<EtcdSpec.Member> change) {
        return new EtcdSpec(
                etcd.deployment(),
                etcd.members().stream().map(change).toList(),
                etcd.main(),
                etcd.events(),
                etcd.storesEventsApart(),
                etcd.quota(),
                etcd.memoryLimit(),
                etcd.compactionRetentionHours(),
                etcd.metrics(),
                etcd.peerClientAuthentication(),
                etcd.clientAuthentication(),
                etcd.heartbeatMilliseconds(),
                etcd.electionMilliseconds(),
                etcd.snapshotCount(),
                etcd.metricsPort(),
                etcd.further());
    }

    private static EtcdSpec.Member at(EtcdSpec.Member member, Address address) {
        HostSpec host = member.host();
        return EtcdSpec.Member.of(
                EtcdDeployment.HOST,
                new HostSpec(
                        host.name(),
                        host.shortName(),
                        address,
                        address,
                        Optional.empty(),
                        Optional.empty(),
                        host.target()),
                member.name());
    }

    private static EtcdSpec.Member named(EtcdSpec.Member member, String name) {
        HostSpec host = member.host();
        return EtcdSpec.Member.of(
                EtcdDeployment.HOST,
                new HostSpec(
                        name,
                        name,
                        host.address(),
                        host.accessAddress(),
                        Optional.empty(),
                        Optional.empty(),
                        host.target()),
                member.name());
    }

    private static KeyAndCertificate pair(String key, String certificate) throws Exception {
        return new KeyAndCertificate(Pem.key(key), Pem.certificate(certificate));
    }

    private static void validate(String authority, String certificate) throws Exception {
        validate(authority, certificate, NOW);
    }

    private static void validate(String authority, String certificate, Instant at) throws Exception {
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(Pem.certificate(certificate)));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(Pem.certificate(authority), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

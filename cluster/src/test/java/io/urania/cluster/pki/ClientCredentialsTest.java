package io.urania.cluster.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

class ClientCredentialsTest {
    private final CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC());
    private final KeyAndCertificate authority = issuer.authority("kubernetes", Duration.ofDays(1));
    private final KeyAndCertificate client =
            issuer.leaf("admin", List.of(), Set.of(CertificateIssuer.Use.CLIENT), authority, Duration.ofDays(1));

    @Test
    void keysOfKubeadmAreTakenAsTheyAre() throws Exception {
        KeyPair keys = rsa();
        X509Certificate root = rsaCertificate("kubernetes", "kubernetes", keys, keys.getPrivate());
        KeyPair ofClient = rsa();
        X509Certificate certificate = rsaCertificate("kubernetes", "admin", ofClient, keys.getPrivate());
        String key = written(ofClient.getPrivate());

        assertThat(key).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
        assertThat(ClientCredentials.of(written(root), written(certificate), key))
                .isEqualTo(new ClientCredentials(written(root), written(certificate), key));
    }

    @Test
    void nothingBesideTheBlocksIsTaken() throws Exception {
        String hostile = "x: |\n  exec\n";

        ClientCredentials credentials = ClientCredentials.of(
                hostile + Pem.of(authority.certificate()) + hostile,
                hostile + Pem.of(client.certificate()),
                hostile + Pem.of(client.key()) + hostile);

        assertThat(credentials)
                .isEqualTo(new ClientCredentials(
                        Pem.of(authority.certificate()), Pem.of(client.certificate()), Pem.of(client.key())));
    }

    @Test
    void anAuthorityThatIsBeingReplacedMayHaveTwoCertificates() throws Exception {
        String both = Pem.of(issuer.authority("kubernetes", Duration.ofDays(1)).certificate())
                + Pem.of(authority.certificate());

        assertThat(ClientCredentials.of(both, Pem.of(client.certificate()), Pem.of(client.key()))
                        .authority())
                .isEqualTo(both);
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        KeyAndCertificate other =
                issuer.leaf("admin", List.of(), Set.of(CertificateIssuer.Use.CLIENT), authority, Duration.ofDays(1));
        KeyAndCertificate namesake = issuer.authority("kubernetes", Duration.ofDays(1));

        assertRefused(
                authority.certificate(), client.certificate(), other.key(), "the key does not match the certificate");
        assertRefused(
                namesake.certificate(),
                client.certificate(),
                client.key(),
                "the authority did not sign the certificate");
        assertRefused(
                client.certificate(), client.certificate(), client.key(), "the authority did not sign the certificate");
    }

    @Test
    void whatIsNoCertificateOrKeyIsRefusedAndNotRepeated() {
        String certificate = Pem.of(client.certificate());
        String key = Pem.of(client.key());

        assertThatThrownBy(() -> ClientCredentials.of(certificate, key, key)).hasMessage("the certificate is none");
        assertThatThrownBy(() -> ClientCredentials.of(certificate, certificate, certificate))
                .hasMessage("the key is not valid");
        assertThatThrownBy(() -> ClientCredentials.of(certificate, certificate, key + key))
                .hasMessage("there are 2 keys");
        assertThatThrownBy(() -> ClientCredentials.of(certificate, certificate, ""))
                .hasMessage("the key is missing");
        assertThatThrownBy(() -> ClientCredentials.of(Pem.block("CERTIFICATE", new byte[] {1}), certificate, key))
                .hasMessage("the authority cannot be read");
        assertThatThrownBy(
                        () -> ClientCredentials.of(certificate, certificate, Pem.block("PRIVATE KEY", new byte[] {1})))
                .hasMessage("the key cannot be read");
    }

    private static void assertRefused(
            X509Certificate authority, X509Certificate certificate, PrivateKey key, String message) {
        assertThatThrownBy(() -> ClientCredentials.of(Pem.of(authority), Pem.of(certificate), Pem.of(key)))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage(message);
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate rsaCertificate(String signer, String subject, KeyPair keys, PrivateKey key)
            throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + signer),
                BigInteger.ONE,
                Date.from(now),
                Date.from(now.plus(Duration.ofDays(1))),
                new X500Name("CN=" + subject),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(signer.equals(subject)));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)));
    }

    private static String written(Object thing) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }
}

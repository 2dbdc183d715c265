package io.urania.cluster.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys on the curve P-256 and certificates for them. */
final class CertificateIssuer {

    /** Clocks of Raspberry Pis without a battery may be behind: a certificate counts from an hour before its making. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

    /** What a certificate is for: RFC 5280, 4.2.1.12. */
    enum Use {
        SERVER("1.3.6.1.5.5.7.3.1"),
        CLIENT("1.3.6.1.5.5.7.3.2");

        private final String identifier;

        Use(String identifier) {
            this.identifier = identifier;
        }

        /** Its object identifier, as {@link java.security.cert.X509Certificate#getExtendedKeyUsage} tells it. */
        String identifier() {
            return identifier;
        }
    }

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CertificateIssuer(Clock clock) {
        this.clock = clock;
    }

    /** A certificate authority that signs itself. */
    KeyAndCertificate authority(String name, Duration validity) {
        KeyPair keys = keys();
        return issue(name, keys, Optional.empty(), validity, List.of(), Set.of());
    }

    /**
     * A certificate of a server or a client.
     *
     * @param names host names and IP addresses it stands for
     * @param uses what it is for, at least one
     */
    KeyAndCertificate leaf(
            String name, Collection<Name> names, Set<Use> uses, KeyAndCertificate authority, Duration validity) {
        return issue(name, keys(), Optional.of(authority), validity, names, uses);
    }

    private KeyAndCertificate issue(
            String name,
            KeyPair keys,
            Optional<KeyAndCertificate> authority,
            Duration validity,
            Collection<Name> names,
            Set<Use> uses) {
        Instant from = clock.instant().minus(CLOCK_DIFFERENCE);
        X500Name subject = new X500Name("CN=" + name);
        X500Name issuer = authority
                .map(signer -> X500Name.getInstance(
                        signer.certificate().getSubjectX500Principal().getEncoded()))
                .orElse(subject);
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(127, random),
                    Date.from(from),
                    Date.from(from.plus(validity)),
                    subject,
                    keys.getPublic());
            addExtensions(builder, names, uses);
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(authority.map(KeyAndCertificate::key).orElse(keys.getPrivate()));
            return new KeyAndCertificate(
                    keys.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("the certificate of " + name + " cannot be created", e);
        }
    }

    private static void addExtensions(JcaX509v3CertificateBuilder builder, Collection<Name> names, Set<Use> uses)
            throws CertIOException {
        boolean signs = uses.isEmpty();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(signs));
        if (signs) {
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));
            return;
        }
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(uses.stream()
                        .sorted()
                        .map(use -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(use.identifier())))
                        .toArray(KeyPurposeId[]::new)));
        if (!names.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(
                            names.stream().map(CertificateIssuer::generalName).toArray(GeneralName[]::new)));
        }
    }

    private static GeneralName generalName(Name name) {
        return switch (name) {
            case Name.Host(String text) -> new GeneralName(GeneralName.dNSName, text);
            case Name.Ip(String text) -> new GeneralName(GeneralName.iPAddress, text);
        };
    }

    private KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of version 25 has P-256", e);
        }
    }
}

package io.urania.cluster.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** PEM text (RFC 7468) of certificates and of keys on the curve P-256. */
public final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private static final String KEY = "EC PRIVATE KEY";
    private static final ASN1ObjectIdentifier CURVE = X9ObjectIdentifiers.prime256v1;

    private Pem() {}

    static String of(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** An elliptic-curve key as RFC 5915 writes it, with its curve: kubeadm before 1.20 takes no PKCS #8 for it. */
    static String of(PrivateKey key) {
        ECPrivateKey written = new ECPrivateKey(256, ((java.security.interfaces.ECPrivateKey) key).getS(), CURVE);
        try {
            return block(KEY, written.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a key in memory can be written", e);
        }
    }

    /**
     * Reads the first certificate of a text.
     *
     * @throws GeneralSecurityException if there is none
     */
    public static X509Certificate certificate(String text) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Reads what {@link #of(PrivateKey)} has written. */
    static PrivateKey key(String text) throws GeneralSecurityException {
        String body = text.replaceAll("-----[A-Z ]+-----", "");
        try {
            ECPrivateKey read = ECPrivateKey.getInstance(Base64.getMimeDecoder().decode(body));
            byte[] wrapped = new PrivateKeyInfo(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, CURVE), read)
                    .getEncoded(ASN1Encoding.DER);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(wrapped));
        } catch (IllegalArgumentException | IOException e) {
            throw new GeneralSecurityException("not an elliptic-curve key", e);
        }
    }

    /** The text of one block. */
    static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(content) + "\n-----END " + label + "-----\n";
    }
}

package io.urania.cluster.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** A private key with the certificate of its public key. */
record KeyAndCertificate(PrivateKey key, X509Certificate certificate) {

    /** Whether the key is really that of the certificate: both are files, and one may be older than the other. */
    boolean matches() throws GeneralSecurityException {
        byte[] sample = "a sample to sign".getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(sample);
        return signature.verify(signed);
    }
}

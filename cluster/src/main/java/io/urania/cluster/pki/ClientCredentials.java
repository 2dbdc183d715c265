package io.urania.cluster.pki;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * What a client of an API server needs, as PEM text with nothing else in it: what a host said of it has been read, and does belong
 * together.
 *
 * @param authority the certificates of those who sign the server's, in their order
 * @param certificate the client's certificate and those that stand between it and the authority
 * @param key the client's private key; secret
 */
public record ClientCredentials(String authority, String certificate, String key) {

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final List<String> KEYS = List.of("RSA PRIVATE KEY", "EC PRIVATE KEY", "PRIVATE KEY");

    /** More of them than any authority has. */
    private static final int MOST_BLOCKS = 20;

    @Override
    public String toString() {
        return "credentials of a client";
    }

    /**
     * Reads credentials.
     *
     * @throws GeneralSecurityException if a part is none, the key is another certificate's, or the authority did not sign it; the
     *     message tells which, and nothing of what was read
     */
    public static ClientCredentials of(String authority, String certificate, String key)
            throws GeneralSecurityException {
        List<PemObject> authorities = blocks(authority, "the authority", List.of(CERTIFICATE));
        List<PemObject> certificates = blocks(certificate, "the certificate", List.of(CERTIFICATE));
        List<PemObject> keys = blocks(key, "the key", KEYS);
        if (keys.size() != 1) {
            throw new GeneralSecurityException("it has " + keys.size() + " keys");
        }
        List<X509Certificate> signers = certificates(authorities, "the authority");
        List<X509Certificate> chain = certificates(certificates, "the certificate");
        if (!isOfOnePair(privateKey(keys.getFirst()), chain.getFirst().getPublicKey())) {
            throw new GeneralSecurityException("the key does not match the certificate");
        }
        for (int index = 1; index < chain.size(); index++) {
            requireSigned(chain.get(index - 1), List.of(chain.get(index)));
        }
        requireSigned(chain.getLast(), signers);
        return new ClientCredentials(text(authorities), text(certificates), text(keys));
    }

    private static List<PemObject> blocks(String text, String what, List<String> labels)
            throws GeneralSecurityException {
        List<PemObject> blocks = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject read = reader.readPemObject(); read != null; read = reader.readPemObject()) {
                if (!labels.contains(read.getType()) || blocks.size() == MOST_BLOCKS) {
                    throw new GeneralSecurityException(what + " is not valid");
                }
                blocks.add(read);
            }
        } catch (IOException | RuntimeException e) {
            throw new GeneralSecurityException(what + " cannot be read");
        }
        if (blocks.isEmpty()) {
            throw new GeneralSecurityException(what + " is missing");
        }
        return blocks;
    }

    private static List<X509Certificate> certificates(List<PemObject> blocks, String what)
            throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemObject block : blocks) {
            try {
                certificates.add(Pem.certificate(Pem.block(CERTIFICATE, block.getContent())));
            } catch (GeneralSecurityException e) {
                throw new GeneralSecurityException(what + " cannot be read");
            }
        }
        return certificates;
    }

    private static PrivateKey privateKey(PemObject block) throws GeneralSecurityException {
        String text = Pem.block(block.getType(), block.getContent());
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            PrivateKeyInfo info = switch (parser.readObject()) {
                case PEMKeyPair pair -> pair.getPrivateKeyInfo();
                case PrivateKeyInfo bare -> bare;
                case null, default -> throw new GeneralSecurityException("the key is not valid");
            };
            return new JcaPEMKeyConverter().getPrivateKey(info);
        } catch (IOException | RuntimeException e) {
            throw new GeneralSecurityException("the key cannot be read");
        }
    }

    private static boolean isOfOnePair(PrivateKey key, PublicKey other) {
        byte[] sample = "a sample to sign".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC", "ECDSA" -> "SHA256withECDSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(other);
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // Keys of different kinds, or one that cannot sign: they are not a pair.
            return false;
        }
    }

    private static void requireSigned(X509Certificate certificate, List<X509Certificate> signers)
            throws GeneralSecurityException {
        for (X509Certificate signer : signers) {
            if (isSigned(certificate, signer)) {
                return;
            }
        }
        throw new GeneralSecurityException("the authority did not sign the certificate");
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate signer) {
        if (!certificate.getIssuerX500Principal().equals(signer.getSubjectX500Principal())
                || signer.getBasicConstraints() < 0) {
            return false;
        }
        try {
            certificate.verify(signer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // By another key.
            return false;
        }
    }

    private static String text(List<PemObject> blocks) {
        return blocks.stream()
                .map(block -> Pem.block(block.getType(), block.getContent()))
                .collect(Collectors.joining());
    }
}

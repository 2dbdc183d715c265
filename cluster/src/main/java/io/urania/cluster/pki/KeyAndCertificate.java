package io.urania.cluster.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key with the certificate of its public key. */
record KeyAndCertificate(PrivateKey key, X509Certificate certificate) {}

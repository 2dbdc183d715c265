package io.urania.cluster.pki;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Certificates for tests, each with a key of its own. */
public final class Certificates {

    private Certificates() {}

    /** A certificate whose subject has this common name. */
    public static X509Certificate named(String commonName) {
        return pair(commonName, Clock.systemUTC(), Duration.ofDays(365)).certificate();
    }

    /** One that ends at a time. */
    public static X509Certificate ending(Instant end) {
        Duration validity = Duration.ofDays(365);
        return pair("some", Clock.fixed(end.minus(validity), ZoneOffset.UTC), validity)
                .certificate();
    }

    /** A certificate with its key behind it, as the kubelet keeps them, in PEM. */
    public static String fileOf(String commonName) {
        KeyAndCertificate pair = pair(commonName, Clock.systemUTC(), Duration.ofDays(365));
        return Pem.of(pair.certificate()) + Pem.of(pair.key());
    }

    private static KeyAndCertificate pair(String commonName, Clock clock, Duration validity) {
        return new CertificateIssuer(clock).authority(commonName, validity);
    }
}

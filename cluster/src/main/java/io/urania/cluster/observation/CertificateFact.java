package io.urania.cluster.observation;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** A file that should hold a certificate. */
public sealed interface CertificateFact {

    /** There is no such file, or no certificate in it. */
    record Absent() implements CertificateFact {}

    /** The first certificate in it. */
    record Present(X509Certificate certificate) implements CertificateFact {

        /** The common name of its subject; empty if it has none. */
        public Optional<String> commonName() {
            return DistinguishedName.commonName(certificate.getSubjectX500Principal());
        }
    }

    /** There is something that cannot be read as a certificate. */
    record Unreadable(String reason) implements CertificateFact {}

    /** The certificate, if there is one. */
    default Optional<Present> present() {
        return this instanceof Present present ? Optional.of(present) : Optional.empty();
    }
}

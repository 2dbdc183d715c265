package io.urania.cluster.observation;

import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/** Reads names of subjects (RFC 2253). */
final class DistinguishedName {

    private DistinguishedName() {}

    static Optional<String> commonName(X500Principal principal) {
        try {
            return new LdapName(principal.getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst();
        } catch (InvalidNameException e) {
            // Whoever made the certificate wrote what they liked.
            return Optional.empty();
        }
    }
}

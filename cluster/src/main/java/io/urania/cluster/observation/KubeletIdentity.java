package io.urania.cluster.observation;

import java.util.Optional;

/** The name that a kubelet has in its cluster, as its client certificate says (Kubernetes documentation, "Using Node Authorization"). */
public final class KubeletIdentity {

    /** Where a kubelet has the certificate that it uses now, and the key. */
    public static final String CERTIFICATE = "/var/lib/kubelet/pki/kubelet-client-current.pem";

    private static final String PREFIX = "system:node:";

    private KubeletIdentity() {}

    /** The node that a certificate is for. */
    public static Optional<String> nodeName(CertificateFact.Present certificate) {
        return certificate
                .commonName()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()));
    }
}

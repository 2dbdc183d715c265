package io.urania.cluster.spec.apiserver;

import io.urania.cluster.value.AuthorizationMode;
import io.urania.cluster.value.GoDuration;
import java.util.List;
import java.util.Optional;

/**
 * The API server's settings.
 *
 * @param port TCP port on every control plane host
 * @param anonymousAuthentication whether requests without credentials are let in as {@code system:anonymous}
 * @param authorizationModes in the order in which they are asked
 * @param eventTtl how long events are kept
 * @param nodePortRange ports for services of type NodePort, {@code 30000-32767}
 * @param certificateNames further names and addresses for its certificate
 * @param podSecurityPolicy whether the admission plugin PodSecurityPolicy is on; false where the Kubernetes version has none
 * @param audit what it tells of requests, if it does
 * @param admission what its admission plugins are configured with
 * @param access who is let in besides
 * @param tracing where it sends traces, if it does
 * @param encryption how it stores objects, if not as they are
 */
public record ApiServerSpec(
        int port,
        boolean anonymousAuthentication,
        List<AuthorizationMode> authorizationModes,
        GoDuration eventTtl,
        String nodePortRange,
        List<String> certificateNames,
        boolean podSecurityPolicy,
        Optional<AuditSpec> audit,
        AdmissionSpec admission,
        AccessSpec access,
        Optional<TracingSpec> tracing,
        Optional<EncryptionSpec> encryption) {
    public ApiServerSpec {
        authorizationModes = List.copyOf(authorizationModes);
        certificateNames = List.copyOf(certificateNames);
    }
}

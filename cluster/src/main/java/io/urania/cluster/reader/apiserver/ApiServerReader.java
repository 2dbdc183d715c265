package io.urania.cluster.reader.apiserver;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.apiserver.ApiServerSpec;
import io.urania.cluster.spec.apiserver.TracingSpec;
import io.urania.cluster.variable.rows.ApiServerVariables;
import java.util.Optional;

/** Reads the settings of the API server. */
public final class ApiServerReader {

    private final Source source;

    public ApiServerReader(Source source) {
        this.source = source;
    }

    /** The settings for a version of Kubernetes. */
    public ApiServerSpec read(KubernetesVersion kubernetes) {
        boolean podSecurityPolicy = source.get(ApiServerVariables.POD_SECURITY_POLICY);
        return new ApiServerSpec(
                source.get(ApiServerVariables.PORT),
                source.get(ApiServerVariables.ANONYMOUS_AUTHENTICATION),
                source.get(ApiServerVariables.AUTHORIZATION_MODES),
                source.get(ApiServerVariables.EVENT_TTL),
                source.get(ApiServerVariables.NODE_PORT_RANGE),
                source.get(ApiServerVariables.CERTIFICATE_NAMES),
                podSecurityPolicy
                        && ApiServerVariables.POD_SECURITY_POLICY.lifetime().contains(kubernetes),
                new AuditReader(source).read(),
                new AdmissionReader(source).read(kubernetes),
                new AccessReader(source).read(kubernetes),
                tracing(kubernetes),
                new EncryptionReader(source).read());
    }

    private Optional<TracingSpec> tracing(KubernetesVersion kubernetes) {
        TracingSpec tracing = new TracingSpec(
                source.get(ApiServerVariables.TRACING_ENDPOINT), source.get(ApiServerVariables.TRACING_RATE));
        return source.get(ApiServerVariables.TRACING)
                        && ApiServerVariables.TRACING.lifetime().contains(kubernetes)
                ? Optional.of(tracing)
                : Optional.empty();
    }
}

package io.urania.cluster.reader.apiserver;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.apiserver.ApiServerSpec;
import io.urania.cluster.variable.rows.ApiServerVariables;

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
                new EncryptionReader(source).read());
    }
}

package io.urania.cluster.reader;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ApiServerSpec;
import io.urania.cluster.spec.KubeProxySpec;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.NetworkVariables;

/** Reads the settings of the API server and of kube-proxy. */
final class ControlPlaneReader {
    private final Source source;

    ControlPlaneReader(Source source) {
        this.source = source;
    }

    ApiServerSpec apiServer(KubernetesVersion kubernetes) {
        boolean podSecurityPolicy = source.get(ApiServerVariables.POD_SECURITY_POLICY);
        return new ApiServerSpec(
                source.get(ApiServerVariables.PORT),
                source.get(ApiServerVariables.ANONYMOUS_AUTHENTICATION),
                source.get(ApiServerVariables.AUTHORIZATION_MODES),
                source.get(ApiServerVariables.EVENT_TTL),
                source.get(ApiServerVariables.NODE_PORT_RANGE),
                source.get(ApiServerVariables.CERTIFICATE_NAMES),
                podSecurityPolicy
                        && ApiServerVariables.POD_SECURITY_POLICY.lifetime().contains(kubernetes));
    }

    KubeProxySpec kubeProxy() {
        return new KubeProxySpec(
                source.get(NetworkVariables.PROXY_MODE),
                source.get(NetworkVariables.STRICT_ARP),
                source.get(NetworkVariables.NODE_PORT_ADDRESSES),
                source.get(NetworkVariables.CONNTRACK_MAX_PER_CORE));
    }
}

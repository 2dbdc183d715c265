package io.urania.cluster.reader;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.component.NetworkPlugin;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ApiServerSpec;
import io.urania.cluster.spec.KubeProxySpec;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.NetworkVariables;
import java.util.Optional;

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
                        && ApiServerVariables.POD_SECURITY_POLICY.lifetime().contains(kubernetes),
                new AuditReader(source).read(),
                new AdmissionReader(source).read(kubernetes));
    }

    /** kube-proxy, unless the network plugin does its work. */
    Optional<KubeProxySpec> kubeProxy() {
        KubeProxySpec settings = new KubeProxySpec(
                source.get(NetworkVariables.PROXY_MODE),
                source.get(NetworkVariables.STRICT_ARP),
                source.get(NetworkVariables.NODE_PORT_ADDRESSES),
                source.get(NetworkVariables.CONNTRACK_MAX_PER_CORE));
        if (!source.get(NetworkVariables.PROXY_REMOVE)) {
            return Optional.of(settings);
        }
        NetworkPlugin plugin = source.get(NetworkPlugins.CHOICE);
        if (!plugin.canReplaceKubeProxy()) {
            source.error(
                    source.position(NetworkVariables.PROXY_REMOVE),
                    "kube_proxy_remove is true, and " + plugin.word() + " does not replace kube-proxy",
                    "no service would be reachable, not even the cluster's DNS",
                    "remove kube_proxy_remove, or choose a network plugin that replaces kube-proxy");
        }
        return Optional.empty();
    }
}

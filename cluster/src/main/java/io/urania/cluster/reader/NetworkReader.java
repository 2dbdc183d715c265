package io.urania.cluster.reader;

import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.spec.ProxySpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.inventory.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads the cluster's networks and the network plugin. */
final class NetworkReader {
    private final Source source;

    NetworkReader(Source source) {
        this.source = source;
    }

    NetworkSpec read() {
        noteDefault();
        // What is said of a plugin that is not chosen must fit it too.
        NetworkPlugins.ALL.forEach(plugin -> plugin.variables().forEach(source::find));
        Network services = source.get(NetworkVariables.SERVICES);
        return new NetworkSpec(
                services,
                source.get(NetworkVariables.PODS),
                source.get(NetworkVariables.NODE_PREFIX),
                source.find(NetworkVariables.API_SERVICE).orElseGet(() -> firstAddress(services)),
                source.get(NetworkPlugins.CHOICE).read(source));
    }

    ProxySpec proxies() {
        List<String> exceptions = new ArrayList<>();
        source.find(NetworkVariables.NO_PROXY).ifPresent(exceptions::addAll);
        source.find(NetworkVariables.ADDITIONAL_NO_PROXY).ifPresent(exceptions::addAll);
        return new ProxySpec(
                source.find(NetworkVariables.HTTP_PROXY).filter(Predicate.not(String::isEmpty)),
                source.find(NetworkVariables.HTTPS_PROXY).filter(Predicate.not(String::isEmpty)),
                exceptions);
    }

    /** Kubespray's default is another plugin, so its absence must not go unsaid. */
    private void noteDefault() {
        if (source.find(NetworkPlugins.CHOICE).isEmpty() && !source.isUnusable(NetworkPlugins.CHOICE)) {
            source.variables()
                    .report(Problem.note(
                            null,
                            "kube_network_plugin is not set",
                            "Kubespray would install calico, and Urania installs flannel",
                            "write kube_network_plugin: flannel"));
        }
    }

    /** A network of one address has no other; the rules refuse so small a one. */
    private static Address firstAddress(Network services) {
        return services.address(services.prefixLength() == services.addressBits() ? 0 : 1);
    }
}

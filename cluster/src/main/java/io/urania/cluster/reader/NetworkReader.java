package io.urania.cluster.reader;

import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.reader.source.Families;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.AddressRanges;
import io.urania.cluster.spec.NetworkSpec;
import io.urania.cluster.spec.ProxySpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Network;
import io.urania.cluster.variable.rows.NetworkVariables;
import io.urania.inventory.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the cluster's networks and the network plugin. */
final class NetworkReader {
    private final Source source;

    NetworkReader(Source source) {
        this.source = source;
    }

    NetworkSpec read(Families families) {
        noteDefault();
        // What is said of a plugin that is not chosen must fit it too.
        NetworkPlugins.ALL.forEach(plugin -> plugin.variables().forEach(source::find));
        // What is said of a family that the cluster does not have must fit it too.
        AddressRanges ipv4 = ranges(false);
        AddressRanges ipv6 = ranges(true);
        AddressRanges first = families.isIpv6First() ? ipv6 : ipv4;
        return new NetworkSpec(
                first,
                families.isDualStack() ? Optional.of(ipv6) : Optional.empty(),
                source.find(NetworkVariables.API_SERVICE).orElseGet(() -> firstAddress(first.services())),
                source.get(NetworkPlugins.CHOICE).read(source));
    }

    private AddressRanges ranges(boolean ipv6) {
        NetworkVariables.Ranges variables = NetworkVariables.Ranges.of(ipv6);
        return new AddressRanges(
                source.get(variables.services()), source.get(variables.pods()), source.get(variables.nodePrefix()));
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

package io.urania.cluster.phase;

import io.urania.cluster.format.EnvironmentFile;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.ProxySpec;
import io.urania.engine.system.PackageProxies;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The inventory's proxies as those get them who fetch from outside: containerd and the package manager, as in Kubespray (its
 * change 7095). kubeadm and all of Kubernetes reach only hosts of the cluster, and get none.
 */
public record OutsideProxies(ClusterSpec spec) {

    /**
     * What is reached without a proxy: what the inventory names, and whatever belongs to the cluster. Go's rules are meant
     * (golang.org/x/net/http/httpproxy): a name stands for what is below it too, a network for its addresses.
     */
    public String exceptions() {
        Set<String> names = new LinkedHashSet<>(spec.proxies().exceptions());
        names.addAll(List.of("localhost", "127.0.0.1", "::1"));
        for (HostSpec host : spec.hosts()) {
            names.addAll(List.of(host.name(), host.shortName()));
            host.addresses().forEach(address -> names.add(address.toString()));
        }
        ApiEndpoint endpoint = spec.endpoint();
        names.addAll(List.of(endpoint.domainName(), endpoint.address().toString()));
        names.addAll(List.of(
                spec.network().services(),
                spec.network().pods(),
                "svc",
                spec.dns().domain()));
        return String.join(",", names);
    }

    /** The variables in the form of systemd.exec(5), "EnvironmentFile"; a line for each. */
    public String environment() {
        ProxySpec proxies = spec.proxies();
        return proxies.http().map(url -> variable("HTTP_PROXY", url)).orElse("")
                + proxies.https().map(url -> variable("HTTPS_PROXY", url)).orElse("")
                + variable("NO_PROXY", exceptions());
    }

    private static String variable(String name, String value) {
        return name + "=" + EnvironmentFile.quoted(value) + "\n";
    }

    /** The same for the package manager. */
    public PackageProxies forPackages() {
        ProxySpec proxies = spec.proxies();
        return proxies.isSet()
                ? new PackageProxies(proxies.http().orElse(""), proxies.https().orElse(""), exceptions())
                : PackageProxies.NONE;
    }
}

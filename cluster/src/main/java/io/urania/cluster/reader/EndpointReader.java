package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.cluster.spec.Balancing;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader.Setting;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.BalancerVariables;
import io.urania.inventory.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides where everything finds the API server. */
final class EndpointReader {
    private static final Address LOOPBACK = new Address("127.0.0.1");

    private final Source source;

    EndpointReader(Source source) {
        this.source = source;
    }

    /** The endpoint, or nothing if there is none to be found, which is reported. */
    Optional<ApiEndpoint> read(Map<String, HostSpec> hosts) {
        Optional<Address> given = source.findTold(BalancerVariables.ADDRESS);
        int apiPort = source.get(ApiServerVariables.PORT);
        int port = source.find(BalancerVariables.PORT).orElse(apiPort);
        // Refused if it is secret: certificates tell it.
        source.findTold(BalancerVariables.DOMAIN_NAME);
        String name = source.get(BalancerVariables.DOMAIN_NAME);
        // What is said of balancers that are not chosen must fit them too.
        LocalBalancer local = local(apiPort);
        KubeVip kubeVip = kubeVip();
        checkStrayKeys();
        List<HostSpec> balancers = known(source.membership().balancers(), hosts);
        checkPorts(port, apiPort);
        if (given.isPresent()) {
            checkBalancer(given.get(), balancers, hosts);
            checkKubeVip(given.get(), kubeVip);
            return Optional.of(new ApiEndpoint(name, given.get(), port, new Balancing.Shared()));
        }
        if (balancers.size() == 1) {
            return Optional.of(
                    new ApiEndpoint(name, balancers.getFirst().accessAddress(), port, new Balancing.Shared()));
        }
        List<HostSpec> controlPlane = known(source.membership().controlPlane(), hosts);
        if (controlPlane.size() == 1 && source.membership().controlPlane().size() == 1) {
            return Optional.of(
                    new ApiEndpoint(name, controlPlane.getFirst().accessAddress(), apiPort, new Balancing.None()));
        }
        return controlPlane.size() > 1 && !source.isUnusable(BalancerVariables.ADDRESS)
                ? endpoint(name, local)
                : Optional.empty();
    }

    /** What the inventory says of balancers on nodes. */
    private record LocalBalancer(boolean isWanted, int port, int healthPort) {}

    private LocalBalancer local(int apiPort) {
        return new LocalBalancer(
                source.find(BalancerVariables.LOCAL).orElse(true),
                source.find(BalancerVariables.LOCAL_PORT).orElse(apiPort),
                source.get(BalancerVariables.LOCAL_HEALTH_PORT));
    }

    /** What the inventory says of kube-vip. */
    private record KubeVip(boolean isWanted, boolean hasControlPlane, Optional<Address> address) {}

    private KubeVip kubeVip() {
        return new KubeVip(
                source.get(BalancerVariables.KUBE_VIP),
                source.get(BalancerVariables.KUBE_VIP_CONTROL_PLANE),
                source.find(BalancerVariables.KUBE_VIP_ADDRESS));
    }

    /** As Kubespray does where nothing else is said: each node has a balancer for itself. */
    private Optional<ApiEndpoint> endpoint(String name, LocalBalancer local) {
        if (source.membership().balancers().size() > 1) {
            source.error(
                    source.position(BalancerVariables.DOMAIN_NAME),
                    "group loadbalancer has " + source.membership().balancers().size()
                            + " hosts, and loadbalancer_apiserver has no address",
                    "nothing says which of them everything should ask for the API",
                    "set loadbalancer_apiserver: {address: …, port: 6443}, or remove the group: then every node has a balancer"
                            + " of its own");
        } else if (!local.isWanted()) {
            source.error(
                    source.position(BalancerVariables.LOCAL),
                    "loadbalancer_apiserver_localhost is false, and no other balancer is set",
                    "with " + source.membership().controlPlane().size()
                            + " control plane hosts, every node would depend on one of them",
                    "remove loadbalancer_apiserver_localhost, or put a host into group loadbalancer and set"
                            + " loadbalancer_apiserver: {address: …, port: 6443}");
        } else if (local.healthPort() == local.port()) {
            source.error(
                    source.positionOfEither(BalancerVariables.LOCAL_HEALTH_PORT, BalancerVariables.LOCAL_PORT),
                    "loadbalancer_apiserver_healthcheck_port is " + local.healthPort()
                            + ", and the balancer on every node listens there",
                    "two listeners cannot have the same port",
                    "choose another loadbalancer_apiserver_healthcheck_port, or 0 for none");
        } else {
            return Optional.of(new ApiEndpoint(name, LOOPBACK, local.port(), new Balancing.Local(local.healthPort())));
        }
        return Optional.empty();
    }

    /** kube-vip would have the address; without it nothing has. */
    private void checkKubeVip(Address given, KubeVip kubeVip) {
        boolean isItsAddress = kubeVip.address().filter(given::equals).isPresent();
        if (kubeVip.isWanted() && (isItsAddress || kubeVip.hasControlPlane())) {
            source.error(
                    source.position(BalancerVariables.KUBE_VIP),
                    "kube_vip_enabled is true, and Urania does not install kube-vip",
                    "nothing would answer at " + given
                            + ", loadbalancer_apiserver.address, and kubeadm init could not finish",
                    "remove kube_vip_enabled and loadbalancer_apiserver: then every node has a balancer of its own; or put a host"
                            + " into group loadbalancer");
        }
    }

    /** The article's page prints both keys flush left below {@code loadbalancer_apiserver:}, which makes variables of them. */
    private void checkStrayKeys() {
        if (source.find(BalancerVariables.ADDRESS).isPresent() || source.isUnusable(BalancerVariables.ADDRESS)) {
            return;
        }
        List<Setting<Value>> stray = new ArrayList<>();
        List<Variable<Value>> candidates = List.of(BalancerVariables.STRAY_ADDRESS, BalancerVariables.STRAY_PORT);
        for (Variable<Value> variable : candidates) {
            source.membership().in(variable.scope()).stream()
                    .map(host -> source.variables().setting(variable, host))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(stray::add);
        }
        if (!stray.isEmpty()) {
            String names =
                    String.join(" and ", stray.stream().map(Setting::name).toList());
            source.error(
                    stray.getFirst().position(),
                    "loadbalancer_apiserver has no address, and " + names + " " + (stray.size() == 1 ? "is" : "are")
                            + " not indented",
                    "keys of loadbalancer_apiserver must be indented below it; otherwise they are separate variables",
                    "put two spaces in front of 'address:' and 'port:' below 'loadbalancer_apiserver:'");
        }
    }

    private void checkBalancer(Address given, List<HostSpec> balancers, Map<String, HostSpec> hosts) {
        boolean owned = balancers.stream().anyMatch(host -> has(host, given));
        Optional<HostSpec> other =
                hosts.values().stream().filter(host -> has(host, given)).findFirst();
        if (!owned && !source.membership().balancers().isEmpty()) {
            source.warning(
                    source.position(BalancerVariables.ADDRESS),
                    "loadbalancer_apiserver.address is " + given + ", which no host of group loadbalancer has",
                    "Urania sets up HAProxy on the hosts of that group, so requests to this address may not reach it",
                    "correct the address, or ip or ansible_host of the balancer");
        } else if (!owned && other.isPresent()) {
            String host = other.get().name();
            boolean isControlPlane = source.membership().controlPlane().contains(host);
            source.warning(
                    source.position(BalancerVariables.ADDRESS),
                    "loadbalancer_apiserver.address, " + given + ", is " + host
                            + (isControlPlane ? ", a control plane host" : ", where Urania sets up no balancer"),
                    isControlPlane
                            ? "the API has no balancer: while that host is down, no node reaches it"
                            : "requests to this address reach an API server only if something else forwards them",
                    isControlPlane
                            ? "remove loadbalancer_apiserver: then every node has a balancer of its own"
                            : "put " + host + " into group loadbalancer");
        } else if (!owned) {
            source.warning(
                    source.position(BalancerVariables.ADDRESS),
                    "no host of the inventory has loadbalancer_apiserver.address, " + given,
                    "group loadbalancer has no hosts, so Urania sets up no balancer and relies on an existing one",
                    "put the balancer's host into group loadbalancer if Urania should set it up");
        }
    }

    private void checkPorts(int port, int apiPort) {
        for (String host : source.membership().balancers()) {
            if (source.membership().controlPlane().contains(host) && port == apiPort) {
                source.error(
                        source.positionOfEither(BalancerVariables.PORT, ApiServerVariables.PORT),
                        host + " is a balancer and a control plane host, both on port " + port,
                        "HAProxy and the API server cannot listen on the same port",
                        "choose another loadbalancer_apiserver.port, or another host for group loadbalancer");
            }
        }
    }

    private static boolean has(HostSpec host, Address address) {
        return host.addresses().contains(address);
    }

    private static List<HostSpec> known(List<String> names, Map<String, HostSpec> hosts) {
        return names.stream().map(hosts::get).flatMap(Stream::ofNullable).toList();
    }
}

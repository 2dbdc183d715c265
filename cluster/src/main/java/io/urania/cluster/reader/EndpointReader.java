package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.ApiEndpoint;
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
        checkStrayKeys();
        List<HostSpec> balancers = known(source.membership().balancers(), hosts);
        checkPorts(port, apiPort);
        if (given.isPresent()) {
            checkBalancer(given.get(), balancers);
            return Optional.of(new ApiEndpoint(name, given.get(), port, true));
        }
        if (balancers.size() == 1) {
            return Optional.of(new ApiEndpoint(name, balancers.getFirst().accessAddress(), port, true));
        }
        List<HostSpec> controlPlane = known(source.membership().controlPlane(), hosts);
        if (controlPlane.size() == 1 && source.membership().controlPlane().size() == 1) {
            return Optional.of(new ApiEndpoint(name, controlPlane.getFirst().accessAddress(), apiPort, false));
        }
        if (source.membership().controlPlane().size() > 1 && !source.isUnusable(BalancerVariables.ADDRESS)) {
            source.error(
                    source.position(BalancerVariables.DOMAIN_NAME),
                    "there are " + source.membership().controlPlane().size()
                            + " control plane hosts, and no API endpoint is set",
                    "loadbalancer_apiserver.address is not set, and group loadbalancer does not have exactly one host",
                    "put a host into group loadbalancer and set loadbalancer_apiserver: {address: …, port: 6443}");
        }
        return Optional.empty();
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

    private void checkBalancer(Address given, List<HostSpec> balancers) {
        boolean owned = balancers.stream()
                .anyMatch(host ->
                        host.address().equals(given) || host.accessAddress().equals(given));
        if (!owned && !source.membership().balancers().isEmpty()) {
            source.warning(
                    source.position(BalancerVariables.ADDRESS),
                    "loadbalancer_apiserver.address is " + given + ", which no host of group loadbalancer has",
                    "Urania sets up HAProxy on the hosts of that group, so requests to this address may not reach it",
                    "correct the address, or ip or ansible_host of the balancer");
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

    private static List<HostSpec> known(List<String> names, Map<String, HostSpec> hosts) {
        return names.stream().map(hosts::get).flatMap(Stream::ofNullable).toList();
    }
}

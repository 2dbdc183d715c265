package io.urania.cluster.spec;

import io.urania.cluster.value.Address;
import io.urania.cluster.value.Endpoint;

/**
 * Where everything finds the API server.
 *
 * @param domainName the name in certificates and kubeconfigs; every host knows its address from /etc/hosts
 * @param address the balancer's, or the only control plane host's; loopback where each host has a balancer of its own
 * @param port TCP port behind that name
 * @param balancing what is at that address
 */
public record ApiEndpoint(String domainName, Address address, int port, Balancing balancing) {

    /** {@code name:port}, as kubeadm's {@code controlPlaneEndpoint}. */
    public Endpoint endpoint() {
        return new Endpoint(domainName, port);
    }

    /** {@code https://name:port}. */
    public String url() {
        return "https://" + endpoint();
    }
}

package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.later;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Address;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.inventory.value.Value;
import java.util.List;

/** The load balancer in front of the API servers. */
public final class BalancerVariables {
    public static final Variable<String> DOMAIN_NAME = variable(
                    "apiserver_loadbalancer_domain_name", ClusterTypes.domainName())
            .means("DNS name of the API endpoint")
            .does(
                    "controlPlaneEndpoint of kubeadm, the API server's certificate, every kubeconfig, /etc/hosts of every host")
            .otherwise("lb-apiserver.kubernetes.local", "lb-apiserver.kubernetes.local");

    public static final Variable<Address> ADDRESS = variable("loadbalancer_apiserver.address", ClusterTypes.address())
            .means("address of the load balancer")
            .does("/etc/hosts of every host; HAProxy's address on the host of group loadbalancer that has it")
            .unlessSet("the only host of group loadbalancer, otherwise the only control plane host");

    public static final Variable<Integer> PORT = variable("loadbalancer_apiserver.port", ScalarTypes.port())
            .means("TCP port of the load balancer")
            .does("controlPlaneEndpoint of kubeadm, every kubeconfig, HAProxy's bind line")
            .unlessSet("kube_apiserver_port");

    /** {@code address} outside {@code loadbalancer_apiserver}: what the article's page makes of it. Read only to tell its author. */
    public static final Variable<Value> STRAY_ADDRESS = stray("address");

    /** {@code port} outside {@code loadbalancer_apiserver}. */
    public static final Variable<Value> STRAY_PORT = stray("port");

    public static final List<Variable<?>> ALL = List.of(
            DOMAIN_NAME,
            ADDRESS,
            PORT,
            STRAY_ADDRESS,
            STRAY_PORT,
            later(
                            "loadbalancer_apiserver_localhost",
                            "a local load balancer on every worker",
                            "workers have no local balancer: they use the load balancer in front of the control plane")
                    .alsoNamed("use_localhost_as_kubeapi_loadbalancer"),
            later(
                    "kube_vip_enabled",
                    "kube-vip, for a virtual IP address of the control plane",
                    "kube-vip is not installed: HAProxy on the hosts of group loadbalancer is in front of the control plane"),
            ignored(
                    "loadbalancer_apiserver_port",
                    "port of the local load balancer on every worker",
                    Reason.LATER,
                    "workers have no local balancer (loadbalancer_apiserver_localhost)"),
            ignored(
                    "loadbalancer_apiserver_type",
                    "type of the local load balancer on every worker",
                    Reason.LATER,
                    "workers have no local balancer (loadbalancer_apiserver_localhost)"));

    private BalancerVariables() {}

    private static Variable<Value> stray(String name) {
        return ignored(
                name,
                "a key of loadbalancer_apiserver that is not indented",
                Reason.INVENTORY,
                "if it is meant for loadbalancer_apiserver, indent it by two spaces below that line");
    }
}

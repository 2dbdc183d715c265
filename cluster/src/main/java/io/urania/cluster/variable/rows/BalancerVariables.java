package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Address;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
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
            .unlessSet(
                    "the only host of group loadbalancer, otherwise the only control plane host, otherwise each node itself");

    public static final Variable<Integer> PORT = variable("loadbalancer_apiserver.port", ScalarTypes.port())
            .means("TCP port of the load balancer")
            .does("controlPlaneEndpoint of kubeadm, every kubeconfig, HAProxy's bind line")
            .unlessSet("kube_apiserver_port");

    public static final Variable<Boolean> LOCAL = variable("loadbalancer_apiserver_localhost", ScalarTypes.truth())
            .alsoNamed("use_localhost_as_kubeapi_loadbalancer")
            .means(
                    "a balancer on every node for itself, where there are several control plane hosts and no other balancer")
            .does("nodes outside the control plane: HAProxy on the loopback interface; /etc/hosts of every host")
            .unlessSet("true where loadbalancer_apiserver is not set");

    public static final Variable<Integer> LOCAL_PORT = variable("loadbalancer_apiserver_port", ScalarTypes.port())
            .means("TCP port of the balancer on every node")
            .does(
                    "HAProxy's bind line on nodes, controlPlaneEndpoint of kubeadm; control plane hosts have a balancer too if it is"
                            + " not kube_apiserver_port")
            .unlessSet("kube_apiserver_port");

    public static final Variable<Integer> LOCAL_HEALTH_PORT = variable(
                    "loadbalancer_apiserver_healthcheck_port", ScalarTypes.integer(0, 65535))
            .means("TCP port of the loopback interface where the balancer on every node tells its health; 0 for none")
            .does("HAProxy on nodes: /healthz answers 200 while an API server is healthy")
            .otherwise(8081);

    public static final Variable<Boolean> KUBE_VIP = kubeVip("kube_vip_enabled", ScalarTypes.truth())
            .means("kube-vip, for virtual IP addresses")
            .otherwise(false);

    public static final Variable<Boolean> KUBE_VIP_CONTROL_PLANE = kubeVip(
                    "kube_vip_controlplane_enabled", ScalarTypes.truth())
            .means("whether kube-vip has an address for the control plane")
            .otherwise(false);

    public static final Variable<Address> KUBE_VIP_ADDRESS = kubeVip("kube_vip_address", ClusterTypes.address())
            .means("the address that kube-vip has for the control plane");

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
            LOCAL,
            LOCAL_PORT,
            LOCAL_HEALTH_PORT,
            KUBE_VIP,
            KUBE_VIP_CONTROL_PLANE,
            KUBE_VIP_ADDRESS,
            ignored(
                    "loadbalancer_apiserver_type",
                    "program of the balancer on every node",
                    Reason.ALWAYS,
                    "it is HAProxy, which asks the API servers for their health; nginx would only see that a connection fails"));

    private BalancerVariables() {}

    private static <T> Variable<T> kubeVip(String name, VariableType<T> type) {
        return variable(name, type)
                .scope(Scope.CONTROL_PLANE)
                .ignored(
                        Reason.LATER,
                        "kube-vip is not installed: there is a balancer on every node, or HAProxy on the hosts of group"
                                + " loadbalancer");
    }

    private static Variable<Value> stray(String name) {
        return ignored(
                name,
                "a key of loadbalancer_apiserver that is not indented",
                Reason.INVENTORY,
                "if it is meant for loadbalancer_apiserver, indent it by two spaces below that line");
    }
}

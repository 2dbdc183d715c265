package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.Address;
import io.urania.cluster.value.DnsMode;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Map;

/** Names inside the cluster. */
public final class DnsVariables {
    public static final Variable<String> CLUSTER_NAME = variable("cluster_name", ClusterTypes.domainName())
            .means("the cluster's name")
            .does("clusterName of kubeadm; the default of dns_domain")
            .otherwise("cluster.local", "cluster.local");

    public static final Variable<String> DOMAIN = variable("dns_domain", ClusterTypes.domainName())
            .means("domain of services and pods")
            .does("dnsDomain of kubeadm, kubelet's clusterDomain, CoreDNS' Corefile, the API server's certificate")
            .unlessSet("cluster_name");

    public static final Variable<DnsMode> MODE = variable(
                    "dns_mode",
                    ChoiceTypes.choice(
                            DnsMode.class,
                            Map.of(
                                    "manual",
                                            "without CoreDNS, service names do not resolve, and the checks at the end of apply fail",
                                    "none",
                                            "without CoreDNS, service names do not resolve, and the checks at the end of apply fail")))
            .scope(Scope.CONTROL_PLANE)
            .means("DNS server for services and pods")
            .does("CoreDNS in namespace kube-system; coredns_dual: a second one with a service of its own")
            .otherwise(DnsMode.COREDNS);

    public static final Variable<Address> SERVICE = variable("skydns_server", ClusterTypes.address())
            .means("cluster IP of the CoreDNS service")
            .does(
                    "clusterIP of the service in front of CoreDNS; kubelet's clusterDNS where there is no node-local cache")
            .unlessSet("the third service address");

    public static final Variable<Address> SECOND_SERVICE = variable("skydns_server_secondary", ClusterTypes.address())
            .means("cluster IP of the second CoreDNS service")
            .does("with dns_mode: coredns_dual: clusterIP of the service in front of the second CoreDNS")
            .unlessSet("the fourth service address");

    public static final Variable<Boolean> NODE_LOCAL_ENABLED = variable("enable_nodelocaldns", ScalarTypes.truth())
            .means("whether every node has a DNS cache")
            .does("nodes: a DNS cache listens on nodelocaldns_ip, which is kubelet's clusterDNS")
            .otherwise(true);

    /** The cache's address in clusters that have only IPv6: a unique local one beside those of Kubespray's networks. */
    public static final Address NODE_LOCAL_IPV6 = new Address("fd85:ee78:d8a6:8608::10");

    public static final Variable<Address> NODE_LOCAL_ADDRESS = variable("nodelocaldns_ip", ClusterTypes.address())
            .means("address of the DNS cache, on every node")
            .does("nodes: address on which the cache listens; kubelet's clusterDNS")
            .otherwise(new Address("169.254.25.10"), "169.254.25.10; without ipv4_stack: " + NODE_LOCAL_IPV6);

    public static final Variable<Integer> NODE_LOCAL_HEALTH_PORT = variable(
                    "nodelocaldns_health_port", ScalarTypes.port())
            .means("TCP port of the cache's health check")
            .does("nodes: health line of the cache's Corefile, and its liveness probe")
            .otherwise(9254);

    public static final Variable<List<Address>> UPSTREAM = variable(
                    "upstream_dns_servers", CollectionTypes.listOf(ClusterTypes.address()))
            .means("upstream name servers, for names outside the cluster")
            .does("forward line of CoreDNS' Corefile")
            .otherwise(List.of(), "those of the host's resolv.conf");

    public static final Variable<Boolean> EXTERNAL = variable("enable_coredns_k8s_external", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether CoreDNS serves the external addresses of services")
            .does("plugin k8s_external in CoreDNS' Corefile")
            .otherwise(false);

    public static final Variable<String> EXTERNAL_ZONE = variable("coredns_k8s_external_zone", ClusterTypes.zone())
            .scope(Scope.CONTROL_PLANE)
            .means("zone for the external addresses of services")
            .does("zone of plugin k8s_external in CoreDNS' Corefile, where enable_coredns_k8s_external is true")
            .otherwise("k8s_external.local", "k8s_external.local");

    public static final Variable<Boolean> ENDPOINT_POD_NAMES = variable(
                    "enable_coredns_k8s_endpoint_pod_names", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether endpoint names use pod names")
            .does("endpoint_pod_names of plugin kubernetes in CoreDNS' Corefile")
            .otherwise(false);

    public static final List<Variable<?>> ALL = List.of(
            CLUSTER_NAME,
            DOMAIN,
            MODE,
            SERVICE,
            SECOND_SERVICE,
            NODE_LOCAL_ENABLED,
            NODE_LOCAL_ADDRESS,
            NODE_LOCAL_HEALTH_PORT,
            UPSTREAM,
            EXTERNAL,
            EXTERNAL_ZONE,
            ENDPOINT_POD_NAMES,
            ignored("manual_dns_server", "name server of dns_mode: manual", Reason.ALWAYS, "CoreDNS always runs"),
            ignored(
                    "deploy_netchecker",
                    "pods that check the cluster's network",
                    Reason.ALWAYS,
                    "the project is no longer maintained; apply itself verifies DNS, pods and services across nodes at its end"));

    private DnsVariables() {}
}

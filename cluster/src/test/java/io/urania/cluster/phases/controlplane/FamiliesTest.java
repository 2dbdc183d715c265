package io.urania.cluster.phases.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.phases.host.HostPreparation;
import io.urania.cluster.phases.network.PodNetwork;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster is made of where it has IPv6, alone or beside IPv4. */
class FamiliesTest {
    private static final String BOTH = ArticleRack.NEWEST + "ipv6_stack: true\n";
    private static final String IPV6 = BOTH + """
            ipv4_stack: false
            flannel_backend_type: vxlan
            kube_apiserver_ip: "fd85:ee78:d8a6:8607::1001"
            skydns_server: "fd85:ee78:d8a6:8607::1003"
            loadbalancer_apiserver: {address: "fd75::52", port: 6443}
            """;

    @TempDir
    Path directory;

    @Test
    void kubeadmIsToldTheRangesOfBothFamilies() {
        ArticleRack rack = ArticleRack.of(directory, BOTH);
        String init = init(rack);

        assertThat(init)
                .contains(
                        "serviceSubnet: 10.233.128.0/18,fd85:ee78:d8a6:8607::1000/116",
                        "podSubnet: 10.233.192.0/18,fd85:ee78:d8a6:8607::1:0/112",
                        "advertiseAddress: 10.42.253.40",
                        "- fd75::40",
                        "value: '24'",
                        "name: node-cidr-mask-size-ipv4",
                        "value: '120'",
                        "name: node-cidr-mask-size-ipv6",
                        "value: 10.42.253.40,fd75::40")
                .doesNotContain("name: node-cidr-mask-size\n");
        assertThat(new KubeadmConfiguration(rack.deployment()).joinWorker(rack.node("erato")))
                .contains("value: " + rack.node("erato").host().address() + ",fd75::");
    }

    @Test
    void whereThereIsIpv6AloneItIsTheFirstFamily() {
        assertThat(init(ArticleRack.of(directory, IPV6)))
                .contains(
                        "serviceSubnet: fd85:ee78:d8a6:8607::1000/116\n",
                        "podSubnet: fd85:ee78:d8a6:8607::1:0/112\n",
                        "advertiseAddress: fd75::40\n",
                        "name: node-cidr-mask-size-ipv6\n",
                        "- https://[fd75::40]:2379\n",
                        "- fd85:ee78:d8a6:8608::10\n")
                .doesNotContain("10.233.", "10.42.253");
    }

    @Test
    void addressesOfAnEtcdOfEventsAreBracketed() {
        String events = "etcd_events_cluster_enabled: true\n";
        ArticleRack rack = ArticleRack.of(directory, IPV6 + events);

        assertThat(init(rack)).contains("value: /events#https://[fd75::40]:2383;https://[fd75::");
        assertThat(rack.etcdSettings(
                        rack.spec().etcd().events(),
                        "pandore",
                        FactsOf.bareHosts(rack).book()))
                .contains(
                        "ETCD_LISTEN_PEER_URLS=https://[fd75::40]:2382\n",
                        "ETCD_LISTEN_CLIENT_URLS=https://[fd75::40]:2383,https://127.0.0.1:2383\n",
                        "ETCD_INITIAL_CLUSTER=pandore-events=https://[fd75::40]:2382,");
        assertThat(init(ArticleRack.of(directory, BOTH + events)))
                .contains("value: /events#https://10.42.253.40:2383;https://10.42.253.41:2383;");
    }

    @Test
    void flannelAndKubeProxyHaveTheRangesOfEachFamily() {
        assertThat(manifests(BOTH))
                .contains(
                        "\"EnableIPv4\": true, \"EnableIPv6\": true, \"Network\": \"10.233.192.0/18\","
                                + " \"IPv6Network\": \"fd85:ee78:d8a6:8607::1:0/112\"",
                        "clusterCIDR: 10.233.192.0/18,fd85:ee78:d8a6:8607::1:0/112",
                        "bindAddress: 0.0.0.0");
        assertThat(manifests(IPV6))
                .contains(
                        "\"EnableIPv4\": false, \"EnableIPv6\": true, \"IPv6Network\":",
                        "clusterCIDR: fd85:ee78:d8a6:8607::1:0/112",
                        "bindAddress: '::'",
                        "server: https://[fd75::52]:6443")
                .doesNotContain("10.233.");
    }

    @Test
    void nodesForwardIpv6WhereThereIsIpv6() {
        assertThat(sysctls(BOTH)).contains("net.ipv6.conf.all.forwarding", "net.ipv6.conf.default.forwarding");
        assertThat(sysctls(ArticleRack.NEWEST)).doesNotContain("net.ipv6.conf");
    }

    @Test
    void theBalancerAnswersAtItsAddressesOfBothFamilies() {
        assertThat(ArticleRack.of(directory, BOTH)
                        .file("balancer", "/etc/haproxy/haproxy.cfg", Systems.facts(Systems.raspberryPi(4))))
                .contains("bind [::]:6443 v4v6\n");
        assertThat(ArticleRack.of(directory, IPV6)
                        .file("balancer", "/etc/haproxy/haproxy.cfg", Systems.facts(Systems.raspberryPi(4))))
                .contains("server pandore [fd75::40]:6443\n");
    }

    private static String init(ArticleRack rack) {
        return new KubeadmConfiguration(rack.deployment()).init(rack.node("pandore"), ArticleRack.CERTIFICATE_KEY);
    }

    private String sysctls(String variables) {
        ArticleRack rack = ArticleRack.of(directory, variables);
        return HostPreparation.sysctls(rack.spec(), rack.node("erato")).toString();
    }

    private String manifests(String variables) {
        return PodNetwork.manifests(
                        ArticleRack.of(directory, variables).deployment().design())
                .stream()
                .map(Manifest::text)
                .collect(Collectors.joining("\n"));
    }
}

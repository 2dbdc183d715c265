package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where hosts' addresses of each family come from. */
class FamiliesTest {
    private static final String IP6 = "ip6: \"fd75::{{ ansible_host.split('.') | last }}\"\n";

    @TempDir
    Path directory;

    @Test
    void aHostHasAnAddressOfEachFamily() {
        HostSpec erato = erato(new RackFiles(directory).withVariables("ipv6_stack: true\n" + IP6));

        assertThat(erato.ownAddresses()).containsExactly(new Address("10.42.253.46"), new Address("fd75::46"));
        assertThat(erato.nodeAddresses()).isEqualTo("10.42.253.46,fd75::46");
        assertThat(erato.accessAddress()).isEqualTo(new Address("10.42.253.46"));
    }

    @Test
    void anAddressThatNobodyAsksForIsNotTheHosts() {
        HostSpec erato = erato(new RackFiles(directory).withVariables(IP6));

        assertThat(erato.addresses()).containsExactly(new Address("10.42.253.46"));
    }

    @Test
    void whereThereIsIpv6AloneItIsTheOnlyOne() {
        HostSpec erato = erato(new RackFiles(directory).withVariables("""
                ipv4_stack: false
                ipv6_stack: true
                access_ip6: "fd76::{{ ansible_host.split('.') | last }}"
                loadbalancer_apiserver: {address: "fd76::52"}
                """ + IP6));

        assertThat(erato.ownAddresses()).containsExactly(new Address("fd75::46"));
        assertThat(erato.accessAddress()).isEqualTo(new Address("fd76::46"));
        assertThat(erato.target().address()).isEqualTo("10.42.253.46");
    }

    @Test
    void hostGatewayTakesNoInterfaceByItsIpv6Address() {
        String ipv6 = "ipv4_stack: false\nipv6_stack: true\nloadbalancer_apiserver: {address: 'fd75::52'}\n" + IP6;

        assertThat(RackFiles.whats(new RackFiles(directory).withVariables(ipv6 + "flannel_backend_type: host-gw\n")))
                .contains("flannel_backend_type is host-gw, and ipv4_stack is false");
        assertThat(new RackFiles(directory)
                        .withVariables(ipv6 + "flannel_backend_type: host-gw\nflannel_interface: eth0\n")
                        .errors())
                .isEmpty();
    }

    @Test
    void aNameHasTheAddressOfItsFamily() {
        String hosts = RackFiles.HOSTS
                .replaceAll(
                        "ansible_host: 10[.]42[.]253[.](\\d+)([,}])", "ansible_host: 10.42.253.$1, ip6: 'fd75::$1'$2")
                .replace("ansible_host: 10.42.253.43\n", "ansible_host: 10.42.253.43\n      ip6: fd75::43\n")
                .replace(
                        "{ansible_host: 10.42.253.46, ip6: 'fd75::46'}", "{ansible_host: erato.lan, ip: 10.42.253.46}");
        ClusterReading reading = new RackFiles(directory, Map.of("erato.lan", "fd75::47"))
                .with(hosts, RackFiles.replacing(RackFiles.VARIABLES, "ipv6_stack: true\n"));

        assertThat(erato(reading).ownAddresses()).containsExactly(new Address("10.42.253.46"), new Address("fd75::47"));
    }

    /** Variables of a cluster of both families, the words that must stand in a problem, and those of its remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            kube_version: v1.20.15                     | kube_version is v1.20.15                     | remove ipv6_stack
            ip6: 10.1.1.1                              | which is not an IPv6 address                 | its IPv6 address
            ip6: fd75::1                               | has the address fd75::1, and so does         | correct ip6
            kube_pods_subnet_ipv6: fd75::/112          | contains the addresses of                    | that nothing else uses
            kube_service_addresses_ipv6: fd00::/64     | kube_service_addresses_ipv6 is fd00::/64     | ::1000/116
            kube_pods_subnet_ipv6: fd85:ee78:d8a6:8607::/64 | prefix must have 64 to 80 bits          | usually 120
            kube_network_node_prefix_ipv6: 121         | has 126 addresses (kube_network_node_prefix_ipv6) | kubelet_max_pods: 126
            kube_pods_subnet_ipv6: fd85:ee78:d8a6:8607::1000/112 | overlap                            | fd85:ee78:d8a6:8607::1:0/112
            """)
    void rangesOfTheSecondFamilyMustFitToo(String variable, String what, String remedy) {
        assertThat(new RackFiles(directory)
                        .withVariables(
                                "ipv6_stack: true\n" + RackFiles.replacing(IP6, "kubelet_max_pods: 200\n" + variable))
                        .errors())
                .anySatisfy(problem -> {
                    assertThat(problem.what() + problem.why()).contains(what);
                    assertThat(problem.remedy()).contains(remedy);
                });
    }

    private static HostSpec erato(ClusterReading reading) {
        assertThat(reading.errors()).isEmpty();
        ClusterSpec spec = reading.spec().orElseThrow();
        return spec.node("erato.example.com").orElseThrow().host();
    }
}

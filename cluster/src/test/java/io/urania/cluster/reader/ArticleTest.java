package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.version.KubeProxyMode;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.component.addon.metricsserver.MetricsServerSpec;
import io.urania.cluster.component.network.flannel.FlannelBackend;
import io.urania.cluster.component.network.flannel.FlannelSpec;
import io.urania.cluster.component.runtime.containerd.Containerd;
import io.urania.cluster.report.VariableReport;
import io.urania.cluster.report.VariableReport.Standing;
import io.urania.cluster.report.VariableReporter;
import io.urania.cluster.spec.AddonsSpec;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.AuthorizationMode;
import io.urania.cluster.value.ByteQuantity;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleTest {
    private static final String NEWEST = "kube_version: v1.36.3\nkube_proxy_mode: iptables\n";

    @TempDir
    Path directory;

    private ArticleFiles files;

    @BeforeEach
    void copyTheArticle() throws IOException {
        files = new ArticleFiles(directory);
    }

    @Test
    void everyVariableHasARow() throws InventoryException {
        VariableReport report = new VariableReporter(files.inventory(), Optional.empty()).report();

        assertThat(report.rows(Standing.UNKNOWN)).isEmpty();
        assertThat(report.rows()).hasSizeGreaterThan(100);
    }

    @Test
    void nodesHaveTheArticlesRolesAndLabels() throws InventoryException, IOException {
        ClusterSpec spec = spec(NEWEST);

        assertThat(spec.nodes()).hasSize(12);
        assertThat(spec.controlPlane())
                .extracting(node -> node.host().shortName())
                .containsExactly("pandore", "hellenes", "epimethee");
        assertThat(spec.controlPlane()).allMatch(NodeSpec::runsPods);
        assertThat(spec.workers())
                .filteredOn(node -> node.roles().contains("infra"))
                .extracting(node -> node.host().shortName())
                .containsExactly("pyrrha", "calliope", "clio");
        assertThat(spec.workers())
                .filteredOn(node -> node.roles().contains("worker"))
                .hasSize(6);
        assertThat(spec.node("thalia.friends.intra.example.com").orElseThrow().otherLabels())
                .containsExactly(Map.entry("my.topology/rack", "rpi-rack1"), Map.entry("my.topology/row", "rpi-row1"));
    }

    @Test
    void endpointIsTheBalancer() throws InventoryException, IOException {
        ClusterSpec spec = spec(NEWEST);

        assertThat(spec.endpoint().url()).isEqualTo("https://api-k8s-arm.intra.example.com:6443");
        assertThat(spec.endpoint().address()).hasToString("10.42.253.52");
        assertThat(spec.balancers()).extracting(host -> host.shortName()).containsExactly("balancer");
    }

    @Test
    void etcdIsAsTheArticleWantsIt() throws InventoryException, IOException {
        EtcdSpec etcd = spec(NEWEST).etcd();

        assertThat(etcd.members())
                .extracting(EtcdSpec.Member::name)
                .containsExactly("pandore", "hellenes", "epimethee");
        assertThat(etcd.memoryLimit()).contains(new ByteQuantity(2_147_483_648L));
        assertThat(etcd.quota()).contains(new ByteQuantity(2_147_483_648L));
        assertThat(etcd.compactionRetentionHours()).isEqualTo(8);
        assertThat(etcd.peerClientAuthentication()).isTrue();
        assertThat(etcd.members().getFirst().peerUrl(etcd.main())).isEqualTo("https://10.42.253.40:2380");
    }

    @Test
    void networksAndNamesAreRendered() throws InventoryException, IOException {
        ClusterSpec spec = spec(NEWEST);

        assertThat(spec.network().services()).hasToString("10.233.128.0/18");
        assertThat(spec.network().pods()).hasToString("10.233.192.0/18");
        assertThat(spec.network().apiService()).hasToString("10.233.128.1");
        assertThat(spec.dns().service()).hasToString("10.233.128.3");
        assertThat(spec.dns().podsAsk()).hasToString("[169.254.25.10]");
        assertThat(spec.dns().domain()).isEqualTo("cluster.local");
        assertThat(spec.kubeProxy().orElseThrow().nodePortAddresses()).isEmpty();
        assertThat(spec.network().plugin())
                .isInstanceOfSatisfying(
                        FlannelSpec.class,
                        flannel -> assertThat(flannel.backend()).isEqualTo(FlannelBackend.HOST_GATEWAY));
    }

    @Test
    void otherSettingsArriveTyped() throws InventoryException, IOException {
        ClusterSpec spec = spec(NEWEST);

        assertThat(spec.kubernetes()).hasToString("v1.36.3");
        assertThat(spec.apiServer().authorizationModes())
                .containsExactly(AuthorizationMode.NODE, AuthorizationMode.RBAC);
        assertThat(spec.apiServer().podSecurityPolicy()).isFalse();
        assertThat(Containerd.settings(spec).maxContainerLogLineSize()).isEqualTo(-1);
        assertThat(Containerd.settings(spec).registries()).hasSize(3).containsKey("katello");
        assertThat(spec.memory().node()).isEqualTo(896);
        assertThat(spec.firstControlPlane()
                        .kubelet()
                        .systemReserved()
                        .orElseThrow()
                        .memory())
                .hasToString("256Mi");
        assertThat(spec.workers()
                        .getFirst()
                        .kubelet()
                        .systemReserved()
                        .orElseThrow()
                        .memory())
                .hasToString("128Mi");
        assertThat(spec.paths().certificates()).isEqualTo("/etc/kubernetes/ssl");
        assertThat(spec.handouts().kubeconfig()).isTrue();
        assertThat(spec.handouts().kubectl()).isFalse();
        assertThat(spec.addons().find(MetricsServerSpec.class).orElseThrow().resolution())
                .hasToString("60s");
        assertThat(spec.addons().later())
                .extracting(AddonsSpec.Later::variable)
                .containsExactly("ingress_nginx_enabled");
        assertThat(spec.certificateKey().orElseThrow().reveal()).matches("[0-9a-f]{64}");
    }

    @Test
    void articlesOwnVersionAndModeAreAccepted() throws InventoryException, IOException {
        ClusterSpec spec = spec("kube_version: v1.19.5\n");

        assertThat(spec.kubernetes()).hasToString("v1.19.5");
        assertThat(spec.kubeProxy().orElseThrow().mode()).isEqualTo(KubeProxyMode.IPVS);
        assertThat(spec.apiServer().podSecurityPolicy()).isTrue();
    }

    @Test
    void hostsThatDnsDoesNotKnowAreOneProblem() throws InventoryException {
        ClusterReading reading = read(files.inventory());

        assertThat(reading.errors())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.what()).startsWith("no address for pandore.friends.intra.example.com, "));
    }

    @Test
    void balancerAsThePagePrintsItIsRecognised() throws InventoryException, IOException {
        files.edit(
                "group_vars/all/all.yaml",
                "  address: 10.42.253.52\n  port: 6443",
                "address: 10.42.253.52\nport: 6443");

        ClusterReading reading = read(files.withRack(NEWEST));

        assertThat(reading.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains("address and port are not indented");
            assertThat(problem.remedy()).contains("two spaces");
        });
    }

    @Test
    void theOtherSpellingOfPolyhymniaInAGroupIsRecognised() throws InventoryException, IOException {
        files.edit("hosts.yaml", "        polyhymnia.friends", "        polyhimnia.friends");

        ClusterReading reading = read(files.withRack(NEWEST));

        assertThat(reading.errors())
                .extracting(Problem::what)
                .contains("unknown host polyhimnia.friends.intra.example.com in group kube-workers");
        assertThat(reading.errors().getFirst().remedy()).contains("did you mean polyhymnia.friends.intra.example.com?");
    }

    private ClusterSpec spec(String variables) throws InventoryException, IOException {
        return read(files.withRack(variables)).orThrow();
    }

    private static ClusterReading read(Inventory inventory) {
        return new ClusterSpecReader(VersionTable.standard(), _ -> List.of()).read(inventory);
    }
}

package io.urania.cluster.component.network.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.reader.ClusterReading;
import io.urania.cluster.reader.RackFiles;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.value.Download;
import io.urania.inventory.problem.Problem;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CniTest {
    private static final String CHOICE = "kube_network_plugin: cni\n";
    private static final String NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: bridge}\n";

    @TempDir
    Path directory;

    private RackFiles files;

    @BeforeEach
    void prepare() {
        files = new RackFiles(directory);
    }

    @Test
    void aFileIsReadBesideTheInventory() {
        files.write("plugin.yaml", NAMESPACE);

        ClusterSpec spec = files.withVariables(CHOICE + "custom_cni_manifests: [plugin.yaml]")
                .spec()
                .orElseThrow();

        assertThat(spec.network().plugin()).isInstanceOf(CniSpec.class);
        assertThat(NetworkPlugins.of(spec).cniList()).isEmpty();
        assertThat(NetworkPlugins.of(spec).downloads(spec)).isEmpty();
    }

    @Test
    void anAddressIsFetchedWithItsSum() {
        String sum = "0123456789abcdef".repeat(4);

        ClusterSpec spec = files.withVariables(CHOICE
                        + "custom_cni_manifests: [{url: 'https://example.com/plugin.yaml', sha256: " + sum + "}]")
                .spec()
                .orElseThrow();

        assertThat(NetworkPlugins.of(spec).downloads(spec))
                .containsExactly(new Download(URI.create("https://example.com/plugin.yaml"), sum));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "custom_cni_manifests: []                                     | lists no manifest",
                "custom_cni_manifests: ['https://example.com/plugin.yaml']    | has a URL without a checksum",
                "custom_cni_manifests: [{url: 'https://example.com/p.yaml'}]  | has a mapping of url",
                "custom_cni_manifests: [{url: 'file:///etc/shadow', sha256: x}] | ",
                "custom_cni_manifests: [{url: 'https://my_mirror/p.yaml', sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}] | ",
                "custom_cni_manifests: [missing.yaml]                         | not a manifest that can be applied",
                "custom_cni_manifests: [/dev/zero]                            | not a manifest that can be applied",
                "custom_cni_manifests: [hosts.yaml]                           | not a manifest that can be applied",
            })
    void whatCannotBeAppliedIsRefusedWithItsLine(String line, String what) {
        ClusterReading reading = files.withVariables(CHOICE + line);

        assertThat(reading.spec()).isEmpty();
        assertThat(reading.errors())
                .anySatisfy(
                        problem -> assertThat(problem.what()).contains(what == null ? "custom_cni_manifests" : what));
        assertThat(reading.errors()).extracting(Problem::position).doesNotContainNull();
    }

    @Test
    void itMayReplaceKubeProxyAndFlannelDoesNot() {
        files.write("plugin.yaml", NAMESPACE);

        assertThat(files.withVariables(CHOICE + "custom_cni_manifests: [plugin.yaml]\nkube_proxy_remove: true")
                        .spec()
                        .orElseThrow()
                        .kubeProxy())
                .isEmpty();
        assertThat(files.withVariables("kube_network_plugin: flannel\nkube_proxy_remove: true")
                        .errors())
                .extracting(Problem::what)
                .containsExactly("kube_proxy_remove is true, and flannel does not replace kube-proxy");
    }
}

package io.urania.artifacts.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VersionTableTest {
    private static final String NO_BALANCER = "node.kubernetes.io/exclude-from-external-load-balancers";

    private static final VersionTable TABLE = VersionTable.standard();

    static Stream<VersionEntry> entries() {
        return TABLE.entries().stream();
    }

    private static VersionEntry entry(String version) throws ArtifactException {
        return TABLE.entry(KubernetesVersion.parse(version));
    }

    private static int minor(VersionEntry entry) {
        return Integer.parseInt(entry.minor().substring(2));
    }

    @Test
    void hasEveryMinorFromTheArticlesToTheNewestInOrder() {
        assertThat(TABLE.entries())
                .extracting(VersionEntry::minor)
                .isEqualTo(IntStream.rangeClosed(19, 37)
                        .mapToObj(minor -> "1." + minor)
                        .toList());
    }

    @Test
    void saysWhichMinorsItHasWhenAskedForAnother() {
        assertThatThrownBy(() -> entry("v1.18.20")).hasMessageContaining("1.19 to 1.37");
        assertThatThrownBy(() -> entry("v2.19.0")).isInstanceOf(ArtifactException.class);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void writesVersionsAsTheirProjectsTagThem(VersionEntry entry) {
        String tag = "v\\d+\\.\\d+\\.\\d+";
        assertThat(List.of(entry.etcd().kubeadmDefault(), entry.kubeadmCoreDns()))
                .allSatisfy(version -> assertThat(version).matches(tag));
        assertThat(entry.containerd().version()).matches("v?\\d+\\.\\d+\\.\\d+");
        assertThat(entry.etcd().minimum()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(entry.containerd().minimum()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void pinsOnlyVersionsOfItsOwnMinor(VersionEntry entry) {
        assertThat(entry.goSources())
                .allSatisfy(version -> assertThat(version.minorName()).isEqualTo(entry.minor()));
    }

    @ParameterizedTest
    @CsvSource({"19,21,v1beta2", "22,30,v1beta3", "31,37,v1beta4"})
    void knowsTheConfigurationThatKubeadmReads(int first, int last, String api) {
        assertThat(range(first, last)).allMatch(entry -> entry.kubeadmApi().equals("kubeadm.k8s.io/" + api));
    }

    @ParameterizedTest
    @CsvSource({"19,26,true", "27,37,false"})
    void hasNodesWith32BitArmUpTo126(int first, int last, boolean arm) {
        assertThat(range(first, last))
                .allMatch(entry -> entry.architectures().contains(Architecture.ARM) == arm)
                .allMatch(entry -> entry.architectures().contains(Architecture.ARM64))
                .allMatch(entry -> entry.architectures().contains(Architecture.AMD64));
    }

    @ParameterizedTest
    @CsvSource({"19,24,k8s.gcr.io", "25,37,registry.k8s.io"})
    void namesTheRegistryThatKubeadmExpects(int first, int last, String registry) {
        assertThat(range(first, last)).allMatch(entry -> entry.registry().equals(registry));
    }

    @Test
    void takesAContainerdThatSpeaksTheKubeletsLanguage() {
        assertThat(range(19, 26)).allMatch(entry -> entry.containerd().origin() == PackageOrigin.DEBIAN);
        assertThat(range(27, 37)).allMatch(entry -> entry.containerd().origin() == PackageOrigin.BUNDLE);
        assertThat(range(36, 37)).allMatch(entry -> entry.containerd().minimum().equals("2.0.0"));
    }

    @Test
    void knowsTheModesOfKubeProxy() {
        assertThat(entries())
                .allMatch(entry -> entry.kubeProxyModes().get(KubeProxyMode.IPTABLES) == Standing.STABLE)
                .allMatch(entry -> entry.kubeProxyModes().containsKey(KubeProxyMode.IPVS))
                .allMatch(entry -> entry.kubeProxyModes().containsKey(KubeProxyMode.NFTABLES) == minor(entry) >= 31);
        assertThat(range(35, 37))
                .allMatch(entry -> entry.kubeProxyModes().get(KubeProxyMode.IPVS) == Standing.DEPRECATED);
    }

    @ParameterizedTest
    @CsvSource({"19,30,SUPPORTED", "31,34,MAINTENANCE", "35,37,REFUSED_UNLESS_ALLOWED"})
    void knowsWhatTheKubeletDoesWithCgroupVersion1(int first, int last, CgroupV1 rule) {
        assertThat(range(first, last)).allMatch(entry -> entry.cgroupV1() == rule);
    }

    @Test
    void appliesOnTheServersSideWhereThatIsStable() {
        assertThat(range(19, 21)).allMatch(entry -> entry.apply() == ManifestApply.CLIENT_SIDE);
        assertThat(range(22, 37)).allMatch(entry -> entry.apply() == ManifestApply.SERVER_SIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "19,19,master,master",
        "20,23,control-plane+master,master",
        "24,24,control-plane,control-plane+master",
        "25,37,control-plane,control-plane"
    })
    void knowsTheNamesOfAControlPlane(int first, int last, String labels, String taints) {
        assertThat(range(first, last)).extracting(VersionEntry::controlPlane).allSatisfy(names -> {
            assertThat(names.labels().stream().filter(label -> !label.equals(NO_BALANCER)))
                    .containsExactlyElementsOf(roles(labels));
            assertThat(names.taints()).containsExactlyElementsOf(roles(taints));
        });
    }

    @Test
    void knowsSinceWhenBalancersOfCloudsPassOverAControlPlane() {
        assertThat(range(19, 20))
                .noneMatch(entry -> entry.controlPlane().labels().contains(NO_BALANCER));
        assertThat(range(21, 37))
                .allMatch(entry -> entry.controlPlane().labels().contains(NO_BALANCER));
    }

    @Test
    void deploysByDefaultWhatItCanBuild() throws ArtifactException {
        assertThat(TABLE.defaultVersion()).hasToString("v1.36.3");
        assertThat(TABLE.entry(TABLE.defaultVersion()).hasGoSources(TABLE.defaultVersion()))
                .isTrue();
        assertThat(TABLE.versionsWithGoSources()).contains(KubernetesVersion.parse("v1.19.5"));
    }

    private static List<VersionEntry> range(int first, int last) {
        List<VersionEntry> range = entries()
                .filter(entry -> minor(entry) >= first && minor(entry) <= last)
                .toList();
        assertThat(range).hasSize(last - first + 1);
        return range;
    }

    private static List<String> roles(String names) {
        return Stream.of(names.split("\\+"))
                .map(name -> "node-role.kubernetes.io/" + name)
                .toList();
    }
}

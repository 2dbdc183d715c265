package io.urania.artifacts.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.resource.Resources;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamFilesTest {
    @ParameterizedTest
    @CsvSource({
        "kubernetes,kubelet,v1.36.3,https://dl.k8s.io/release/v1.36.3/bin/linux/arm64/kubelet,",
        "crictl,crictl,v1.36.0,https://github.com/kubernetes-sigs/cri-tools/releases/download/v1.36.0/crictl-v1.36.0-linux-arm64.tar.gz,crictl",
        "containerd,ctr,v2.3.7,https://github.com/containerd/containerd/releases/download/v2.3.7/containerd-2.3.7-linux-arm64.tar.gz,bin/ctr",
        "etcd,etcdctl,v3.6.8,https://github.com/etcd-io/etcd/releases/download/v3.6.8/etcd-v3.6.8-linux-arm64.tar.gz,etcd-v3.6.8-linux-arm64/etcdctl"
    })
    void knowsWhereAProjectPublishesItsPrograms(
            String project, String program, String version, String address, String member) {
        UpstreamFile file = UpstreamFiles.withSums(Map.of())
                .find(project, program, version, Architecture.ARM64)
                .orElseThrow();
        assertThat(file.uri()).hasToString(address);
        assertThat(file.member().orElse(null)).isEqualTo(member);
    }

    @Test
    void takesTheSumThatTheUserGives() {
        String address = "https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubelet";
        UpstreamFiles files = UpstreamFiles.withSums(Map.of(address, "0".repeat(64)));
        assertThat(files.find("kubernetes", "kubelet", "v1.36.3", Architecture.AMD64)
                        .orElseThrow()
                        .sha256())
                .contains("0".repeat(64));
        assertThat(files.find("kubernetes", "kubelet", "v1.36.3", Architecture.ARM64)
                        .orElseThrow()
                        .sha256())
                .isEmpty();
    }

    @Test
    void knowsWhatWasPublished() {
        UpstreamFiles published = UpstreamFiles.published();
        assertThat(published
                        .find("kubernetes", "kubeadm", "v1.36.3", Architecture.AMD64)
                        .orElseThrow()
                        .sha256())
                .contains("bba1733c701bf70ec74ba1cc3fd5745404c1134a8a4b0a5f8560cc9832023421");
        assertThat(published
                        .find("etcd", "etcdctl", "v3.6.8", Architecture.ARM64)
                        .orElseThrow()
                        .sha256())
                .contains("438f56a700d17ce761510a3e63e6fa5c1d587b2dd4d7a22c179c09a649366760");
        assertThat(published
                        .find("kubernetes", "kubeadm", "v9.9.9", Architecture.AMD64)
                        .orElseThrow()
                        .sha256())
                .isEmpty();
    }

    @Test
    void hasOneWholeSumForEachOfThem() {
        assertThat(Resources.lines("published-sha256.tsv"))
                .allSatisfy(line -> assertThat(line).matches("([a-z-]+\t){2}v[0-9.]+\t(amd64|arm64|arm)\t[0-9a-f]{64}"))
                .extracting(line -> line.substring(0, line.lastIndexOf('\t')))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(2_000);
    }
}

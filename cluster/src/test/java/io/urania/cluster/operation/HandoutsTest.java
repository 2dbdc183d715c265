package io.urania.cluster.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.fact.FactReader;
import io.urania.engine.run.FactGathering;
import io.urania.engine.transport.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoutsTest {
    private static final String KUBECONFIG = """
            apiVersion: v1
            clusters:
            - cluster:
                certificate-authority-data: TUlJQg==
                server: https://api-k8s-arm.intra.example.com:6443
              name: cluster.local
            kind: Config
            """;

    @TempDir
    Path directory;

    private ArticleRack rack;

    @BeforeEach
    void wantBoth() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST + "kubectl_localhost: true\n");
    }

    @Test
    void kubeconfigNamesTheEndpointsAddressAndIsForItsOwnerOnly() throws Exception {
        List<Path> written = handOut(rack, KUBECONFIG);

        assertThat(written).containsExactly(file("admin.conf"), file("kubectl"));
        assertThat(file("admin.conf"))
                .hasContent(KUBECONFIG.replace("api-k8s-arm.intra.example.com:6443", "10.42.253.52:6443"));
        assertThat(mode("admin.conf")).isEqualTo("rw-------");
    }

    @Test
    void kubectlIsTheBundlesAndCanBeRun() throws Exception {
        handOut(rack, KUBECONFIG);

        assertThat(file("kubectl")).content().startsWith("kubectl v1.36.3 for ");
        assertThat(mode("kubectl")).isEqualTo("rwxr-xr-x");
    }

    @Test
    void whatIsThereAsItShouldBeIsNotWrittenAgain() throws Exception {
        handOut(rack, KUBECONFIG);
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file("admin.conf"), longAgo);
        Files.setLastModifiedTime(file("kubectl"), longAgo);

        assertThat(handOut(rack, KUBECONFIG)).isEmpty();
        assertThat(Files.getLastModifiedTime(file("admin.conf"))).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(file("kubectl"))).isEqualTo(longAgo);
    }

    @Test
    void whatDiffersIsReplaced() throws Exception {
        handOut(rack, KUBECONFIG);
        Files.writeString(file("admin.conf"), "of an older cluster");
        Files.writeString(file("kubectl"), "of an older version");

        assertThat(handOut(rack, KUBECONFIG)).hasSize(2);
        assertThat(file("admin.conf")).content().contains("10.42.253.52");
        assertThat(mode("admin.conf")).isEqualTo("rw-------");
    }

    @Test
    void onlyWhatIsWantedIsHandedOut() throws Exception {
        ArticleRack article = ArticleRack.of(directory, ArticleRack.NEWEST);

        assertThat(handOut(article, KUBECONFIG))
                .containsExactly(article.spec().paths().artifacts().resolve("admin.conf"));
    }

    @Test
    void aHostWithoutKubeconfigIsNamed() {
        assertThatThrownBy(() -> handOut(rack, ""))
                .isInstanceOf(IOException.class)
                .hasMessage(ArticleRack.host("pandore") + " has no /etc/kubernetes/admin.conf");
    }

    /** Whoever runs kubectl with it would run what it names (Kubernetes documentation, "client-go credential plugins"). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "users:\n- name: kubernetes-admin\n  user:\n    exec:\n      command: sh\n",
                "users:\n- name: kubernetes-admin\n  user: {exec: {command: sh}}\n",
                "users:\n- name: kubernetes-admin\n  user:\n    \"exec\":\n      command: sh\n",
                "users:\n- name: kubernetes-admin\n  user:\n    ? exec\n    : command: sh\n",
                "users:\n- name: kubernetes-admin\n  user:\n    <<: *x\n",
                "users:\n- name: kubernetes-admin\n  user:\n    tokenFile: /etc/hostname\n",
                "users:\n- name: kubernetes-admin\n  user:\n    client-key: /home/clio/.ssh/id_ed25519\n",
                "users:\n- name: kubernetes-admin\n  user:\n    auth-provider:\n      name: x\n",
                "---\n",
                "name: a\tb\n",
                "name: |\n  x\n"
            })
    void aKubeconfigThatNamesProgramsOrFilesIsNotTaken(String more) {
        assertThatThrownBy(() -> handOut(rack, KUBECONFIG + more))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/etc/kubernetes/admin.conf holds more than kubeadm writes into it");
        assertThat(file("admin.conf")).doesNotExist();
    }

    @Test
    void theWholeKubeconfigOfKubeadmIsTaken() throws Exception {
        String whole = """
                apiVersion: v1
                clusters:
                - cluster:
                    certificate-authority-data: TUlJQg==
                    server: https://[fd00::1]:6443
                  name: cluster.local
                contexts:
                - context:
                    cluster: cluster.local
                    user: kubernetes-admin
                  name: kubernetes-admin@cluster.local
                current-context: kubernetes-admin@cluster.local
                kind: Config
                preferences: {}
                users:
                - name: kubernetes-admin
                  user:
                    client-certificate-data: TUlJQg==
                    client-key-data: TUlJQg==
                """;

        assertThat(handOut(rack, whole)).contains(file("admin.conf"));
    }

    /** Hands out what a host has whose kubeconfig is this text, or that has none. */
    private static List<Path> handOut(ArticleRack rack, String kubeconfig) throws Exception {
        ClusterSpec spec = rack.spec();
        Handouts handouts = new Handouts(spec, rack.deployment().artifacts().bundle());
        Map<String, Target> targets = Targets.of(spec);
        targets.keySet().retainAll(handouts.questions().keySet());
        FactReader reader = new FactReader(new BatchRunner(new OneAnswer(0, kubeconfig)));
        return handouts.write(new FactGathering(reader, _ -> {}, Clock.systemUTC())
                .gather(targets, handouts.questions())
                .book());
    }

    private Path file(String name) {
        return rack.spec().paths().artifacts().resolve(name);
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)));
    }
}

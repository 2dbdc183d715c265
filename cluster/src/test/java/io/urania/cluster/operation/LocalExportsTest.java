package io.urania.cluster.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.pki.EtcdAuthority;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.fact.FactReader;
import io.urania.engine.run.FactGathering;
import io.urania.engine.transport.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalExportsTest {
    @TempDir
    Path directory;

    private ArticleRack rack;

    private EtcdCertificates certificates;
    private String kubeconfig;

    @BeforeEach
    void wantBoth() throws IOException {
        certificates = certificates("credentials");
        kubeconfig = kubeconfig(certificates.authority(), certificates.client(), certificates.clientKey());
        rack = ArticleRack.of(directory, ArticleRack.NEWEST + "kubectl_localhost: true\n");
    }

    @Test
    void kubeconfigNamesTheEndpointsAddressAndIsForItsOwnerOnly() throws Exception {
        List<Path> written = handOut(rack, kubeconfig);

        assertThat(written).containsExactly(file("admin.conf"), file("kubectl"));
        assertThat(Files.readString(file("admin.conf")))
                .isEqualTo(kubeconfig.replace("api-k8s-arm.intra.example.com:6443", "10.42.253.52:6443"));
        assertThat(mode("admin.conf")).isEqualTo("rw-------");
    }

    @Test
    void kubectlIsTheBundlesAndCanBeRun() throws Exception {
        handOut(rack, kubeconfig);

        assertThat(file("kubectl")).content().startsWith("kubectl v1.36.3 for ");
        assertThat(mode("kubectl")).isEqualTo("rwxr-xr-x");
    }

    @Test
    void whatIsThereAsItShouldBeIsNotWrittenAgain() throws Exception {
        handOut(rack, kubeconfig);
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file("admin.conf"), longAgo);
        Files.setLastModifiedTime(file("kubectl"), longAgo);

        assertThat(handOut(rack, kubeconfig)).isEmpty();
        assertThat(Files.getLastModifiedTime(file("admin.conf"))).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(file("kubectl"))).isEqualTo(longAgo);
    }

    @Test
    void whatDiffersIsReplaced() throws Exception {
        handOut(rack, kubeconfig);
        Files.writeString(file("admin.conf"), "of an older cluster");
        Files.writeString(file("kubectl"), "of an older version");

        assertThat(handOut(rack, kubeconfig)).hasSize(2);
        assertThat(file("admin.conf")).content().contains("10.42.253.52");
        assertThat(mode("admin.conf")).isEqualTo("rw-------");
    }

    @Test
    void onlyWhatIsWantedIsHandedOut() throws Exception {
        ArticleRack article = ArticleRack.of(directory, ArticleRack.NEWEST);

        assertThat(handOut(article, kubeconfig))
                .containsExactly(article.spec().paths().artifacts().resolve("admin.conf"));
    }

    @Test
    void aHostWithoutKubeconfigIsNamed() {
        assertThatThrownBy(() -> handOut(rack, ""))
                .isInstanceOf(IOException.class)
                .hasMessage(ArticleRack.host("pandore") + " has no /etc/kubernetes/admin.conf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: [pwned]}",
                "    auth-provider: {name: gcp, config: {cmd-path: touch}}",
                "    tokenFile: /etc/shadow",
                "    as: somebody",
            })
    void nothingElseOfAUserIsHandedOut(String more) throws Exception {
        handOut(rack, kubeconfig);
        String expected = Files.readString(file("admin.conf"));

        assertThat(handOut(rack, kubeconfig + more + "\n")).isEmpty();
        assertThat(Files.readString(file("admin.conf"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy-url: http://attacker.example.com:3128",
                "insecure-skip-tls-verify: true",
                "tls-server-name: attacker.example.com",
                "server: https://attacker.example.com",
            })
    void nothingElseOfAClusterIsHandedOut(String more) throws Exception {
        handOut(rack, kubeconfig);
        String expected = Files.readString(file("admin.conf"));
        String server = "    server: https://api-k8s-arm.intra.example.com:6443\n";

        assertThat(handOut(rack, kubeconfig.replace(server, "    " + more + "\n")))
                .isEmpty();
        assertThat(Files.readString(file("admin.conf"))).isEqualTo(expected);
    }

    @Test
    void credentialsThatDoNotBelongTogetherAreRefused() throws Exception {
        EtcdCertificates others = certificates("others");

        assertThat(refusal(kubeconfig(certificates.authority(), certificates.client(), others.clientKey())))
                .contains("the key does not match the certificate");
        assertThat(refusal(kubeconfig(others.authority(), certificates.client(), certificates.clientKey())))
                .contains("the authority did not sign the certificate");
        assertThat(refusal(kubeconfig("no PEM", certificates.client(), certificates.clientKey())))
                .contains("the authority is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no kubeconfig", "{", "users: &a [*a]", "current-context: x", "!!java.io.File [/]", "- 1"})
    void whatIsNoKubeconfigIsRefused(String text) {
        assertThat(refusal(text)).contains("is not exported");
    }

    private String refusal(String text) {
        Throwable refusal = catchThrowable(() -> handOut(rack, text));
        assertThat(refusal).isInstanceOf(IOException.class).hasMessageContaining("check who changed it");
        assertThat(file("admin.conf")).doesNotExist();
        return String.valueOf(refusal.getMessage());
    }

    private EtcdCertificates certificates(String name) throws IOException {
        return EtcdAuthority.certificates(
                directory.resolve(name),
                ArticleRack.of(directory, ArticleRack.NEWEST).spec().etcd(),
                Clock.systemUTC());
    }

    /** As kubeadm writes it; the user comes last. */
    private static String kubeconfig(String authority, String certificate, String key) {
        return """
                apiVersion: v1
                clusters:
                - cluster:
                    certificate-authority-data: %s
                    server: https://api-k8s-arm.intra.example.com:6443
                  name: cluster.local
                contexts:
                - context:
                    cluster: cluster.local
                    user: kubernetes-admin
                  name: kubernetes-admin@cluster.local
                current-context: kubernetes-admin@cluster.local
                kind: Config
                users:
                - name: kubernetes-admin
                  user:
                    client-certificate-data: %s
                    client-key-data: %s
                """.formatted(base64(authority), base64(certificate), base64(key));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Hands out what a host has whose kubeconfig is this text, or that has none. */
    private static List<Path> handOut(ArticleRack rack, String kubeconfig) throws Exception {
        ClusterSpec spec = rack.spec();
        LocalExports handouts =
                new LocalExports(spec, rack.deployment().artifacts().bundle());
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

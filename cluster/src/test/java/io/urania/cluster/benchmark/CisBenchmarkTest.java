package io.urania.cluster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.RepositoryRoot;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.engine.fact.FactBook;
import io.urania.engine.fact.Facts;
import io.urania.engine.text.ResourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmark, on what a host of a rack has answered: with the hardened example, and with defaults. */
class CisBenchmarkTest {

    private static final List<String> NOT_APPLICABLE =
            List.of("1.1.7", "1.1.8", "1.2.11", "3.1.1", "3.1.2", "3.1.3", "4.1.3", "4.1.4");

    @TempDir
    Path directory;

    private ClusterSpec spec;

    @BeforeEach
    void readTheExample() throws IOException {
        spec = ArticleRack.of(
                        directory,
                        ArticleRack.NEWEST
                                + Files.readString(RepositoryRoot.resolve("examples/hardened/hardening.yaml"))
                                        .replaceAll("(?m)^(kube_encrypt_secret_data|kubernetes_audit):.*\\n", ""))
                .spec();
    }

    static Collection<String> shells() {
        return HostShells.PRESENT;
    }

    private HostSecurity recorded(String name, UnaryOperator<String> change) {
        String answer = ResourceText.beside(CisBenchmarkTest.class, name);
        return HostSecurityProbe.question(spec)
                .probe()
                .parse(change.apply(answer), new TreeSet<>())
                .get("");
    }

    private Map<String, Verdict> verdicts(HostSecurity host) {
        String first = spec.firstControlPlane().name();
        FactBook book = new FactBook(Map.of(
                first,
                Facts.of(first).put(HostSecurityProbe.question(spec), host).build()));
        return CisBenchmark.judge(spec, book).stream()
                .collect(Collectors.toMap(
                        judged -> judged.control().id(), Judged::verdict, (one, _) -> one, TreeMap::new));
    }

    private static SortedSet<String> failed(Map<String, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(verdict -> verdict.getValue() instanceof Verdict.Failed)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theHardenedExampleFailsNoControl() {
        Map<String, Verdict> verdicts = verdicts(recorded("hardened-host.txt", answer -> answer));

        assertThat(failed(verdicts)).isEmpty();
        assertThat(verdicts.entrySet().stream()
                        .filter(verdict -> verdict.getValue() instanceof Verdict.NotApplicable)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(NOT_APPLICABLE);
        assertThat(verdicts).hasSize(97);
    }

    @Test
    void thePageHasWhatFailsByDefault() throws IOException {
        SortedSet<String> listed = new TreeSet<>();
        String page = Files.readString(RepositoryRoot.resolve("docs/cis.md"));
        Matcher rows = Pattern.compile("(?m)^\\| (\\d\\.[0-9., ]+) \\|")
                .matcher(page.substring(page.indexOf("## What fails without it")));
        while (rows.find()) {
            listed.addAll(List.of(rows.group(1).split(", ", -1)));
        }

        assertThat(failed(verdicts(recorded("default-host.txt", answer -> answer))))
                .isEqualTo(listed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1.1   | file 600 root:root /etc/kubernetes/manifests/kube-apiserver.yaml | file 644 root:root /etc/kubernetes/manifests/kube-apiserver.yaml",
                "1.1.12  | file 700 etcd:etcd /var/lib/etcd  | file 700 etcd:root /var/lib/etcd",
                "1.1.14  | root:root /etc/kubernetes/admin.conf | pi:root /etc/kubernetes/admin.conf",
                "1.1.21  | file 600 root:root /etc/kubernetes/ssl/ca.key | file 640 root:root /etc/kubernetes/ssl/ca.key",
                "1.2.1   | authentication-config=    | other-config=",
                "1.2.6   | authorization-mode=Node   | authorization-mode=AlwaysAllow,Node",
                "1.2.8   | authorization-mode=Node,RBAC | authorization-mode=Node",
                "1.2.14  | NodeRestriction           | LimitRanger",
                "1.2.15  | kube-apiserver profiling=false | kube-apiserver profiling=true",
                "1.2.17  | audit-log-maxage=30       | audit-log-maxage=29",
                "1.2.28  | encryption secrets secretbox | encryption secrets identity",
                "1.2.29  | tls-cipher-suites=        | tls-cipher-suites=TLS_RSA_WITH_RC4_128_SHA,",
                "1.3.7   | kube-controller bind-address=127.0.0.1 | kube-controller bind-address=0.0.0.0",
                "1.4.2   | kube-scheduler bind-address=127.0.0.1 | kube-scheduler bind-address=0.0.0.0",
                "2.2     | ETCD_CLIENT_CERT_AUTH=true | ETCD_CLIENT_CERT_AUTH=false",
                "4.2.1   | kubelet     enabled: false | kubelet     enabled: true",
                "4.2.2   | mode: Webhook             | mode: AlwaysAllow",
                "4.2.13  | podPidsLimit: 4096        | podPidsLimit: -1",
                "4.3.1   | metrics 0100007F          | metrics 00000000",
            })
    void aHostWithAnotherSettingFails(String control, String setting, String other) {
        HostSecurity host = recorded("hardened-host.txt", answer -> {
            assertThat(answer).contains(setting);
            return answer.replace(setting, other);
        });

        assertThat(failed(verdicts(host))).contains(control);
    }

    @Test
    void ofAHostWithoutAnApiServerNothingIsPassedThatAFlagDecides() {
        HostSecurity host = recorded("hardened-host.txt", answer -> answer.replaceAll("(?m)^flag kube-.*\\n", ""));

        assertThat(failed(verdicts(host))).contains("1.2.2", "1.2.5", "1.2.15", "1.3.2", "1.4.1");
    }

    @Test
    void ofAHostWithoutAKubeletNothingIsPassedThatItsConfigurationDecides() {
        HostSecurity host = recorded("hardened-host.txt", answer -> answer.replaceAll("(?m)^kubelet .*\\n", ""));

        assertThat(failed(verdicts(host)))
                .contains("4.2.1", "4.2.2", "4.2.3", "4.2.4", "4.2.5", "4.2.6", "4.2.8", "4.2.10", "4.2.12", "4.2.14");
    }

    @Test
    void anAnswerThatWasCutOffIsNone() {
        assertThat(HostSecurityProbe.question(spec).probe().parse("file 600 root:root /x\n", new TreeSet<>()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void everyShellTellsWhatThereIs(String shell) throws Exception {
        Path manifests = Files.createDirectories(directory.resolve("manifests"));
        Files.writeString(manifests.resolve("kube-apiserver.yaml"), "");
        HostSecurityProbe probe = new HostSecurityProbe(
                manifests.toString(),
                directory.resolve("none").toString(),
                List.of(EtcdInstance.ofObjects(directory.toString())));

        HostSecurity host = probe.parse(HostShells.run(shell, probe.script(new TreeSet<>())), new TreeSet<>())
                .get("");

        assertThat(host.files()).containsKeys(manifests + "/kube-apiserver.yaml", directory.toString());
    }

    /** What a service has in its environment, a static pod has in its flags. */
    @Test
    void membersOfKubeadmAreJudgedByTheirFlags() {
        spec = ArticleRack.of(directory, ArticleRack.NEWEST + ArticleRack.ETCD_BY_KUBEADM)
                .spec();
        String pod = """
                file 600 root:root /etc/kubernetes/manifests/etcd.yaml
                sum 1 /etc/kubernetes/ssl/etcd/ca.crt
                sum 2 /etc/kubernetes/ssl/ca.crt
                flag etcd cert-file=/etc/kubernetes/ssl/etcd/server.crt
                flag etcd key-file=/etc/kubernetes/ssl/etcd/server.key
                flag etcd peer-cert-file=/etc/kubernetes/ssl/etcd/peer.crt
                flag etcd peer-key-file=/etc/kubernetes/ssl/etcd/peer.key
                flag etcd client-cert-auth=true
                flag etcd peer-client-cert-auth=false
                end
                """;

        Map<String, Verdict> verdicts = verdicts(HostSecurityProbe.question(spec)
                .probe()
                .parse(pod, new TreeSet<>())
                .get(""));

        assertThat(verdicts.entrySet().stream()
                        .filter(verdict -> verdict.getKey().startsWith("2.")
                                || List.of("1.1.7", "1.1.8").contains(verdict.getKey()))
                        .filter(verdict -> verdict.getValue() instanceof Verdict.Passed)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("1.1.7", "1.1.8", "2.1", "2.2", "2.3", "2.4", "2.6", "2.7");
        assertThat(failed(verdicts)).contains("2.5", "1.1.12");
    }
}

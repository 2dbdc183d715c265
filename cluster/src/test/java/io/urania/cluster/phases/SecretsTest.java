package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.pki.EtcdAuthority;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Task;
import io.urania.engine.plan.TextDifference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where secrets go, and where they must not: over all changes of a new cluster and of one that grows. */
class SecretsTest {

    @TempDir
    Path directory;

    private ArticleRack rack;
    private EtcdCertificates certificates;
    private List<Change> changes;
    private String authorityKey;

    @BeforeEach
    void planEverything() throws IOException {
        Path credentials = directory.resolve("credentials");
        EtcdSpec etcd = ArticleRack.of(directory, ArticleRack.NEWEST).spec().etcd();
        certificates = EtcdAuthority.certificates(credentials, etcd, Clock.systemUTC());
        certificates.keep();
        authorityKey = secretLine(Files.readString(credentials.resolve("etcd/ca.key")));
        rack = ArticleRack.of(directory, ArticleRack.NEWEST, certificates);
        changes = new ArrayList<>(rack.plan(FactsOf.bareHosts(rack).book()).changes());
        ClusterFact.Answering cluster = FactsOf.finished(rack);
        cluster.nodes().remove(ArticleRack.host("thalia"));
        FactsOf growing = FactsOf.finishedHosts(rack).lose(rack.node("thalia"));
        rack.spec().controlPlane().forEach(node -> growing.cluster(node, cluster));
        changes.addAll(rack.plan(growing.book()).changes());
    }

    @Test
    void theAuthoritysKeyGoesToNoHost() throws IOException {
        for (Change change : changes) {
            assertThat(sent(change)).as(change.id().toString()).doesNotContain(authorityKey);
        }
    }

    @Test
    void aMembersKeyGoesToItsHostOnly() throws IOException {
        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            String key = secretLine(certificates.memberKey(member));
            List<String> hosts = new ArrayList<>();
            for (Change change : changes) {
                if (sent(change).contains(key)) {
                    hosts.add(change.host());
                }
            }
            assertThat(hosts).containsExactly(member.host().name());
        }
    }

    @Test
    void workersGetNoKeyOfEtcdAndNoKeyOfTheCertificates() throws IOException {
        for (Change change : changes) {
            if (rack.spec().node(change.host()).stream().anyMatch(node -> !node.controlPlane())) {
                assertThat(sent(change))
                        .as(change.id().toString())
                        .doesNotContain(secretLine(certificates.clientKey()))
                        .doesNotContain(ArticleRack.CERTIFICATE_KEY.reveal());
            }
        }
    }

    @Test
    void secretsTravelAsPayloadsOnly() {
        for (Change change : changes) {
            assertThat(operation(change).script()).as(change.id().toString()).doesNotContain(secrets());
        }
    }

    @Test
    void secretsAreNotTold() {
        for (Change change : changes) {
            assertThat(List.of(
                            change.title(),
                            change.difference().before().toString(),
                            change.difference().after().toString(),
                            String.join("\n", TextDifference.of(change.difference())),
                            change.toString(),
                            operation(change).toString()))
                    .allSatisfy(told -> assertThat(told).doesNotContain(secrets()));
        }
        for (Task task : rack.tasks()) {
            assertThat(task.toString()).doesNotContain(secrets());
        }
        assertThat(rack.deployment().toString()).doesNotContain(secrets());
    }

    @Test
    void thisTestWouldSeeThem() throws IOException {
        StringBuilder everything = new StringBuilder();
        for (Change change : changes) {
            everything.append(sent(change));
        }
        assertThat(everything)
                .contains(ArticleRack.TOKEN.reveal())
                .contains("token-secret: " + ArticleRack.TOKEN.secret().reveal())
                .contains(ArticleRack.CERTIFICATE_KEY.reveal())
                .contains(secretLine(certificates.clientKey()));
    }

    private String[] secrets() {
        List<String> secrets = new ArrayList<>(List.of(
                ArticleRack.TOKEN.secret().reveal(),
                ArticleRack.CERTIFICATE_KEY.reveal(),
                authorityKey,
                secretLine(certificates.clientKey())));
        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            secrets.add(secretLine(certificates.memberKey(member)));
        }
        return secrets.toArray(String[]::new);
    }

    /** The first line of a key's base64: no two keys have it in common. */
    private static String secretLine(String pem) {
        return pem.lines().skip(1).findFirst().orElseThrow();
    }

    private static Operation operation(Change change) {
        return change.difference().operation().apply(_ -> Optional.of(FactsOf.AUTHORITY));
    }

    private static String sent(Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(operation(change).script().getBytes(StandardCharsets.UTF_8));
        for (Payload payload : operation(change).payloads()) {
            payload.writeTo(bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

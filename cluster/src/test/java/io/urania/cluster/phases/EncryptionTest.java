package io.urania.cluster.phases;

import static io.urania.cluster.phases.Plans.change;
import static io.urania.cluster.phases.Plans.id;
import static io.urania.cluster.phases.Plans.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.checklist.Checklist;
import io.urania.cluster.observation.encryption.EncryptionFact;
import io.urania.cluster.observation.encryption.EncryptionProbe;
import io.urania.cluster.observation.encryption.StoredEncryption;
import io.urania.cluster.pki.EncryptionKeys;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.value.Secret;
import io.urania.engine.fact.FactBook;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encryption at rest: at no time is there an API server that cannot read what another one writes. */
class EncryptionTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz012345";
    private static final String OTHER_KEY = "543210zyxwvutsrqponmlkjihgfedcba";

    @TempDir
    Path directory;

    private ArticleRack rack(String variables) {
        return ArticleRack.of(
                directory, ArticleRack.NEWEST + "credentials_dir: " + directory + "/credentials\n" + variables);
    }

    private ArticleRack encrypted(String key) {
        return rack("kube_encrypt_secret_data: true\nkube_encrypt_token: " + key + "\n");
    }

    private static String provider(String key) {
        return "secretbox:" + EncryptionKeys.name(Secret.of(key));
    }

    private static Optional<StoredEncryption> of(FactsOf facts, NodeSpec node) {
        return facts.book().of(node.name()).answer(EncryptionProbe.question()).stored();
    }

    @Test
    void aNewClusterHasItsKeysBeforeItsFirstApiServer() {
        ArticleRack rack = encrypted(KEY);
        FactsOf bare = FactsOf.bareHosts(rack);

        Plan plan = rack.plan(bare.book());

        assertThat(ids(plan))
                .containsSubsequence(id("pandore", "encryption: keys to read with"), id("pandore", "kubeadm init"))
                .doesNotContain(id("pandore", "encryption: stored objects"));
        FactsOf after = bare.afterwards(plan);
        assertThat(rack.plan(after.book()).changes()).isEmpty();
        rack.spec()
                .controlPlane()
                .forEach(node -> assertThat(of(after, node).orElseThrow().of("secrets"))
                        .containsExactly(provider(KEY), "identity"));
    }

    @Test
    void aLivingClusterIsEncryptedAndItsObjectsAreStoredAgain() {
        ArticleRack rack = encrypted(KEY);
        FactsOf facts = withoutKeys(rack);

        Plan plan = rack.plan(facts.book());

        assertThat(ids(plan))
                .containsSubsequence(
                        id("pandore", "encryption: keys to read with"),
                        id("pandore", "encryption: key to write with"),
                        id("pandore", "encryption: stored objects"),
                        id("pandore", "encryption: former keys"));
        assertThat(change(plan, id("pandore", "encryption: key to write with"))
                        .difference()
                        .title())
                .isEqualTo("encrypt secrets with secretbox");
        assertThat(rack.plan(facts.afterwards(plan).book()).changes()).isEmpty();
    }

    private static FactsOf withoutKeys(ArticleRack rack) {
        FactsOf facts = FactsOf.finishedHosts(rack);
        rack.spec()
                .controlPlane()
                .forEach(node -> facts.with(
                                node.name(), EncryptionProbe.question(), new EncryptionFact(Optional.empty(), false))
                        .with(node.name(), FileProbe.at(EncryptionProbe.FILE), new FileFact.Absent()));
        return facts;
    }

    /** Whoever ends a run anywhere, and begins again: every host reads what every other one writes. */
    @Test
    void whereverARunEndsEverybodyReadsWhatEverybodyWrites() throws IOException {
        ArticleRack first = encrypted(KEY);
        first.deployment().encryptionKeys().keep();
        for (String variables : List.of(
                "kube_encrypt_token: " + OTHER_KEY,
                "kube_encrypt_token: " + KEY + "\nkube_encryption_resources: [configmaps]",
                "kube_encrypt_token: " + KEY + "\nkube_encryption_algorithm: aescbc",
                "kube_encrypt_token: " + KEY + "\nkube_encryption_algorithm: identity")) {
            ArticleRack second = rack("kube_encrypt_secret_data: true\n" + variables + "\n");
            FactsOf facts = encryptedLike(first, second);
            Plan plan = second.plan(facts.book());

            assertThat(plan.changes()).isNotEmpty();
            for (int length = 0; length <= plan.changes().size(); length++) {
                FactsOf cutOff = facts.afterwards(new Plan(plan.changes().subList(0, length), 0));
                Plan rest = second.plan(cutOff.book());
                for (int further = 0; further <= rest.changes().size(); further++) {
                    everybodyReads(
                            second, cutOff.afterwards(new Plan(rest.changes().subList(0, further), 0)));
                }
                assertThat(second.plan(cutOff.afterwards(rest).book()).changes())
                        .as("after a run that ended after %d changes, and another one", length)
                        .isEmpty();
            }
        }
    }

    private static FactsOf encryptedLike(ArticleRack first, ArticleRack second) {
        FactsOf before = FactsOf.finishedHosts(first);
        FactsOf facts = FactsOf.finishedHosts(second);
        for (NodeSpec node : second.spec().controlPlane()) {
            facts.with(node.name(), EncryptionProbe.question(), new EncryptionFact(of(before, node), false))
                    .with(
                            node.name(),
                            FileProbe.at(EncryptionProbe.FILE),
                            before.book().of(node.name()).answer(FileProbe.at(EncryptionProbe.FILE)));
        }
        return facts;
    }

    private static void everybodyReads(ArticleRack rack, FactsOf facts) {
        for (NodeSpec writer : rack.spec().controlPlane()) {
            StoredEncryption written = of(facts, writer).orElseThrow();
            for (NodeSpec reader : rack.spec().controlPlane()) {
                StoredEncryption read = of(facts, reader).orElseThrow();
                written.providers()
                        .forEach((kind, providers) -> assertThat(read.of(kind))
                                .as("what %s reads %s with, which %s writes", reader.name(), kind, writer.name())
                                .contains(providers.getFirst()));
            }
        }
    }

    /** A run that ended between a file and the restart of its reader: what the file says is not what the API server does. */
    @Test
    void anApiServerThatIsOlderThanItsKeysIsRestartedBeforeAnythingElse() throws IOException {
        ArticleRack first = encrypted(KEY);
        first.deployment().encryptionKeys().keep();
        ArticleRack second = encrypted(OTHER_KEY);
        FactsOf facts = encryptedLike(first, second);
        Plan plan = second.plan(facts.book());
        FactsOf cutOff = facts.afterwards(new Plan(plan.changes().subList(0, 4), 0));
        NodeSpec host = second.node("pandore");
        cutOff.with(host.name(), EncryptionProbe.question(), new EncryptionFact(of(cutOff, host), true));

        Plan rest = second.plan(cutOff.book());

        assertThat(ids(rest))
                .containsSubsequence(
                        id("pandore", "encryption: keys to read with"),
                        id("pandore", "encryption: stored objects"),
                        id("pandore", "encryption: former keys"));
        assertThat(change(rest, id("pandore", "encryption: keys to read with"))
                        .difference()
                        .turn())
                .isPresent();
    }

    @Test
    void aHostWhoseKeyIsNotAtHandIsLeftAlone() {
        ArticleRack second = encrypted(OTHER_KEY);
        FactsOf facts = encryptedLike(encrypted(KEY), second);

        assertThat(findings(second, facts.book()))
                .filteredOn(finding -> finding.rule().equals("lost-encryption-key"))
                .hasSize(second.spec().controlPlane().size())
                .first()
                .asString()
                .contains("encrypts with " + EncryptionKeys.name(Secret.of(KEY)), "credentials/encryption/key-");
        assertThat(ids(second.plan(facts.book()))).noneMatch(task -> task.name().startsWith("encryption"));
    }

    @Test
    void keysThatAreMadeAreKeptWithTheirNames() throws IOException {
        ArticleRack rack = rack("kube_encrypt_secret_data: true\n");
        Path credentials = directory.resolve("credentials");
        assertThat(credentials.resolve("kube_encrypt_token.creds")).doesNotExist();

        rack.deployment().encryptionKeys().keep();

        Path file = credentials.resolve("kube_encrypt_token.creds");
        String key = Files.readString(file).strip();
        assertThat(key).matches("[A-Za-z0-9]{32}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(credentials.resolve("encryption").resolve(EncryptionKeys.name(Secret.of(key))))
                .hasContent(key);
        assertThat(rack("kube_encrypt_secret_data: true\n")
                        .deployment()
                        .encryptionKeys()
                        .present())
                .isEqualTo(Secret.of(key));
    }

    @Test
    void theKeyGoesToControlPlaneHostsAndIntoNoPlan() throws IOException {
        ArticleRack rack = encrypted(KEY);
        String written = Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));

        for (Change change : rack.plan(FactsOf.bareHosts(rack).book()).changes()) {
            boolean isKeys = change.id().name().startsWith("encryption");
            assertThat(Plans.payloads(change, _ -> Optional.of(FactsOf.AUTHORITY))
                            .contains(written))
                    .as(change.id().toString())
                    .isEqualTo(isKeys);
            assertThat(change.difference().operation().toString()
                            + change.difference().after())
                    .doesNotContain(written, KEY);
            assertThat(isKeys && !rack.spec().node(change.host()).orElseThrow().controlPlane())
                    .isFalse();
        }
    }

    private static List<Finding> findings(ArticleRack rack, FactBook book) {
        return Checklist.of(rack.deployment(), rack.tasks()).findings(new Situation(rack.spec(), rack.view(), book));
    }
}

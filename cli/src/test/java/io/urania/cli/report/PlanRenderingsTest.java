package io.urania.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.urania.cli.SamplePlan;
import io.urania.cli.console.Style;
import io.urania.control.failure.Refusal;
import io.urania.control.stage.PartOfPlan;
import io.urania.engine.batch.Operation;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Reason;
import io.urania.engine.plan.Scope;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One plan with all kinds of states, as text, as JSON and in a file. */
final class PlanRenderingsTest {

    private static final TaskId INIT = new TaskId("pandore.example.com", "kubeadm init");
    private static final PartOfPlan PLAN = PartOfPlan.of(Scope.ALL, plan());
    private static final PartOfPlan ONE_HOST =
            PartOfPlan.of(new Scope(Set.of("clio1.example.com"), Set.of()), PLAN.plan());
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TempDir
    private Path directory;

    @Test
    void twelveHostsWithTheSameChangeAreOneBlock() {
        assertThat(String.join("\n", new PlanText(Style.PLAIN).of(PLAN))).isEqualTo("""
                host preparation
                  ~ rewrite /etc/a.conf  [clio1 clio2 clio3 clio4 clio5 clio6 clio7 clio8 clio9 clio10 clio11 clio12]
                      other content -> 2 lines
                        @@ -1,2 +1,2 @@
                         same
                        -old
                        +new
                      because of kube_proxy_mode (all.yaml:3:1, clio12.yaml:1:1)
                  ~ rewrite /etc/key.pem  [pandore]
                      other content (secret) -> 1 lines, mode 600 (secret)

                control plane
                  > initialise the cluster  [pandore]
                      no cluster -> Kubernetes v1.36.3
                  > join as worker  [clio1]
                      no node -> a node (known after apply)
                  ! restart etcd.service  [pandore]
                      runs with older files -> active
                      interrupts etcd.service: one member is away for seconds

                16 changes on 13 hosts; 7 more are up to date.""");
    }

    @Test
    void newFilesAreShownWholeWhereThatIsAskedFor() {
        Plan created = new Plan(
                List.of(onPandore(
                        "file /etc/new",
                        "host preparation",
                        Difference.of(
                                Action.CREATE,
                                "write /etc/new",
                                State.words("absent"),
                                State.content("1 lines", "/etc/new", "text\n"),
                                Operation.of("")))),
                0);

        assertThat(new PlanText(Style.PLAIN, true).of(created)).contains("        +text");
        assertThat(new PlanText(Style.PLAIN, false).of(created)).doesNotContain("        +text");
    }

    @Test
    void aPartOfAPlanSaysWhatItIs() {
        assertThat(new PlanText(Style.PLAIN).of(ONE_HOST))
                .endsWith("1 of them because others depend on them.", "13 changes of the whole plan left out.");
    }

    @Test
    void theJsonIsAsItsSchemaSays() throws IOException {
        Schema schema = SCHEMAS.getSchema(schemaText(), InputFormat.JSON);
        PlanFile.write(directory.resolve("plan.json"), PLAN);

        for (String json : List.of(
                PlanJson.of(PLAN).toString(),
                PlanJson.of(ONE_HOST).toString(),
                PlanJson.of(PartOfPlan.of(Scope.ALL, SamplePlan.EMPTY)).toString(),
                Files.readString(directory.resolve("plan.json")))) {
            assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
        }
        for (String member : List.of("format", "scope", "changes", "unchanged", "left_out")) {
            JsonObject broken = PlanJson.of(PLAN);
            broken.remove(member);
            assertThat(schema.validate(broken.toString(), InputFormat.JSON))
                    .as(member)
                    .isNotEmpty();
        }
    }

    @Test
    void theSchemaIsAValidSchemaOfItsDraft() throws IOException {
        Schema ofSchemas = SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(ofSchemas.validate(schemaText(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theFileIsForItsOwnerOnlyAndHoldsNoSecret() throws Exception {
        Path file = directory.resolve("plan.json");
        PlanFile.write(file, PLAN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .doesNotContain("sesame", "old-sum")
                .contains("known-after-apply", "fingerprint", "\"kind\":\"secret\"");
        assertThat(PlanFile.read(file).departures(PLAN.plan())).isEmpty();
    }

    @Test
    void aPipeIsWrittenIntoAndALinkStays() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        PlanFile.write(pipe, PLAN);
        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("fingerprint");
        assertThat(Files.isRegularFile(pipe)).isFalse();

        Path target = Files.writeString(directory.resolve("target"), "before");
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);
        PlanFile.write(link, PLAN);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(target)).contains("fingerprint");
    }

    @Test
    void aPlanOfAnotherFormatIsToldWithItsFormat() throws IOException {
        Path file = Files.writeString(directory.resolve("plan.json"), "{\"format\": 1000000000000000000001}");

        assertThatThrownBy(() -> PlanFile.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("its format is 1000000000000000000001");
    }

    @Test
    void aPlanThatWasOnlyPrintedCannotBeApplied() throws IOException {
        Path file = Files.writeString(
                directory.resolve("plan.json"), PlanJson.of(PLAN).toString());

        assertThatThrownBy(() -> PlanFile.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("printed with --json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"format\": 1, \"sal",
                "{}",
                "{\"format\": 2}",
                "{\"format\": 1, \"salt\": \"0a\"}",
                "kube"
            })
    void whatIsNoPlanIsRefused(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("plan.json"), text);

        assertThatThrownBy(() -> PlanFile.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be applied")
                .hasMessageContaining("plan --out")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("gson", "Exception"));
    }

    private static Plan plan() {
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            changes.add(new Change(
                    new TaskId("clio" + i + ".example.com", "file /etc/a.conf"),
                    "host preparation",
                    Lane.SYSTEM,
                    Difference.of(
                            Action.CHANGE,
                            "rewrite /etc/a.conf",
                            State.content("other content", "/etc/a.conf", "same\nold\n"),
                            State.content("2 lines", "/etc/a.conf", "same\nnew\n"),
                            Operation.of("")),
                    Set.of(),
                    List.of(new Reason("kube_proxy_mode", i == 12 ? "clio12.yaml:1:1" : "all.yaml:3:1"))));
        }
        changes.add(onPandore(
                "file /etc/key.pem",
                "host preparation",
                Difference.of(
                        Action.CHANGE,
                        "rewrite /etc/key.pem",
                        new State.Secret("other content", "old-sum"),
                        State.secret("1 lines, mode 600", "sesame"),
                        Operation.of(""))));
        changes.add(onPandore(
                INIT.name(),
                "control plane",
                Difference.of(
                        Action.RUN,
                        "initialise the cluster",
                        State.words("no cluster"),
                        State.content("Kubernetes v1.36.3", "kubeadm's configuration", "kind: ClusterConfiguration\n"),
                        Operation.of(""))));
        changes.add(new Change(
                new TaskId("clio1.example.com", "kubeadm join"),
                "control plane",
                Lane.SYSTEM,
                Difference.of(
                        Action.RUN,
                        "join as worker",
                        State.words("no node"),
                        new State.KnownAfterApply("a node", INIT),
                        Operation.of("")),
                Set.of(INIT)));
        changes.add(onPandore(
                "service etcd.service",
                "control plane",
                Difference.of(
                                Action.RESTART,
                                "restart etcd.service",
                                "runs with older files",
                                "active",
                                Operation.of(""))
                        .interrupting(List.of(new Interruption("etcd.service", "one member is away for seconds")))));
        return new Plan(changes, 7);
    }

    private static Change onPandore(String task, String phase, Difference difference) {
        return new Change(new TaskId(INIT.host(), task), phase, Lane.SYSTEM, difference, Set.of());
    }

    /** Tests run in their module's directory. */
    private static String schemaText() throws IOException {
        return Files.readString(Path.of("..", "docs", "plan.schema.json"));
    }
}

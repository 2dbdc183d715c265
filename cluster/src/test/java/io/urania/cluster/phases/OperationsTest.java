package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.batch.Operation;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.resource.file.FileProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {ArticleRack.NEWEST, ArticleRack.ARTICLES_OWN})
    void allScriptsOfANewClusterAreReadByAPlainShell(String variables) throws Exception {
        ArticleRack rack = ArticleRack.of(directory, variables);

        assertThat(parse(scripts(rack.plan(FactsOf.bareHosts(rack).book())))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ArticleRack.NEWEST, ArticleRack.ARTICLES_OWN})
    void allScriptsOfRestartsAreReadByAPlainShell(String variables) throws Exception {
        ArticleRack rack = ArticleRack.of(directory, variables);
        FactsOf facts = FactsOf.finishedHosts(rack);
        for (NodeSpec node : rack.spec().controlPlane()) {
            for (String file : List.of("/etc/etcd.env", "/etc/kubernetes/kubeadm.yaml")) {
                facts.with(node.name(), FileProbe.at(file), FactsOf.file("644", "root", ""));
            }
        }

        assertThat(parse(scripts(rack.plan(facts.book())))).isEmpty();
    }

    private static String scripts(Plan plan) {
        StringBuilder script = new StringBuilder();
        for (Change change : plan.changes()) {
            script.append("step() {\n:\n").append(operation(change).script()).append("\n}\n");
        }
        return script.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {ArticleRack.NEWEST, ArticleRack.ARTICLES_OWN})
    void everyPayloadIsReceivedOnce(String variables) {
        ArticleRack rack = ArticleRack.of(directory, variables);

        assertThat(rack.plan(FactsOf.bareHosts(rack).book()).changes()).allSatisfy(change -> {
            Operation operation = operation(change);
            assertThat(operation.script().lines().filter(line -> line.strip().matches("receive(_to_read)? .*")))
                    .as(change.id().toString())
                    .hasSameSizeAs(operation.payloads());
        });
    }

    private static Operation operation(Change change) {
        return change.difference().operation().apply(_ -> Optional.of(FactsOf.AUTHORITY));
    }

    private static String parse(String script) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
        try (var input = process.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said : "exit code " + process.exitValue() + ": " + said;
    }
}

package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials of registries: every node's kubelet has them, and nobody else reads them. */
class RegistryCredentialsTest {

    @TempDir
    Path directory;

    @Test
    void everyKubeletHasThemInAFileOfItsOwn() {
        ArticleRack rack = ArticleRack.of(
                directory,
                ArticleRack.NEWEST
                        + "containerd_registry_auth: [{registry: 'registry.example.com:5000', username: pi, password: raspberry}]\n");
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());

        rack.spec().nodes().forEach(node -> {
            Change change = Plans.change(plan, new TaskId(node.name(), "file /var/lib/kubelet/config.json"));
            assertThat(Plans.payloads(change))
                    .contains("{\"auths\":{\"registry.example.com:5000\":{\"auth\":\"cGk6cmFzcGJlcnJ5\"}}}");
            assertThat(change.difference().after()).isInstanceOf(State.Secret.class);
            assertThat(change.difference().after().summary())
                    .contains("mode 600")
                    .doesNotContain("cGk6");
        });
    }

    @Test
    void withoutAnyThereIsNoFile() {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);

        assertThat(Plans.ids(rack.plan(FactsOf.bareHosts(rack).book())))
                .noneMatch(id -> id.name().contains("config.json"));
    }
}

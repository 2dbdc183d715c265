package io.urania.cluster.phases.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Reason;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostAccessTest {

    private static final String SERVER = "SSH server";

    @TempDir
    Path directory;

    @Test
    void nothingIsDoneWhereNothingIsAskedFor() {
        assertThat(rack("").tasks()).noneMatch(task -> task.id().name().equals(SERVER));
    }

    @Test
    void theServerGetsItsSettingsAndIsConfirmed() {
        ArticleRack rack = rack("""
                sshd_permit_root_login: no
                sshd_password_authentication: false
                sshd_further_settings: {X11Forwarding: no, MaxAuthTries: 3}
                """);
        Change change = change(rack.plan(FactsOf.bareHosts(rack).book()), SERVER);

        assertThat(change.difference().after())
                .isInstanceOfSatisfying(
                        State.Content.class,
                        content -> assertThat(content.text()).hasValue("""
                                PermitRootLogin no
                                PasswordAuthentication no
                                ChallengeResponseAuthentication no
                                X11Forwarding no
                                MaxAuthTries 3
                                """));
        assertThat(change.difference().confirmation()).isPresent();
        assertThat(change.reasons())
                .extracting(Reason::variable)
                .containsExactlyInAnyOrder(
                        "sshd_permit_root_login", "sshd_password_authentication", "sshd_further_settings");
        assertThat(rack.plan(FactsOf.finishedHosts(rack).book()).changes()).isEmpty();
    }

    @Test
    void anEmptyMappingTakesTheLinesAway() {
        ArticleRack rack = rack("sshd_further_settings: {}\n");

        assertThat(rack.tasks()).anyMatch(task -> task.id().name().equals(SERVER));
        assertThat(rack.plan(FactsOf.bareHosts(rack).book()).changes())
                .noneMatch(change -> change.id().name().equals(SERVER));
    }

    private static Change change(Plan plan, String task) {
        TaskId id = new TaskId(ArticleRack.host("erato"), task);
        return plan.changes().stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ArticleRack rack(String variables) {
        return ArticleRack.of(directory, ArticleRack.NEWEST + variables);
    }
}

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

    @Test
    void accountsAreMadeBeforeTheServerRefusesAnybody() {
        String hash = "$6$salt$0123456789abcdef";
        ArticleRack rack = rack("""
                host_users:
                  - name: clio
                    admin: true
                    authorized_keys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ clio]
                    password_hash: %s
                root_password_hash: "!"
                sshd_permit_root_login: prohibit-password
                """.formatted(hash));
        Plan plan = rack.plan(FactsOf.bareHosts(rack).book());
        Change account = change(plan, "account clio");

        assertThat(change(plan, SERVER).needs()).contains(account.id());
        assertThat(account.difference().after().summary())
                .contains("in group sudo", "sudo without a password", "1 key of the inventory")
                .doesNotContain(hash);
        assertThat(account.toString()).doesNotContain(hash);
        assertThat(plan.changes()).noneMatch(change -> change.id().name().equals("former accounts"));
        assertThat(rack.plan(FactsOf.finishedHosts(rack).book()).changes()).isEmpty();
    }

    @Test
    void anAddressIsKeptWithTheNameServersOfTheInventory() {
        ArticleRack rack = rack("""
                nameservers: [10.0.0.53]
                static_address: "{{ '10.42.253.77/24' if inventory_hostname.startswith('erato') else none }}"
                static_gateway: 10.42.253.1
                """);
        Change change = change(rack.plan(FactsOf.bareHosts(rack).book()), "static address");

        assertThat(change.title()).isEqualTo("make the address of eth0 static with systemd-networkd");
        assertThat(change.difference().after())
                .isInstanceOfSatisfying(
                        State.Content.class,
                        content -> assertThat(content.text()).hasValue("""
                                [Match]
                                Name=eth0

                                [Network]
                                Address=10.42.253.77/24
                                Gateway=10.42.253.1
                                DNS=10.0.0.53
                                """));
        assertThat(change.difference().confirmation()).isPresent();
        assertThat(rack.tasks().stream().filter(task -> task.id().name().equals("static address")))
                .hasSize(1);
        assertThat(rack.plan(FactsOf.finishedHosts(rack).book()).changes())
                .noneMatch(one -> one.id().name().equals("static address"));
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

package io.urania.cluster.variable.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cluster.phases.ArticleRack;
import io.urania.engine.resource.account.HostUser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an inventory may say of who gets in. */
class HostUsersTypeTest {

    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ clio@example.org";

    @TempDir
    Path directory;

    @Test
    void anAccountIsReadWithAllThatItSays() {
        List<HostUser> users = users("""
                host_users:
                  - name: clio
                    admin: yes
                    sudo: password
                    authorized_keys: ['%s', 'from="10.0.0.1" %s']
                    password_hash: $y$j9T$abcdefgh$0123456789
                    shell: /bin/bash
                    uid: 1500
                  - name: erato
                """.formatted(KEY, KEY));

        assertThat(users).extracting(HostUser::name).containsExactly("clio", "erato");
        HostUser clio = users.getFirst();
        assertThat(clio.isAdmin()).isTrue();
        assertThat(clio.sudoAsksPassword()).isTrue();
        assertThat(clio.keys()).containsExactly(KEY, "from=\"10.0.0.1\" " + KEY);
        assertThat(clio.uid()).hasValue(1500);
        assertThat(clio.toString()).isEqualTo("clio");
        assertThat(users.getLast().admin()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{name: 'clio.x'}] | 'clio.x'",
                "[{name: '../x'}] | '../x'",
                "[{name: \"a\\nb\"}] | name as a name",
                "[{admin: true}] | without name",
                "[{name: clio, groups: [sudo]}] | with 'groups'",
                "[{name: clio}, {name: clio}] | clio twice",
                "[{name: clio, sudo: password}] | who is not admin",
                "[{name: clio, authorized_keys: [id_ed25519.pub]}] | not a public key",
                "[{name: clio, shell: bash}] | an absolute path",
                "[{name: clio, uid: -1}] | an integer from 0",
                "clio | is a",
            })
    void whatIsWrongIsRefused(String value, String told) {
        assertThatThrownBy(() -> users("host_users: " + value + "\n")).hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host_users: [{name: clio, password_hash: 'hunter2 secret'}]",
                "root_password_hash: hunter2 secret"
            })
    void whatMayBeAPasswordIsNotTold(String variables) {
        assertThatThrownBy(() -> users(variables + "\n"))
                .hasMessageContaining("is not a hash of a password")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void anAddressIsOneHostsAndItsGatewayANeighbour() {
        assertThatThrownBy(() -> users("static_address: 10.0.0.1/24\nnameservers: [10.0.0.53]\n"))
                .hasMessageContaining("as that of");
        String one = """
                static_address: "{{ '10.0.0.1/24' if inventory_hostname.startswith('erato') else none }}"
                """;
        assertThatThrownBy(() -> users(one)).hasMessageContaining("nameservers is empty");
        assertThatThrownBy(() -> users(one + """
                        static_gateway: 10.0.1.1
                        nameservers: [10.0.0.53]
                        """))
                .hasMessageContaining("a gateway is another host of the same network");
    }

    @ParameterizedTest
    @CsvSource({"Match", "include", "Port", "ListenAddress", "PermitRootLogin", "KbdInteractiveAuthentication"})
    void keywordsThatWouldChangeMoreAreRefused(String keyword) {
        assertThatThrownBy(() -> users("sshd_further_settings: {" + keyword + ": x}\n"))
                .hasMessageContaining("sshd_further_settings has " + keyword);
    }

    private List<HostUser> users(String variables) {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + variables);
        return rack.spec().access(rack.node("erato").host()).users().orElse(List.of());
    }
}

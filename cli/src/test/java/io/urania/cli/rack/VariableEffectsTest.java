package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.EffectTable.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variable of the article that is said to have an effect has it, seen on the hosts of a rack. */
@Tag("rack")
@ExtendWith(RackCondition.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VariableEffectsTest {

    @SuppressWarnings("NullAway.Init") // set before every test
    private RackUnderTest rack;

    @BeforeAll
    void findRack() throws Exception {
        rack = RackUnderTest.find();
    }

    static List<Effect> effects() {
        return EffectTable.effects();
    }

    @ParameterizedTest
    @MethodSource("effects")
    void isSeen(Effect effect) throws Exception {
        effect.assertSeenOn(rack);
    }

    @Test
    void keepsSecretsToItsOwner() throws Exception {
        Path credentials = rack.directory().resolve("inventory/credentials");
        Path key = credentials.resolve("kubeadm_certificate_key.creds");

        assertThat(mode(credentials)).isEqualTo("rwx------");
        assertThat(mode(key)).isEqualTo("rw-------");
        assertThat(mode(credentials.resolve("etcd/ca.key"))).isEqualTo("rw-------");
        String secret = Files.readString(key).strip();
        assertThat(secret).hasSize(64);
        for (String host : List.of(rack.controlPlane(), rack.worker(), rack.balancer())) {
            assertThat(rack.run(
                            host, "for process in /proc/[0-9]*; do cat \"$process/cmdline\" 2>/dev/null; done; true"))
                    .doesNotContainIgnoringCase(secret);
        }
        assertThat(rack.run(rack.controlPlane(), "ls -A /run/urania")).isEmpty();
    }

    @Test
    void handsOutTheKubeconfig() throws Exception {
        Path file = rack.directory().resolve("inventory/artifacts/admin.conf");

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(Files.readString(file).lines().map(String::strip))
                .contains("server: https://" + rack.balancerAddress() + ":6443");
    }

    @Test
    void putsKubectlBesideIt() {
        assertThat(rack.directory().resolve("inventory/artifacts/kubectl")).isExecutable();
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

package io.urania.engine.transport.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.transport.Input;
import io.urania.engine.transport.SshContract;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.hostkey.ShownKey;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client in this program. */
final class BuiltInTransportTest extends SshContract {

    @Override
    protected Transport open(KnownHosts accepted) {
        return new BuiltInTransport(accepted, directory(), false);
    }

    @Test
    void findsTheUsersOwnKey() throws Exception {
        Files.createDirectories(directory().resolve(".ssh"));
        Files.copy(directory().resolve("user_key"), directory().resolve(".ssh/id_ed25519"));
        Target named = target();
        Target target = new Target(
                named.name(), named.address(), named.port(), named.user(), false, Optional.empty(), List.of());

        assertThat(transport().execute(target, "exit 6", Input.NONE, _ -> {}).code())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-J bastion", "-o ProxyJump=bastion", "-oProxyCommand=nc", "-F other.conf", "-W x:1"})
    void saysWhichArgumentsOnlyTheProgramUnderstands(String words) {
        assertFailure(server().target("user_key", words.split(" ")), Cause.UNREACHABLE)
                .hasMessageContainingAll("clio", "only ssh supports");
    }

    @Test
    void showsTheKeyOfAHostBeforeItIsTrusted() throws Exception {
        Files.writeString(knownHosts(), "");
        KnownHosts known = new KnownHosts(List.of(knownHosts()));

        ShownKey shown = BuiltInTransport.keyOf(target(), known, directory()).orElseThrow();
        known.pin(shown.knownAs(), shown.key());

        assertThat(shown.verdict()).isEqualTo(new HostKeyVerdict.Unknown());
        assertThat(shown.key().fingerprint()).isEqualTo(server().fingerprint("host_key.pub"));
        assertThat(run("echo trusted")).containsExactly("trusted");
    }
}

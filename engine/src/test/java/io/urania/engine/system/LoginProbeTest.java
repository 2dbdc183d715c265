package io.urania.engine.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.PlantedHost;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LoginProbeTest {

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsWhoseRightsCommandsHave(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            assertThat(host.ask(LoginProbe.QUESTION)).hasValueSatisfying(login -> {
                assertThat(login.effective()).isEqualTo(System.getProperty("user.name"));
                assertThat(login.user()).isNotEmpty();
            });
        }
    }

    @Test
    void tellsWhoHasCalledSudo() {
        assertThat(LoginProbe.QUESTION
                        .probe()
                        .parse("pi\nroot\n", new TreeSet<>())
                        .get(""))
                .satisfies(login -> {
                    assertThat(login.isRoot()).isTrue();
                    assertThat(login.isBySudo()).isTrue();
                });
    }

    @Test
    void whatIsNoNameOfAnAccountIsNoAnswer() {
        assertThat(LoginProbe.QUESTION.probe().parse("a b\nroot\n", new TreeSet<>()))
                .isEmpty();
        assertThat(LoginProbe.QUESTION.probe().parse("root\n", new TreeSet<>())).isEmpty();
    }
}

package io.urania.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.state.StateDirectory;
import io.urania.engine.transport.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    @TempDir
    private Path directory;

    @Test
    void whereSshConnectsToIsNoOption() {
        assertThat(login("pi", 22, List.of())).isEqualTo("ssh -- pi@10.42.253.40");
        assertThat(login("", 22, List.of())).isEqualTo("ssh -- 10.42.253.40");
    }

    @Test
    void optionsOfTheInventoryAreWordsBeforeIt() {
        assertThat(login("o'brien", 2222, List.of("-J", "gate; id")))
                .isEqualTo("ssh -J 'gate; id' -p 2222 -- 'o'\\''brien@10.42.253.40'");
    }

    private String login(String user, int port, List<String> options) {
        Target target = new Target("pandore", "10.42.253.40", port, user, true, Optional.empty(), options);
        return new Login("./urania").command(target, new StateDirectory(directory.resolve("inventory/.urania")));
    }
}

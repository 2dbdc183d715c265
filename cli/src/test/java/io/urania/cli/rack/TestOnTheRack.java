package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What tests have in common that type Urania's commands for a rack: the rack, the commands, and what a whole cluster is. */
@Tag("rack")
@ExtendWith(RackCondition.class)
abstract class TestOnTheRack {

    @TempDir
    Path scratch;

    @SuppressWarnings("NullAway.Init") // set before every test
    RackUnderTest rack;

    @SuppressWarnings("NullAway.Init") // set before every test
    CommandsOnTheRack urania;

    @BeforeEach
    final void findRack() throws Exception {
        rack = RackUnderTest.find();
        urania = new CommandsOnTheRack(rack, scratch);
    }

    /** Nothing is left to do, and the cluster is well. */
    final void assertTheClusterIsWhole() {
        succeeds("plan", "--detailed-exitcode");
        succeeds("status");
    }

    /** Runs a command that must end with exit code 0. */
    final Said succeeds(String... words) {
        Said said = urania.run(words);
        assertThat(said.code())
                .as(String.join(" ", words) + "\n" + said.output() + said.errors())
                .isZero();
        return said;
    }
}

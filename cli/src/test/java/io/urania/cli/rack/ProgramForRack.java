package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.JavaProgram;
import io.urania.cli.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program, as a process of its own, for the rack in a directory, which need not exist yet.
 *
 * @param place the rack's directory
 */
record ProgramForRack(Path place) {

    /** How a command ended, and what it printed. */
    record Ended(int code, String said) {}

    /** Runs a command for the rack, which must end with exit code 0; what it printed. */
    String succeeds(String... words) throws IOException, InterruptedException {
        Ended ended = run(words);
        assertThat(ended.code())
                .as(String.join(" ", words) + "\n" + ended.said())
                .isZero();
        return ended.said();
    }

    /** Runs a command for the rack; those of {@code lab} say themselves which one they mean. */
    Ended run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JavaProgram.command(Main.class, words));
        if (!words[0].equals("lab")) {
            command.addAll(List.of("-i", place.toString()));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = String.join("\n", process.inputReader().lines().toList());
        return new Ended(process.waitFor(), said);
    }
}

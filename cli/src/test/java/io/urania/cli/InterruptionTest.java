package io.urania.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real signals for a program of its own. The time limit only turns a hang into a failure. */
@Timeout(120)
final class InterruptionTest {

    private Process program;
    private BufferedReader output;

    @BeforeEach
    void start() throws IOException {
        start("run");
    }

    private void start(String what) throws IOException {
        // A shell starts what it runs in the background with SIGINT ignored, and that is passed on to every child.
        List<String> command = JavaProgram.command(InterruptibleProgram.class, what);
        command.addAll(0, List.of("env", "--default-signal=INT"));
        program = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = program.inputReader();
    }

    @AfterEach
    void end() {
        program.destroyForcibly();
    }

    @Test
    void withoutASignalEverythingIsDone() throws Exception {
        readUntil("at a step");
        type();
        readUntil("at a step");
        type();

        readUntil("done 2, left 0");
        assertThat(exitCode()).isZero();
    }

    @Test
    void theFirstSignalLetsTheStepComeToItsEndAndBeginsNothingMore() throws Exception {
        readUntil("at a step");
        send("INT");
        // Two threads say so, in any order.
        readUntilAll("interrupted: waiting for running steps; press Ctrl-C again to stop now", "asked to end");
        type();

        readUntil("done 1, left 1");
        assertThat(exitCode()).isEqualTo(130);
    }

    @Test
    void theSecondSignalEndsAtOnce() throws Exception {
        readUntil("at a step");
        send("TERM");
        readUntil("interrupted: waiting for running steps; press Ctrl-C again to stop now");
        send("INT");
        readUntil("interrupted: stopping what runs; run the same command again to continue");
        send("INT");

        assertThat(exitCode()).isEqualTo(130);
    }

    @Test
    void aSignalAtAQuestionForAPasswordEndsAtOnce() throws Exception {
        end();
        start("secret");
        readUntil("shown: false");
        send("INT");
        readUntil("interrupted: nothing was changed");

        assertThat(exitCode()).isEqualTo(130);
    }

    private void readUntil(String line) throws IOException {
        readUntilAll(line);
    }

    private void readUntilAll(String... lines) throws IOException {
        Set<String> missing = new HashSet<>(Set.of(lines));
        for (String read = output.readLine(); read != null; read = output.readLine()) {
            missing.remove(read);
            if (missing.isEmpty()) {
                return;
            }
        }
        assertThat(missing).isEmpty();
    }

    private void type() throws IOException {
        program.outputWriter().write("\n");
        program.outputWriter().flush();
    }

    private void send(String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private int exitCode() throws InterruptedException {
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return program.exitValue();
    }
}

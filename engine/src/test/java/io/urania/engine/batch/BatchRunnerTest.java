package io.urania.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.engine.shell.Shell;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The wire format, with every shell that a host may have. */
@Timeout(120)
@ParameterizedClass
@EnumSource(ShellKind.class)
final class BatchRunnerTest {

    private static final Target TARGET = LocalTransport.target("clio");

    private final ShellKind shell;
    private final List<String> told = new ArrayList<>();

    /** Short, for it must fit in the place of a search path. */
    private Path directory;

    private Transport transport;

    BatchRunnerTest(ShellKind shell) {
        this.shell = shell;
    }

    @BeforeEach
    void open() throws IOException {
        directory = Files.createTempDirectory(Path.of("/tmp"), "b");
        transport = shell.transport(directory);
    }

    @AfterEach
    void removeFiles() throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void runsStepsInOrderAndTellsEachOutput() throws Exception {
        List<StepResult> results = run(Mode.STOP_AT_FAILURE, "echo one; echo eins", "echo two >&2", "true");

        assertThat(results)
                .containsExactly(
                        new StepResult("step 0", 0, "one\neins"),
                        new StepResult("step 1", 0, "two"),
                        new StepResult("step 2", 0, ""));
        assertThat(told).containsExactly("step 0?", "step 0: 0", "step 1?", "step 1: 0", "step 2?", "step 2: 0");
    }

    @Test
    void endsAfterTheStepAtWhichItIsAskedToAndLeavesNothingBehind() throws Exception {
        BatchId id = new BatchId(UUID.randomUUID(), directory.resolve("run").toString());
        List<Step> steps = List.of(
                new Step("one", Operation.of("echo one")),
                new Step("two", Operation.of(id.stop().script() + "\necho two")),
                new Step("three", Operation.of("echo three", Payload.text("never read"))));

        List<StepResult> results =
                new BatchRunner(transport).run(TARGET, steps, Mode.STOP_AT_FAILURE, BatchListener.NONE, id);

        assertThat(results).containsExactly(new StepResult("one", 0, "one"), new StepResult("two", 0, "two"));
        assertThat(directory.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aStepThatWaitsForOtherHostsLearnsThatItsBatchIsAskedToEnd() throws Exception {
        BatchId id = new BatchId(UUID.randomUUID(), directory.resolve("run").toString());
        List<Step> steps = List.of(new Step(
                "one",
                Operation.of(
                        "! asked_to_stop\n" + id.stop().script() + "\nuntil asked_to_stop; do :; done\necho end")));

        assertThat(new BatchRunner(transport).run(TARGET, steps, Mode.STOP_AT_FAILURE, BatchListener.NONE, id))
                .containsExactly(new StepResult("one", 0, "end"));
    }

    @Test
    void aBatchThatIsAskedToEndBeforeItBeginsRunsNothing() throws Exception {
        BatchId id = new BatchId(UUID.randomUUID(), directory.resolve("run").toString());
        runOperations(Mode.KEEP_GOING, id.stop());

        assertThat(new BatchRunner(transport)
                        .run(
                                TARGET,
                                List.of(new Step("one", Operation.of("echo one"))),
                                Mode.STOP_AT_FAILURE,
                                BatchListener.NONE,
                                id))
                .isEmpty();
    }

    /** As /etc/environment, a profile or ssh's own sending of variables put them there. */
    @Test
    void nothingOfTheLoginsEnvironmentReachesAStep() throws Exception {
        List<String> variables = List.of(
                "HTTP_PROXY=http://10.255.1.1:3128",
                "https_proxy=$(touch /tmp/never); `exit 9`",
                "LANG=fr_FR.UTF-8",
                "HOME=/nowhere",
                "IFS=x",
                "ENV=/nowhere/profile",
                "no name; exit 9=hostile",
                "BASH_FUNC_dd%%=() { exit 9; }",
                "two=lines\nexit 9");
        Transport login = new Transport() {
            @Override
            public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
                    throws TransportException, InterruptedException {
                String inside = "exec env " + Shell.words(variables) + " sh -c " + Shell.quote(command);
                return transport.execute(target, inside, input, outputLine);
            }

            @Override
            public void close() {
                transport.close();
            }
        };

        StepResult result = new BatchRunner(login)
                .run(
                        TARGET,
                        List.of(new Step("one", Operation.of("env\necho \"$HOME\""))),
                        Mode.STOP_AT_FAILURE,
                        BatchListener.NONE)
                .getFirst();

        assertThat(result.code()).as(result.output()).isZero();
        assertThat(result.output().lines().map(line -> line.replaceFirst("=.*", "")))
                .contains("PATH", "LC_ALL", "HOME", "USER", "LOGNAME", "/root")
                .isSubsetOf("PATH", "LC_ALL", "HOME", "USER", "LOGNAME", "PWD", "OLDPWD", "SHLVL", "_", "/root");
    }

    @Test
    void whatAStepWaitsForIsToldWhileItWaitsAndNotInItsOutput() throws Exception {
        Path seen = directory.resolve("seen");
        List<String> waits = new ArrayList<>();
        List<Step> steps = List.of(
                new Step("plain", Operation.of("echo plain")), new Step("waits", Operation.of("""
                        echo before
                        said=$(waiting_for the lock "of dpkg"; waiting_for the lock of dpkg; echo captured)
                        echo "$said"
                        until [ -e %s ]; do sleep 0.05; done
                        waiting_for 'two
                        lines'
                        waiting_for
                        printf after
                        """.formatted(seen))));
        BatchId id = new BatchId(UUID.randomUUID(), directory.resolve("run").toString());

        List<StepResult> results =
                new BatchRunner(transport).run(TARGET, steps, Mode.STOP_AT_FAILURE, new WaitListener(waits, seen), id);

        assertThat(results)
                .containsExactly(
                        new StepResult("plain", 0, "plain"), new StepResult("waits", 0, "before\ncaptured\nafter"));
        assertThat(waits).containsExactly("waits: the lock of dpkg", "waits: two", "waits: ");
        assertThat(directory.resolve("run")).isEmptyDirectory();
    }

    @Test
    void whatIsWaitedForIsToldWhereOnlyQuestionsAreAskedAndWhereThereIsNoPlaceForFiles() throws Exception {
        List<Step> steps = List.of(new Step("one", Operation.of("echo before\nwaiting_for another run\necho after")));
        Path taken = Files.createFile(directory.resolve("taken"));
        BatchId nowhere = new BatchId(UUID.randomUUID(), taken.toString());
        for (Mode mode : Mode.values()) {
            List<String> waits = new ArrayList<>();

            List<StepResult> results = new BatchRunner(transport)
                    .run(TARGET, steps, mode, new WaitListener(waits, directory.resolve("seen")), nowhere);

            assertThat(results).containsExactly(new StepResult("one", 0, "before\nafter"));
            assertThat(waits).containsExactly("one: another run");
        }
    }

    @Test
    void aProcessThatAStepLeavesBehindDoesNotKeepTheBatch() throws Exception {
        Path end = directory.resolve("end");
        try {
            assertThat(run(
                            Mode.STOP_AT_FAILURE,
                            "( until [ -e %s ]; do sleep 0.05; done ) &\nwaiting_for nobody\necho left".formatted(end)))
                    .containsExactly(new StepResult("step 0", 0, "left"));
        } finally {
            Files.createFile(end);
        }
    }

    /** Notes waits, and makes a file when the first is told. */
    private record WaitListener(List<String> waits, Path seen) implements BatchListener {

        @Override
        public void started(String key) {}

        @Override
        public void finished(StepResult result) {}

        @Override
        public void waiting(String key, String what) {
            waits.add(key + ": " + what);
            try {
                if (!Files.exists(seen)) {
                    Files.createFile(seen);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void stopsAtTheFirstFailure() throws Exception {
        List<StepResult> results = run(Mode.STOP_AT_FAILURE, "echo fine", "echo not fine; exit 3", "echo never");

        assertThat(results)
                .containsExactly(new StepResult("step 0", 0, "fine"), new StepResult("step 1", 3, "not fine"));
        assertThat(told).containsExactly("step 0?", "step 0: 0", "step 1?", "step 1: 3");
    }

    @Test
    void keepsGoingAfterAFailureAndDropsErrorsWhenItOnlyAsks() throws Exception {
        List<StepResult> results = run(Mode.KEEP_GOING, "echo noise >&2; exit 3", "echo still here");

        assertThat(results).containsExactly(new StepResult("step 0", 3, ""), new StepResult("step 1", 0, "still here"));
    }

    @Test
    void aCommandThatFailsEndsItsStep() throws Exception {
        assertThat(run(Mode.STOP_AT_FAILURE, "echo before\nfalse\necho after"))
                .containsExactly(new StepResult("step 0", 1, "before"));
    }

    @Test
    void aVariableThatIsNotSetEndsItsStep() throws Exception {
        StepResult result = run(Mode.STOP_AT_FAILURE, "echo \"$no_such_variable\"\necho after")
                .getFirst();

        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).contains("no_such_variable").doesNotContain("after");
    }

    @Test
    void aStepCannotChangeTheNextOne() throws Exception {
        assertThat(run(Mode.STOP_AT_FAILURE, "x=1; cd /; umask 000; set +u; f() { :; }", "echo ${x-unset}; umask; f"))
                .last()
                .satisfies(result -> {
                    assertThat(result.succeeded()).isFalse();
                    assertThat(result.output()).startsWith("unset\n0022\n");
                });
    }

    @Test
    void keepsOutputWithoutALineEndApartFromItsOwnMarks() throws Exception {
        assertThat(run(Mode.STOP_AT_FAILURE, "printf 'no end'", "printf 'one end\\n'", "printf 'two ends\\n\\n'"))
                .extracting(StepResult::output)
                .containsExactly("no end", "one end", "two ends\n");
    }

    @Test
    void outputThatLooksLikeAMarkIsOutput() throws Exception {
        String mark = "@urania-01234567-89ab-cdef-0123-456789abcdef end 0 7";

        assertThat(run(Mode.STOP_AT_FAILURE, "echo '" + mark + "'")).containsExactly(new StepResult("step 0", 0, mark));
    }

    @Test
    void scriptsMayHoldAnyQuotingAndEndInAComment() throws Exception {
        String script = """
                cat <<'END'
                it's "quoted" $(not run) \\ `nor this`
                END
                echo 'single "double" '"'"'!'
                echo "Käse" # the end""";

        assertThat(run(Mode.STOP_AT_FAILURE, script, ""))
                .containsExactly(
                        new StepResult(
                                "step 0", 0, "it's \"quoted\" $(not run) \\ `nor this`\nsingle \"double\" '!\nKäse"),
                        new StepResult("step 1", 0, ""));
    }

    @Test
    void stepsCannotEatThePayloadsOfOthers() throws Exception {
        Path file = directory.resolve("payload");
        List<StepResult> results = runOperations(
                Mode.STOP_AT_FAILURE,
                Operation.of("cat; if cat <&3; then echo open; else echo closed; fi 2>/dev/null"),
                Operation.of("cat; receive " + file + "; cat; cat " + file, Payload.text("safe")));

        assertThat(results).extracting(StepResult::output).containsExactly("closed", "safe");
    }

    @Test
    void bringsPayloadsBinarySafeAndInOrder() throws Exception {
        byte[] noise = new byte[300_001];
        new Random(7).nextBytes(noise);
        Path source = Files.write(directory.resolve("source"), noise);
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        Path third = directory.resolve("third");
        Path fourth = directory.resolve("fourth");

        List<StepResult> results = runOperations(
                Mode.STOP_AT_FAILURE,
                Operation.of(
                        "receive %s\nreceive %s".formatted(first, second),
                        Payload.text("no line end, a NUL \0 and Käse"),
                        Payload.file(source, noise.length, Payload.sha256(noise))),
                Operation.of("echo no payload"),
                Operation.of(
                        "receive %s\nreceive %s".formatted(third, fourth),
                        Payload.text(""),
                        Payload.text("x".repeat(65536) + "\n")));

        assertThat(results).allMatch(StepResult::succeeded);
        assertThat(first).hasContent("no line end, a NUL \0 and Käse");
        assertThat(second).hasBinaryContent(noise);
        assertThat(third).isEmptyFile();
        assertThat(fourth).hasContent("x".repeat(65536) + "\n");
    }

    @Test
    void refusesAPayloadThatIsNotWhatWasPlanned() throws Exception {
        Path source = Files.writeString(directory.resolve("source"), "changed since");
        Path file = directory.resolve("file");

        List<StepResult> results = runOperations(
                Mode.STOP_AT_FAILURE,
                Operation.of(
                        "receive " + file + "\necho never",
                        Payload.file(
                                source,
                                13,
                                Payload.sha256("as it was then".getBytes(java.nio.charset.StandardCharsets.UTF_8)))));

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).isEqualTo("the data for " + file + " arrived incomplete (13 bytes were sent)");
        });
    }

    @Test
    void saysThatAFileOfThisMachineCannotBeRead() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> runOperations(
                        Mode.STOP_AT_FAILURE,
                        Operation.of("receive /dev/null", Payload.file(missing, 5, "0".repeat(64)))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll(missing.toString(), "on this machine");
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        List<StepResult> results =
                runOperations(Mode.STOP_AT_FAILURE, Operation.of("receive /dev/full", Payload.text("some text")));

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("No space left on device").endsWith("/dev/full cannot be written");
        });
    }

    @Test
    void saysThatADirectoryIsMissing() throws Exception {
        Path file = directory.resolve("missing/file");

        assertThat(runOperations(Mode.STOP_AT_FAILURE, Operation.of("receive " + file, Payload.text("x"))))
                .singleElement()
                .satisfies(result -> assertThat(result.output()).contains(file.toString(), "cannot be written"));
    }

    @Test
    void aBatchWithoutStepsAsksWhetherTheHostCanBeUsed() throws Exception {
        assertThat(run(Mode.KEEP_GOING)).isEmpty();
    }

    @Test
    void aScriptThatIsNoShellRunsNothing() {
        Path file = directory.resolve("file");

        assertThatThrownBy(() -> run(Mode.STOP_AT_FAILURE, "echo >" + file, "if true; then"))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Cause.LOST));
        assertThat(file).doesNotExist();
    }

    @Test
    void aStepThatEndsTheWholeShellIsNamed() {
        assertThatThrownBy(() -> run(Mode.STOP_AT_FAILURE, "true", "kill -9 $$"))
                .isInstanceOf(TransportException.class)
                .hasMessageContainingAll("clio", "in the step \"step 1\"");
    }

    @Test
    void secretsStandInNoCommandLine() throws Exception {
        Path file = directory.resolve("file");
        String everyCommandLine = """
                for process in /proc/[0-9]*; do
                    [ ! -r "$process/cmdline" ] || { cat "$process/cmdline"; echo; } 2>/dev/null || :
                done
                """;

        List<StepResult> results = runOperations(
                Mode.STOP_AT_FAILURE,
                Operation.of(
                        "password=hunter%d\nreceive %s\n%s".formatted(2, file, everyCommandLine),
                        Payload.text("open sesame")));

        assertThat(results.getFirst().output())
                .contains("iflag=fullblock")
                .doesNotContain("hunter2")
                .doesNotContain("open sesame");
    }

    private List<StepResult> run(Mode mode, String... scripts) throws TransportException, InterruptedException {
        Operation[] operations = new Operation[scripts.length];
        for (int index = 0; index < scripts.length; index++) {
            operations[index] = Operation.of(scripts[index]);
        }
        return runOperations(mode, operations);
    }

    private List<StepResult> runOperations(Mode mode, Operation... operations)
            throws TransportException, InterruptedException {
        List<Step> steps = new ArrayList<>();
        for (Operation operation : operations) {
            steps.add(new Step("step " + steps.size(), operation));
        }
        return new BatchRunner(transport).run(TARGET, steps, mode, new BatchListener() {
            @Override
            public void started(String key) {
                told.add(key + "?");
            }

            @Override
            public void finished(StepResult result) {
                told.add(result.key() + ": " + result.code());
            }
        });
    }
}

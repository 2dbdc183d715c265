package io.urania.engine.resource.safeguard;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A host that is a directory, with a systemd that only notes what it is told. */
public final class GuardedHost implements AutoCloseable {

    /** What would reach this machine is a function instead; what a guarded change leaves behind is run in the same shell. */
    // A hyphen is no part of a function's name for dash.
    private static final String PROGRAMS = """
            said() { printf '%s\\n' "$*" >>/var/said; }
            systemctl() { said systemctl "$@"; }
            systemd_run() { said systemd-run "$@"; }
            sh() { ( set +eu; . "$1" ); }
            """;

    private final Sandbox host;
    private final String programs;

    /**
     * @param programs further functions that stand for programs; {@code said WORDS} notes what they are told
     */
    public GuardedHost(ShellKind shell, String programs) throws IOException {
        this(new Sandbox(shell), programs);
    }

    /** The same, with functions that know where the directory is. */
    public static GuardedHost of(ShellKind shell, Function<Sandbox, String> programs) throws IOException {
        Sandbox host = new Sandbox(shell);
        return new GuardedHost(host, programs.apply(host));
    }

    private GuardedHost(Sandbox host, String programs) throws IOException {
        this.host = host;
        this.programs = PROGRAMS + programs;
        Files.createDirectories(host.at("/var/lib"));
        Files.createDirectories(host.at("/run"));
        Files.createDirectories(host.at("/etc"));
    }

    /** The directory. */
    public Sandbox sandbox() {
        return host;
    }

    /** Carries a difference out, without its confirmation. */
    public StepResult carryOut(Difference difference) throws Exception {
        Operation operation = difference.operation().apply(_ -> Optional.empty());
        return run(operation.script(), operation);
    }

    /** Confirms a difference. */
    public StepResult confirm(Difference difference) throws Exception {
        Operation operation = difference.confirmation().orElseThrow().operation();
        return run(operation.script(), operation);
    }

    /** Asks with the functions in the place of programs. */
    public <T> T ask(Question<T> question) throws Exception {
        TreeSet<String> subjects = new TreeSet<>(Set.of(question.subject()));
        String script = question.probe().script(subjects);
        StepResult result = run(script, Operation.of(script));
        if (!result.succeeded()) {
            throw new AssertionError(result.output());
        }
        String output = result.output().replace(host.at("/").toString(), "");
        return Objects.requireNonNull(question.probe().parse(output, subjects).get(question.subject()));
    }

    /** What the timer does when the time is over. */
    public StepResult timeOver(String name) throws Exception {
        String script = "[ ! -e %1$s/back.sh ] || sh %1$s/back.sh".formatted(Safeguard.DIRECTORY + "/" + name);
        return run(script, Operation.of(script));
    }

    /** What programs were told. */
    public List<String> said() throws IOException {
        return Files.exists(host.at("/var/said"))
                ? Files.readString(host.at("/var/said"))
                        .replace(host.at("/").toString() + "/", "/")
                        .lines()
                        .toList()
                : List.of();
    }

    private StepResult run(String script, Operation operation) throws Exception {
        return host.carryOut(Difference.of(
                Action.RUN,
                "",
                "",
                "",
                new Operation(programs + script.replace("systemd-run --", "systemd_run --"), operation.payloads())));
    }

    @Override
    public void close() throws IOException {
        host.close();
    }
}

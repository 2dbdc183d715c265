package io.urania.cli;

import io.urania.cli.console.Console;
import io.urania.cli.console.Size;
import io.urania.cli.console.Style;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Operation;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.run.Limits;
import io.urania.engine.run.Report;
import io.urania.engine.run.Runner;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something to be sent signals: with the word {@code run}, a run of two steps, whose first says so when it begins, and ends when a line is
 * read; with {@code secret} a question for a password.
 */
final class InterruptibleProgram implements Transport {

    private static final Pattern STOP = Pattern.compile("/run/urania/stop-([0-9a-f-]{36})");
    private static final Pattern MARKER = Pattern.compile("@urania-[0-9a-f-]{36}");

    private final BufferedReader input;
    private final PrintStream output;

    private InterruptibleProgram(BufferedReader input, PrintStream output) {
        this.input = input;
        this.output = output;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        boolean asks = words[0].equals("secret");
        Console.Abilities abilities = new Console.Abilities(asks, false, Style.PLAIN);
        Console console = new Console(input, output, errors, abilities, () -> Size.USUAL);
        Interruption interruption = Interruption.watch(console);
        if (asks) {
            console.secret("Password: ", shown -> output.println("\nshown: " + shown));
        }
        TaskId first = new TaskId("clio", "first");
        TaskId second = new TaskId("erato", "second");
        Plan plan = new Plan(List.of(change(first, Set.of()), change(second, Set.of(first))), 0);
        Report report = new Runner(
                        new BatchRunner(new InterruptibleProgram(input, output)),
                        Map.of("clio", target("clio"), "erato", target("erato")),
                        Limits.ofForks(2),
                        interruption.stop(),
                        _ -> Duration.ZERO,
                        _ -> {},
                        Clock.systemUTC())
                .run(plan);
        output.println(
                "done " + report.done().size() + ", left " + report.left().size());
        interruption.finished();
        System.exit(report.stopped().isPresent() ? 130 : 0);
    }

    private static Change change(TaskId id, Set<TaskId> needs) {
        return new Change(
                id, "", Lane.SYSTEM, Difference.of(Action.RUN, id.name(), "", "", Operation.of(id.name())), needs);
    }

    private static Target target(String name) {
        return new Target(name, name, 22, "", false, Optional.empty(), List.of());
    }

    @Override
    public Exit execute(Target target, String command, Input script, Consumer<String> outputLine) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try {
            script.writeTo(sent);
            Matcher marker = MARKER.matcher(sent.toString(StandardCharsets.UTF_8));
            if (!marker.find()) {
                throw new IllegalArgumentException("no marker");
            }
            outputLine.accept(marker.group() + " begin 0");
            if (STOP.matcher(sent.toString(StandardCharsets.UTF_8))
                    .results()
                    .anyMatch(stop -> !stop.group(1).equals(marker.group().substring(8)))) {
                output.println("asked to end"); // the script of another batch's end
            } else {
                output.println("at a step");
                input.readLine();
            }
            outputLine.accept(marker.group() + " end 0 0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Exit(0, "");
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}

package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.ProgressOptions;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.operation.Consent;
import io.urania.cli.operation.RunConversation.Wanted;
import io.urania.cli.report.PlanFile;
import io.urania.control.stage.OpenedRun;
import io.urania.engine.plan.RecordedPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class ApplyCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "apply",
            "Bring the hosts to the state that the inventory describes.",
            "A second run changes nothing; after a failure it continues where it stopped.");

    private final ClusterCommands commands;
    private final Console console;
    private final Path workingDirectory;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Mixin
    private final ProgressOptions progress = new ProgressOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A plan saved by plan --out: carry out exactly this, and refuse if it is no longer what "
                    + "would be done now.")
    private @Nullable Path file;

    public ApplyCommand(ClusterCommands commands, Console console, Path workingDirectory) {
        this.workingDirectory = workingDirectory;
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Optional<RecordedPlan> kept =
                file == null ? Optional.empty() : Optional.of(PlanFile.read(workingDirectory.resolve(file)));
        Wanted wanted = new Wanted(
                new Consent(console, yes),
                progress.json(),
                commands.suggestions().words(words(), run.repeated()),
                List.of(commands.suggestions().command("status")));
        try (OpenedRun cluster = commands.change("apply", run, progress.output())) {
            return commands.runs()
                    .apply(cluster, kept, commands.conversation(wanted))
                    .number();
        }
    }

    private List<String> words() {
        return file == null ? List.of("apply") : List.of("apply", file.toString());
    }
}

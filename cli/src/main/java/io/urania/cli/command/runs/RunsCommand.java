package io.urania.cli.command.runs;

import io.urania.cli.command.About;
import io.urania.cli.console.Console;
import io.urania.cli.console.Durations;
import io.urania.cli.report.Table;
import io.urania.control.failure.ExitCode;
import io.urania.engine.event.Event;
import io.urania.engine.state.RecordedRun;
import io.urania.engine.state.RunHistory;
import io.urania.engine.state.RunId;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command
public final class RunsCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "runs",
            "List the runs that changed this inventory's hosts, the newest first.",
            "With a command: show one of them.");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RecordedRuns runs;
    private final Console console;

    public RunsCommand(RecordedRuns runs, Console console) {
        this.runs = runs;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        RunHistory history = runs.history();
        Table table = new Table(List.of("RUN", "STARTED (UTC)", "COMMAND", "OUTCOME", "STEPS DONE", "TOOK", "BY"));
        List<RunId> ids = history.ids();
        List<String> unreadable = new ArrayList<>();
        for (RunId id : ids) {
            try {
                Optional<RecordedRun> run = history.read(id);
                table.row(run.map(RunsCommand::row).orElseGet(() -> List.of(id.text(), "", "", "died", "", "", "")));
            } catch (IOException e) {
                table.row(List.of(id.text(), "", "", "unknown", "", "", ""));
                unreadable.add(String.valueOf(e.getMessage()));
            }
        }
        console.print(ids.isEmpty() ? List.of("No run has changed these hosts yet.") : table.lines());
        unreadable.forEach(why -> console.printError(console.errorStyle().yellow("warning: ") + why));
        return ExitCode.DONE.number();
    }

    private static List<String> row(RecordedRun run) {
        return List.of(
                run.id().text(),
                WHEN.format(run.header().at()),
                run.header().command(),
                run.outcome().word(),
                Integer.toString(run.count(Event.ChangeFinished.class)),
                Durations.exact(run.took()),
                run.header().user() + "@" + run.header().machine());
    }
}

package io.urania.cli.command.runs;

import io.urania.cli.command.GlobalOptions;
import io.urania.cli.command.Suggestions;
import io.urania.cli.operation.InventorySources;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.state.RecordedRun;
import io.urania.engine.state.RunHistory;
import io.urania.engine.state.RunId;
import io.urania.engine.state.StateDirectory;
import io.urania.inventory.source.LoadedInventory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The runs of the inventory that the options name; it need not be one that can be used.
 *
 * @param workingDirectory what relative paths start from
 */
public record RecordedRuns(
        GlobalOptions options, InventorySources sources, Path workingDirectory, Suggestions suggestions) {

    private static final String NEWEST = "last";

    RunHistory history() throws Refusal {
        Path source =
                workingDirectory.resolve(sources.resolve(options.inventories()).getFirst());
        return new RunHistory(
                new StateDirectory(LoadedInventory.directoryOf(source).resolve(".urania")));
    }

    /**
     * The one run that is meant.
     *
     * @param prefix the beginning of its name, or {@code last}
     */
    RecordedRun find(String prefix) throws Refusal, IOException {
        RunHistory history = history();
        List<RunId> found = history.ids().stream()
                .filter(id -> prefix.equals(NEWEST) || id.text().startsWith(prefix))
                .limit(prefix.equals(NEWEST) ? 1 : Long.MAX_VALUE)
                .toList();
        if (found.size() != 1) {
            throw new Refusal(
                    ExitCode.USAGE,
                    (found.isEmpty()
                                    ? "there is no run '" + prefix + "'"
                                    : "several runs start with '" + prefix + "': "
                                            + found.stream().map(RunId::text).collect(Collectors.joining(" ")))
                            + "; see: " + suggestions.command("runs"));
        }
        return history.read(found.getFirst())
                .orElseThrow(() -> new Refusal(
                        ExitCode.FAILED, "the run " + found.getFirst() + " died before it wrote its first line"));
    }
}

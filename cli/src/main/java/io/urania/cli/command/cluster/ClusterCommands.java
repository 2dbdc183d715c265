package io.urania.cli.command.cluster;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.command.RunOptions;
import io.urania.cli.command.Suggestions;
import io.urania.control.failure.Refusal;
import io.urania.control.procedure.ClusterRun;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.operation.SessionOpener;
import io.urania.cli.operation.SessionOpener.Purpose;
import io.urania.cli.operation.SessionOpener.Request;
import io.urania.cli.progress.Output;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;

/**
 * What every command that works on a cluster needs.
 *
 * @param inventories say which inventory is meant
 */
public record ClusterCommands(
        InventoryRequests inventories, SessionOpener opener, ClusterRun runs, Suggestions suggestions) {

    /**
     * Opens the cluster that the options name.
     *
     * @param command the command's words
     */
    ClusterSession open(String command, RunOptions run, Purpose purpose, Output output)
            throws Refusal, InventoryException, ArtifactException, IOException, InterruptedException {
        boolean asks = run.askBecomePassword(inventories.console());
        return opener.open(new Request(
                command,
                inventories.request(),
                run.bundle(),
                purpose,
                output,
                run.limits(),
                suggestions.command("unlock"),
                asks));
    }
}

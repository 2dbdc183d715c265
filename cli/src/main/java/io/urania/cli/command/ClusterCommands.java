package io.urania.cli.command;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.failure.CommandFailure;
import io.urania.cli.failure.ExitCode;
import io.urania.cli.operation.ClusterRun;
import io.urania.cli.operation.ClusterSession;
import io.urania.cli.operation.InventorySources;
import io.urania.cli.operation.SessionOpener;
import io.urania.cli.operation.SessionOpener.Purpose;
import io.urania.cli.operation.SessionOpener.Request;
import io.urania.cli.progress.Output;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;

/**
 * What every command that works on a cluster needs.
 *
 * @param options the options given before or after the command's name
 */
record ClusterCommands(GlobalOptions options, InventorySources sources, SessionOpener opener, ClusterRun runs) {

    /** Opens the cluster that the options name. */
    ClusterSession open(RunOptions run, Purpose purpose, Output output)
            throws CommandFailure, InventoryException, ArtifactException, IOException, InterruptedException {
        if (run.forks() < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--forks " + run.forks() + ": at least 1 is needed");
        }
        return opener.open(new Request(
                sources.resolve(options.inventories()),
                run.bundle(),
                purpose,
                output,
                run.forks(),
                run.askBecomePassword()));
    }
}

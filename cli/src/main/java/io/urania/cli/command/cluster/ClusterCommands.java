package io.urania.cli.command.cluster;

import io.urania.artifacts.ArtifactException;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.command.RunOptions;
import io.urania.cli.command.Suggestions;
import io.urania.cli.operation.RunConversation;
import io.urania.cli.operation.RunConversation.Wanted;
import io.urania.cli.progress.Output;
import io.urania.cli.terminal.Terminal;
import io.urania.control.failure.Refusal;
import io.urania.control.procedure.ClusterRun;
import io.urania.control.stage.ClusterOpener;
import io.urania.control.stage.Opened;
import io.urania.control.stage.OpenedPreparation;
import io.urania.control.stage.OpenedRemoval;
import io.urania.control.stage.OpenedRun;
import io.urania.control.stage.Request;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;

/**
 * What every command that works on a cluster needs.
 *
 * @param inventories say which inventory is meant
 */
public record ClusterCommands(
        InventoryRequests inventories,
        ClusterOpener opener,
        ClusterRun runs,
        Terminal terminal,
        Suggestions suggestions) {

    /**
     * Opens the cluster that the options name, to look at it.
     *
     * @param command the command's words
     */
    Opened look(String command, RunOptions run, Output output)
            throws Refusal, InventoryException, ArtifactException, IOException, InterruptedException {
        return opener.look(request(command, run, output));
    }

    /**
     * Opens the cluster that the options name, to change it.
     *
     * @param command the command's words
     */
    OpenedRun change(String command, RunOptions run, Output output)
            throws Refusal, InventoryException, ArtifactException, IOException, InterruptedException {
        return opener.change(request(command, run, output));
    }

    /**
     * Opens the hosts of the cluster that the options name, to prepare them.
     *
     * @param command the command's words
     */
    OpenedPreparation prepare(String command, RunOptions run, Output output)
            throws Refusal, InventoryException, ArtifactException, IOException, InterruptedException {
        return opener.prepare(request(command, run, output));
    }

    /**
     * Opens the cluster that the options name, to take it away.
     *
     * @param command the command's words
     */
    OpenedRemoval remove(String command, RunOptions run, Output output)
            throws Refusal, InventoryException, ArtifactException, IOException, InterruptedException {
        return opener.remove(request(command, run, output));
    }

    /** What the person hears of a run. */
    RunConversation conversation(Wanted wanted) {
        return new RunConversation(terminal.console(), terminal.program(), wanted);
    }

    private Request request(String command, RunOptions run, Output output) throws Refusal, IOException {
        boolean asks = run.askBecomePassword(inventories.console());
        return new Request(
                command,
                inventories.request(),
                run.bundle(),
                run.limits(),
                suggestions.command("unlock"),
                asks,
                terminal.person(output));
    }
}

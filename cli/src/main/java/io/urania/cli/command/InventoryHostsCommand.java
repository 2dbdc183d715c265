package io.urania.cli.command;

import io.urania.cli.console.Console;
import io.urania.cli.failure.ExitCode;
import io.urania.inventory.Inventory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Completion in shells asks it for the words that it offers. */
@Command
final class InventoryHostsCommand implements Callable<Integer> {

    static final About ABOUT = About.of(
            "hosts", "Print the names of the hosts, a line each, in the inventory's order.", "No host is touched.");

    private final InventoryRequests inventories;
    private final Console console;

    InventoryHostsCommand(InventoryRequests inventories, Console console) {
        this.inventories = inventories;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.print(Inventory.load(inventories.request()).hosts());
        return ExitCode.DONE.number();
    }
}

package io.urania.cli.command.inventory;

import io.urania.cli.command.About;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import io.urania.inventory.Inventory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Completion in shells asks it for the words that it offers. */
@Command
public final class InventoryHostsCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "hosts", "Print the names of the hosts, one per line, in the inventory's order.", "No host is contacted.");

    private final InventoryRequests inventories;
    private final Console console;

    public InventoryHostsCommand(InventoryRequests inventories, Console console) {
        this.inventories = inventories;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.print(Inventory.load(inventories.request()).hosts());
        return ExitCode.DONE.number();
    }
}

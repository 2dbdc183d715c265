package io.urania.cli.command.inventory;

import io.urania.cli.command.About;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.console.Console;
import io.urania.cli.graph.GraphText;
import io.urania.cli.graph.RackDrawing;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.TopologyReader;
import io.urania.cluster.topology.Topology;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class InventoryGraphCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "graph",
            "Show groups and hosts as a tree, with each host's roles and place.",
            "With --svg, draw the racks.");

    private final InventoryRequests inventories;
    private final Console console;
    private final Path workingDirectory;

    @Parameters(index = "0", arity = "0..1", paramLabel = "GROUP", description = "Show this group only.")
    private String group = "all";

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = {
                "Draw racks and rows into this file, by the labels of the nodes: those whose name has a word such as"
                        + " rack, cabinet, zone, room, row or shelf."
            })
    private @Nullable Path svg;

    public InventoryGraphCommand(InventoryRequests inventories, Console console, Path workingDirectory) {
        this.inventories = inventories;
        this.console = console;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        Inventory inventory = ClusterInventory.load(inventories.request());
        if (!inventory.hasGroup(group)) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the inventory has no group '" + group + "'; "
                            + Suggestion.didYouMean(
                                    group, inventory.groups(), "it has " + String.join(", ", inventory.groups())));
        }
        Topology topology = new TopologyReader(inventory).read().within(inventory.hosts(group));
        if (svg == null) {
            int columns = console.isLive() ? console.size().columns() : Integer.MAX_VALUE;
            console.print(new GraphText(inventory, topology, console.style()).of(group, columns));
        } else {
            write(workingDirectory.resolve(svg), new RackDrawing(topology).svg());
            console.print("Drew " + topology.hosts().size() + " hosts in " + svg + ".");
        }
        return ExitCode.DONE.number();
    }

    /** A drawing that is there is replaced as a whole. */
    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(folder + ": no such directory");
        }
        Files.writeString(file, text);
    }
}

package io.urania.cli.command.inventory;

import io.urania.cli.command.About;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.console.Console;
import io.urania.cli.console.Console.Streamed;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.text.ControlSequences;
import io.urania.inventory.Inventory;
import io.urania.inventory.listing.InventoryListing;
import io.urania.inventory.problem.Suggestion;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class InventoryListCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "list",
            "Print the inventory as 'ansible-inventory --list' does: JSON, with values as they are written.",
            "No host is contacted.");

    private final InventoryRequests inventories;
    private final Console console;
    private final Path workingDirectory;

    @Option(names = "--host", paramLabel = "HOST", description = "Print the variables of this host only.")
    private @Nullable String host;

    @Option(names = "--graph", description = "Print the tree of groups and hosts, from GROUP if given.")
    private boolean graph;

    @Parameters(index = "0", arity = "0..1", paramLabel = "GROUP", description = "With --graph: where the tree begins.")
    private @Nullable String group;

    @Option(names = "--vars", description = "With --graph: print variables too.")
    private boolean variables;

    @Option(
            names = {"-y", "--yaml"},
            description = "Print YAML.")
    private boolean yaml;

    @Option(
            names = "--export",
            description = "Print variables with the group or host for which they are written, not with every host.")
    private boolean export;

    @Option(
            names = "--list",
            hidden = true,
            description = "Accepted as ansible-inventory does; listing is the default.")
    private boolean list;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to this file.")
    private @Nullable Path output;

    public InventoryListCommand(InventoryRequests inventories, Console console, Path workingDirectory) {
        this.inventories = inventories;
        this.console = console;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Integer call() throws Exception {
        refuseContradictions();
        Streamed content = content(Inventory.load(inventories.request()));
        if (output == null) {
            console.print(content);
        } else {
            try (OutputStream file =
                    new BufferedOutputStream(Files.newOutputStream(workingDirectory.resolve(output)))) {
                content.writeTo(file);
            }
        }
        return ExitCode.DONE.number();
    }

    private void refuseContradictions() throws Refusal {
        if (graph && (host != null || yaml || export)) {
            throw new Refusal(ExitCode.USAGE, "--graph can be combined with --vars and GROUP only");
        }
        if (host != null && list) {
            throw new Refusal(ExitCode.USAGE, "--list and --host exclude each other");
        }
        if (!graph && (group != null || variables)) {
            throw new Refusal(ExitCode.USAGE, "GROUP and --vars require --graph");
        }
    }

    private Streamed content(Inventory inventory) throws Refusal {
        InventoryListing listing = inventory.listing(export);
        if (graph) {
            String start = group == null ? "all" : group;
            require("group", start, inventory.groups());
            // JSON and YAML escape what a terminal would obey; names in a tree stand as they are.
            return text(ControlSequences.removed(listing.graph(start, variables)));
        }
        if (host != null) {
            require("host", host, inventory.hosts());
            return text(yaml ? listing.yaml(host) : listing.json(host));
        }
        return yaml ? text(listing.yaml()) : listing::writeJson;
    }

    static void require(String kind, String name, List<String> known) throws Refusal {
        if (!known.contains(name)) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the inventory has no " + kind + " '" + name + "'"
                            + Suggestion.nearest(name, known)
                                    .map(nearest -> "; did you mean '" + nearest + "'?")
                                    .orElse(""));
        }
    }

    private static Streamed text(String text) {
        return target -> target.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

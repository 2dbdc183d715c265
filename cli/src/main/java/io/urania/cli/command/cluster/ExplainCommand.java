package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.command.PhaseNames;
import io.urania.cli.console.Console;
import io.urania.cli.report.PhaseText;
import io.urania.cli.report.Table;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phases.Phases;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.inventory.problem.InventoryException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

public final class ExplainCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "explain",
            "What a phase of apply does: on which hosts, with which variables, files, units and ports.",
            "Without a phase: a list of all, in order. With a phase and -i, shows the hosts too.");

    private final InventoryRequests inventories;
    private final Console console;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PHASE",
            description = "The phase's name: ${COMPLETION-CANDIDATES}.",
            completionCandidates = PhaseNames.class)
    private @Nullable String name;

    public ExplainCommand(InventoryRequests inventories, Console console) {
        this.inventories = inventories;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            Table table = new Table(List.of("PHASE", "HOSTS"));
            for (PhaseDescription phase : Phases.descriptions()) {
                table.row(List.of(
                        phase.word(), phase.places().stream().map(Place::words).collect(Collectors.joining("; "))));
            }
            console.print(table.lines());
        } else {
            PhaseDescription phase = phase(name);
            console.print(new PhaseText(console.style(), console.size().columns()).of(phase, hosts(phase)));
        }
        return ExitCode.DONE.number();
    }

    private static PhaseDescription phase(String name) throws Refusal {
        return Phases.descriptions().stream()
                .filter(phase -> phase.word().equals(name) || phase.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        "unknown phase '" + name + "'; there are: " + String.join(", ", new PhaseNames())));
    }

    private Optional<List<String>> hosts(PhaseDescription phase) throws Refusal, InventoryException, IOException {
        if (inventories.options().inventories().isEmpty()) {
            return Optional.empty();
        }
        ClusterSpec spec = ClusterSpecReader.standard()
                .read(ClusterInventory.load(inventories.request()))
                .orThrow();
        return Optional.of(
                Place.hosts(phase.places(), spec).stream().map(HostSpec::name).toList());
    }
}

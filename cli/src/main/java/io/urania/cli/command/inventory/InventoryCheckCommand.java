package io.urania.cli.command.inventory;

import io.urania.cli.command.About;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.console.Console;
import io.urania.cli.failure.ProblemList;
import io.urania.cli.report.InventoryJson;
import io.urania.cli.report.VariableText;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.ClusterReading;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.report.VariableReport;
import io.urania.cluster.report.VariableReporter;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.OldName;
import io.urania.control.failure.ExitCode;
import io.urania.engine.text.Count;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

public final class InventoryCheckCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "check",
            "Show what each variable of the inventory does, and everything that is wrong with it.",
            "No host is contacted.");

    private final InventoryRequests inventories;
    private final Console console;

    @Option(names = "--json", description = "Print one JSON object: what docs/json.md describes.")
    private boolean json;

    @Option(names = "--old-names", description = "List each old name with its place and its current name.")
    private boolean oldNames;

    public InventoryCheckCommand(InventoryRequests inventories, Console console) {
        this.inventories = inventories;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Inventory inventory;
        try {
            inventory = ClusterInventory.load(inventories.request());
        } catch (InventoryException unreadable) {
            if (!json) {
                throw unreadable;
            }
            console.print(
                    InventoryJson.of(ProblemList.sorted(unreadable.problems())).toString());
            return ExitCode.USAGE.number();
        }
        return check(inventory).number();
    }

    private ExitCode check(Inventory inventory) {
        ClusterReading reading = ClusterSpecReader.standard().read(inventory);
        VariableReport report = new VariableReporter(inventory, reading.spec().map(ClusterSpec::kubernetes)).report();
        List<Problem> findings = ProblemList.sorted(Stream.of(reading.problems(), report.misspelt(), names(reading))
                .flatMap(List::stream)
                .toList());
        if (json) {
            console.print(InventoryJson.of(inventory.hosts(), report, findings).toString());
        } else {
            VariableText text = new VariableText(console.style());
            console.print(text.of(report));
            reading.spec().map(spec -> spec.addons().later()).map(text::notDone).ifPresent(console::print);
            ProblemList.tell(console, findings);
            console.print((findings.isEmpty() ? "" : "\n") + summary(inventory, reading));
        }
        return reading.errors().isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
    }

    /** One note for all of them: twelve that need nothing would hide one that does. */
    private List<Problem> names(ClusterReading reading) {
        List<OldName> names = reading.oldNames();
        return json || oldNames || names.isEmpty()
                ? names.stream().map(OldName::note).toList()
                : List.of(Problem.note(
                        null, summary(names), "", "list current names with: urania inventory check --old-names"));
    }

    private static String summary(List<OldName> names) {
        String listed = names.stream().map(OldName::name).distinct().sorted().collect(Collectors.joining(", "));
        return names.size() == 1
                ? "1 old name, which works: " + listed
                : names.size() + " old names, all work: " + listed;
    }

    private static String summary(Inventory inventory, ClusterReading reading) {
        return Count.of(inventory.hosts().size(), "host") + "; "
                + reading.spec()
                        .map(spec -> "a cluster of Kubernetes " + spec.kubernetes() + " with "
                                + Count.of(spec.controlPlane().size(), "control plane node") + ", "
                                + Count.of(spec.workers().size(), "worker") + ", "
                                + Count.of(spec.etcd().members().size(), "etcd member") + ", "
                                + balancers(spec) + ".")
                        .orElseGet(() -> "not a valid cluster: "
                                + Count.of(reading.errors().size(), "error") + ".");
    }

    private static String balancers(ClusterSpec spec) {
        int own = spec.localBalancers().size();
        return own > 0
                ? "a load balancer on each of " + Count.of(own, "node")
                : Count.of(spec.balancers().size(), "load balancer");
    }
}

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
import io.urania.control.failure.ExitCode;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

public final class InventoryCheckCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "check",
            "Say what each variable of the inventory does, and everything that is wrong with it.",
            "No host is touched.");

    private final InventoryRequests inventories;
    private final Console console;

    @Option(names = "--json", description = "Print one JSON object: what docs/json.md describes.")
    private boolean json;

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
        List<Problem> findings = ProblemList.sorted(Stream.of(reading.problems(), report.misspelt())
                .flatMap(List::stream)
                .toList());
        if (json) {
            console.print(InventoryJson.of(inventory.hosts(), report, findings).toString());
        } else {
            console.print(new VariableText(console.style()).of(report));
            ProblemList.tell(console, findings);
            console.print((findings.isEmpty() ? "" : "\n") + summary(inventory, reading));
        }
        return reading.errors().isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
    }

    private static String summary(Inventory inventory, ClusterReading reading) {
        return inventory.hosts().size() + " hosts; "
                + reading.spec()
                        .map(spec -> "a cluster of Kubernetes " + spec.kubernetes() + " with "
                                + spec.controlPlane().size() + " control plane nodes, "
                                + spec.workers().size() + " workers, "
                                + spec.etcd().members().size() + " etcd members, "
                                + spec.balancers().size() + " load balancers.")
                        .orElseGet(() -> "no cluster can be made of them: "
                                + reading.errors().size()
                                + (reading.errors().size() == 1 ? " error." : " errors."));
    }
}

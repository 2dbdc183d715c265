package io.urania.cli.command.inventory;

import com.google.gson.JsonArray;
import io.urania.cli.command.About;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.console.Console;
import io.urania.cli.failure.ProblemList;
import io.urania.cli.report.HostVariable;
import io.urania.cli.report.HostVariableJson;
import io.urania.cli.report.HostVariableText;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.registry.Variables;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.inventory.HostVariables;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

public final class InventoryShowCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "show",
            "Show a host's variables: the value with its templates rendered, its type, and every place that sets it.",
            "Secrets, from a lookup or encrypted, are not shown. No host is contacted.");

    private final InventoryRequests inventories;
    private final Console console;

    @Parameters(index = "0", paramLabel = "HOST", description = "A host of the inventory.")
    private String host = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VARIABLE",
            description = "One of its variables (default: all).")
    private @Nullable String variable;

    @Option(names = "--json", description = "Print JSON: what docs/json.md describes.")
    private boolean json;

    public InventoryShowCommand(InventoryRequests inventories, Console console) {
        this.inventories = inventories;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Inventory inventory = ClusterInventory.load(inventories.request());
        InventoryListCommand.require("host", host, inventory.hosts());
        HostVariables variables = inventory.variables(host);
        List<String> names = List.copyOf(variables.names());
        List<HostVariable> shown = new ArrayList<>();
        if (variable == null) {
            names.forEach(name -> shown.add(HostVariable.of(host, name, variables)));
        } else {
            if (!names.contains(variable)) {
                throw new Refusal(ExitCode.USAGE, notSet(variable, names));
            }
            shown.add(HostVariable.of(host, variable, variables));
        }
        print(shown);
        List<Problem> problems = shown.stream()
                .flatMap(one -> one.problems().stream())
                .distinct()
                .toList();
        if (!json) {
            ProblemList.tell(console, problems);
        }
        return (problems.isEmpty() ? ExitCode.DONE : ExitCode.USAGE).number();
    }

    private String notSet(String name, List<String> names) {
        String what = "the inventory does not set '" + name + "' for " + host;
        Optional<Variable<?>> known = Variables.named(name);
        if (known.isEmpty()) {
            List<String> candidates = new ArrayList<>(names);
            candidates.addAll(Variables.known());
            return what
                    + Suggestion.nearest(name, candidates)
                            .map(nearest -> "; did you mean '" + nearest + "'?")
                            .orElse("");
        }
        Variable<?> variable = known.get();
        return what
                + variable.names().stream()
                        .filter(names::contains)
                        .findFirst()
                        .map(other -> "; it sets " + other + ", which is the same setting")
                        .orElse(variable.defaultText().isEmpty() ? "" : "; default: " + variable.defaultText());
    }

    private void print(List<HostVariable> shown) {
        if (json) {
            JsonArray all = new JsonArray();
            shown.forEach(one -> all.add(HostVariableJson.of(one)));
            console.print((variable == null ? all : all.get(0)).toString());
        } else {
            console.print(new HostVariableText(console.style()).of(shown));
        }
    }
}

package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.failure.FindingText;
import io.urania.cli.progress.Output;
import io.urania.cli.report.BenchmarkJson;
import io.urania.cli.report.BenchmarkText;
import io.urania.cli.report.FindingJson;
import io.urania.cli.report.StorageJson;
import io.urania.cli.report.StorageText;
import io.urania.cluster.benchmark.BenchmarkReport;
import io.urania.cluster.operation.StorageReport;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.control.failure.ExitCode;
import io.urania.control.stage.Opened;
import io.urania.control.stage.Surveyed;
import io.urania.inventory.problem.Suggestion;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

public final class CheckCommand implements Callable<Integer> {

    public static final About ABOUT =
            About.of("check", "Check every host for what would make apply fail, without changing anything.");

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(
            names = "--only",
            paramLabel = "RULE",
            split = ",",
            description = "Keep to these rules, separated by commas; docs/preflight.md lists all.")
    private List<String> only = List.of();

    @Option(
            names = "--cis",
            description =
                    "Judge the hosts of a cluster by the CIS Kubernetes Benchmark instead; exit code 1 if a control fails.")
    private boolean cis;

    @Option(
            names = "--storage",
            description =
                    "Measure instead how long writes take on the disks of etcd members; exit code 1 if one is too slow for etcd. A file is written there, and removed.")
    private boolean storage;

    @Option(names = "--json", description = "Print one JSON object: what docs/json.md describes.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    public CheckCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    /** What was found, and on which hosts. */
    private record Checked(List<String> hosts, List<String> rules, List<Finding> findings) {

        boolean isPassed() {
            return findings.stream().noneMatch(finding -> finding.level() == Level.ERROR);
        }
    }

    @Override
    public Integer call() throws Exception {
        if (cis && !only.isEmpty()) {
            throw wrongUsage("--only is about rules, and --cis about controls; use one of them");
        }
        if (storage && (cis || !only.isEmpty())) {
            throw wrongUsage("--storage is about disks alone; use it without --cis and --only");
        }
        ExitCode outcome;
        if (storage) {
            outcome = measured();
        } else {
            outcome = cis ? judged() : told(checked());
        }
        return outcome.number();
    }

    private ExitCode told(Checked checked) {
        if (json) {
            console.print(FindingJson.of(checked.hosts(), checked.rules(), checked.findings())
                    .toString());
        } else {
            new FindingText(console.style(), checked.hosts())
                    .of(checked.findings())
                    .forEach(console::printError);
            if (checked.isPassed()) {
                console.print("All checks passed on " + checked.hosts().size() + " hosts.");
            }
        }
        return checked.isPassed() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ExitCode judged() throws Exception {
        try (Opened cluster = commands.look("check", run, json ? Output.NOTHING : Output.ANSWER)) {
            BenchmarkReport report = cluster.benchmark();
            if (json) {
                console.print(BenchmarkJson.of(report).toString());
            } else {
                console.print(new BenchmarkText(console.style(), cluster.hosts()).of(report));
            }
            return report.isPassed() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private ExitCode measured() throws Exception {
        try (Opened cluster = commands.look("check", run, json ? Output.NOTHING : Output.ANSWER)) {
            StorageReport report = cluster.storage();
            if (json) {
                console.print(StorageJson.of(report).toString());
            } else {
                console.print(new StorageText(console.style(), cluster.hosts()).of(report));
            }
            return report.isPassed() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private Checked checked() throws Exception {
        try (Opened cluster = commands.look("check", run, json ? Output.NOTHING : Output.TEXT)) {
            Surveyed surveyed = cluster.survey();
            List<String> rules = chosen(surveyed.rules());
            return new Checked(
                    cluster.hosts(),
                    rules,
                    surveyed.findings().stream()
                            .filter(finding -> only.isEmpty() || only.contains(finding.rule()))
                            .toList());
        }
    }

    /** Those that are asked for, of all that there are. */
    private List<String> chosen(List<String> all) {
        only.stream().filter(rule -> !all.contains(rule)).findFirst().ifPresent(unknown -> {
            throw wrongUsage("there is no rule '" + unknown + "'; "
                    + Suggestion.didYouMean(unknown, all, "the rules are " + String.join(", ", all)));
        });
        return only.isEmpty() ? all : all.stream().filter(only::contains).toList();
    }

    private ParameterException wrongUsage(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}

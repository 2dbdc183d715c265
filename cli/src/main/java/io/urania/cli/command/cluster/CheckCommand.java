package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.failure.FindingText;
import io.urania.cli.progress.Output;
import io.urania.cli.report.BenchmarkJson;
import io.urania.cli.report.BenchmarkText;
import io.urania.cluster.benchmark.BenchmarkReport;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.control.failure.ExitCode;
import io.urania.control.stage.Opened;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class CheckCommand implements Callable<Integer> {

    public static final About ABOUT =
            About.of("check", "Check every host for what would make apply fail, without changing anything.");

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    @ArgGroup(exclusive = false)
    private @Nullable Benchmark benchmark;

    /** How the benchmark's verdicts are told, if it is asked for. */
    private static final class Benchmark {

        @Option(
                names = "--cis",
                required = true,
                description =
                        "Judge the hosts of a cluster by the CIS Kubernetes Benchmark instead; exit code 1 if a control fails.")
        private boolean cis;

        @Option(names = "--json", description = "With --cis, print one JSON object: what docs/json.md describes.")
        private boolean json;
    }

    public CheckCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    /** What was found, and on which hosts. */
    private record Checked(List<String> hosts, List<Finding> findings) {}

    @Override
    public Integer call() throws Exception {
        if (benchmark != null && benchmark.cis) {
            return judged(benchmark.json).number();
        }
        Checked checked = checked();
        new FindingText(console.style(), checked.hosts()).of(checked.findings()).forEach(console::printError);
        if (checked.findings().stream().anyMatch(finding -> finding.level() == Level.ERROR)) {
            return ExitCode.FAILED.number();
        }
        console.print("All checks passed on " + checked.hosts().size() + " hosts.");
        return ExitCode.DONE.number();
    }

    private ExitCode judged(boolean json) throws Exception {
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

    private Checked checked() throws Exception {
        try (Opened cluster = commands.look("check", run, Output.TEXT)) {
            return new Checked(cluster.hosts(), cluster.survey().findings());
        }
    }
}

package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.console.Durations;
import io.urania.cli.operation.Consent;
import io.urania.cli.progress.Output;
import io.urania.cli.report.Table;
import io.urania.control.failure.ExitCode;
import io.urania.control.stage.Opened;
import io.urania.engine.lease.LeaseAnswer;
import io.urania.engine.lease.LeaseClaim;
import io.urania.engine.lease.LeaseInspection.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

public final class UnlockCommand implements Callable<Integer> {

    public static final About ABOUT = About.of(
            "unlock",
            "Show which run holds the leases on the hosts, and remove them.",
            "Rarely needed: the lease of a run that died expires within a minute.");

    private static final String EXPLANATION = """
            A live run renews its lease three times a minute. An expired lease is no obstacle: the next run takes it
            over. If a live lease is removed, its run continues, and another one can start on the same hosts:
            stop that run first (Ctrl-C where it runs, or kill its process there).
            """;

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    public UnlockCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (Opened cluster = commands.look("unlock", run, Output.ANSWER)) {
            Found found = cluster.leases();
            List<String> held = show(found);
            boolean allSaid = found.failures().isEmpty();
            if (held.isEmpty()) {
                console.print("No run holds a lease on " + (allSaid ? "these hosts." : "the hosts that answer."));
            } else {
                console.print(EXPLANATION.stripTrailing());
                new Consent(console, yes).require("Remove these leases?");
                allSaid &= tell(cluster.unlock(held));
            }
            return (allSaid ? ExitCode.DONE : ExitCode.FAILED).number();
        }
    }

    /** Prints who holds what; returns the hosts that are held. */
    private List<String> show(Found found) {
        Table table = new Table(List.of("HOST", "LEASE", "HELD BY", "COMMAND", "SINCE", "RUN"));
        List<String> held = new ArrayList<>();
        found.answers().forEach((host, answer) -> {
            if (answer instanceof LeaseAnswer.Held(LeaseClaim by, Duration left)) {
                held.add(host);
                table.row(List.of(
                        host,
                        left.isPositive() ? "expires in " + Durations.whole(left) : "expired",
                        by.holder(),
                        by.command(),
                        by.since().toString(),
                        by.run()));
            }
        });
        if (!held.isEmpty()) {
            console.print(table.lines());
        }
        found.failures().values().forEach(failure -> console.printError(String.valueOf(failure.getMessage())));
        return held;
    }

    private boolean tell(Found found) {
        found.failures().values().forEach(failure -> console.printError(String.valueOf(failure.getMessage())));
        long freed = found.answers().values().stream()
                .filter(LeaseAnswer.Free.class::isInstance)
                .count();
        console.print("Leases removed from " + freed + (freed == 1 ? " host." : " hosts."));
        return found.failures().isEmpty() && freed == found.answers().size();
    }
}

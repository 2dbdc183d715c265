package io.urania.cli.command.cluster;

import io.urania.cli.command.About;
import io.urania.cli.command.RunOptions;
import io.urania.cli.console.Console;
import io.urania.cli.console.Durations;
import io.urania.cli.progress.Output;
import io.urania.cli.report.Table;
import io.urania.cluster.operation.Greetings;
import io.urania.cluster.operation.Greetings.Greeting;
import io.urania.control.failure.ExitCode;
import io.urania.control.stage.Opened;
import io.urania.engine.system.LoginFact;
import io.urania.engine.system.SystemFact;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

public final class PingCommand implements Callable<Integer> {

    public static final About ABOUT =
            About.of("ping", "Show which hosts answer, as whom commands run there, and how long it takes.");

    private static final String UNKNOWN = "unknown";

    private final ClusterCommands commands;
    private final Console console;

    @Mixin
    private final RunOptions run = new RunOptions();

    public PingCommand(ClusterCommands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (Opened cluster = commands.look("ping", run, Output.ANSWER)) {
            Greetings greetings = cluster.greet();
            if (!greetings.answers().isEmpty()) {
                console.print(table(cluster.hosts(), greetings).lines());
            }
            greetings.failures().values().forEach(failure -> console.printError(String.valueOf(failure.getMessage())));
            List<String> powerless = powerless(greetings);
            powerless.forEach(host -> console.printError(host
                    + ": commands do not run as root; set ansible_become: true, or log in as root (ansible_user)"));
            int all = cluster.hosts().size();
            int answered = greetings.answers().size();
            console.print((answered == all ? "All " + all : answered + " of " + all)
                    + (all == 1 ? " host answered." : " hosts answered."));
            return code(greetings, powerless).number();
        }
    }

    private static Table table(List<String> hosts, Greetings greetings) {
        Table table = new Table(List.of("HOST", "LOGIN", "ROOT", "SYSTEM", "MACHINE", "ANSWERED IN"));
        for (String host : hosts) {
            Greeting greeting = greetings.answers().get(host);
            if (greeting != null) {
                table.row(List.of(
                        host,
                        greeting.login().map(LoginFact::user).orElse(UNKNOWN),
                        greeting.login().map(PingCommand::root).orElse(UNKNOWN),
                        greeting.system()
                                .map(system -> system.os().name())
                                .filter(name -> !name.isEmpty())
                                .orElse(UNKNOWN),
                        greeting.system().map(PingCommand::machine).orElse(UNKNOWN),
                        Durations.exact(greeting.took())));
            }
        }
        return table;
    }

    private static String root(LoginFact login) {
        if (!login.isRoot()) {
            return "no";
        }
        return login.isBySudo() ? "by sudo" : "yes";
    }

    /** The kernel's word, and the width of programs where that is another one: a Pi may run 32-bit programs on a 64-bit kernel. */
    private static String machine(SystemFact system) {
        boolean isWide = system.machine().contains("64");
        return system.machine() + (isWide && system.wordBits() == 32 ? ", 32-bit programs" : "");
    }

    private static List<String> powerless(Greetings greetings) {
        List<String> powerless = new ArrayList<>();
        greetings.answers().forEach((host, greeting) -> {
            if (greeting.login().filter(LoginFact::isRoot).isEmpty()) {
                powerless.add(host);
            }
        });
        return powerless;
    }

    private static ExitCode code(Greetings greetings, List<String> powerless) {
        if (greetings.failures().values().stream()
                .anyMatch(failure -> ExitCode.of(failure.kind()) == ExitCode.UNREACHABLE)) {
            return ExitCode.UNREACHABLE;
        }
        return greetings.failures().isEmpty() && powerless.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}

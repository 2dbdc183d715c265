package io.urania.cli.command;

import io.urania.cli.bundle.Bundles;
import io.urania.cli.console.Console;
import io.urania.cli.failure.DefectLog;
import io.urania.cli.failure.ExitCode;
import io.urania.cli.failure.Failures;
import io.urania.cli.hostkey.OpenSshKeyScan;
import io.urania.cli.operation.ClusterRun;
import io.urania.cli.operation.InventorySources;
import io.urania.cli.operation.SessionOpener;
import io.urania.cli.progress.Displays;
import io.urania.cli.rack.RackMaking;
import io.urania.engine.transport.KnownHosts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: every command with what it needs. */
public final class UraniaCommandLine {

    private final Console console;
    private final DefectLog log;
    private final String program;
    private final GlobalOptions options = new GlobalOptions();
    private final CommandLine root;

    /**
     * What the commands work with.
     *
     * @param program what the person types to start Urania
     */
    public record Surroundings(
            Console console,
            Clock clock,
            Path workingDirectory,
            DefectLog log,
            SessionOpener opener,
            Bundles bundles,
            String program,
            String version) {}

    public UraniaCommandLine(Surroundings surroundings) {
        this.console = surroundings.console();
        this.log = surroundings.log();
        this.program = surroundings.program();
        this.root = new CommandLine(new UraniaCommand());
        root.getCommandSpec()
                .addMixin("global", CommandSpec.forAnnotatedObject(options))
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Show what the command does and its options.")
                        .build())
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build())
                .version("Urania " + surroundings.version());
        InventorySources sources = new InventorySources(surroundings.workingDirectory(), program);
        Displays displays = new Displays(console, surroundings.clock());
        InventoryRequests inventories =
                new InventoryRequests(options, sources, console, surroundings.workingDirectory());
        ClusterCommands cluster = new ClusterCommands(
                inventories, surroundings.opener(), new ClusterRun(console, surroundings.clock(), program));
        root.addSubcommand(new InitCommand(
                console, surroundings.workingDirectory(), program, new OpenSshKeyScan(new KnownHosts(List.of()))));
        root.addSubcommand(new CommandLine(new InventoryCommand())
                .addSubcommand(new InventoryCheckCommand(inventories, console))
                .addSubcommand(new InventoryGraphCommand(inventories, console, surroundings.workingDirectory()))
                .addSubcommand(new InventoryListCommand(inventories, console, surroundings.workingDirectory()))
                .addSubcommand(new InventoryShowCommand(inventories, console))
                .addSubcommand(new InventorySchemaCommand(console)));
        root.addSubcommand(new CheckCommand(cluster, console));
        root.addSubcommand(new PlanCommand(cluster, console, surroundings.workingDirectory(), program));
        root.addSubcommand(new ApplyCommand(cluster, console, surroundings.workingDirectory(), program));
        root.addSubcommand(new StatusCommand(cluster, console));
        root.addSubcommand(new ResetCommand(cluster, console));
        root.addSubcommand(new UnlockCommand(cluster, console));
        RecordedRuns runs = new RecordedRuns(options, sources, surroundings.workingDirectory(), program);
        root.addSubcommand(new CommandLine(new RunsCommand(runs, console))
                .addSubcommand(new RunsShowCommand(runs, console, surroundings.workingDirectory())));
        root.addSubcommand(new CommandLine(new BundleCommand())
                .addSubcommand(new BundleCreateCommand(console, displays, surroundings.bundles()))
                .addSubcommand(new BundleVerifyCommand(console)));
        root.addSubcommand(lab(surroundings, cluster, displays));
        root.setUsageHelpAutoWidth(false).setUsageHelpWidth(100).setAbbreviatedSubcommandsAllowed(false);
        root.setParameterExceptionHandler((failure, words) -> wrongUsage(failure));
        root.setExecutionExceptionHandler((failure, _, parsed) -> new Failures(console, log, options.debug())
                .report(parsed.originalArgs(), failure)
                .number());
    }

    private static CommandLine lab(Surroundings surroundings, ClusterCommands cluster, Displays displays) {
        Console console = surroundings.console();
        Path directory = surroundings.workingDirectory();
        RackMaking making = new RackMaking(displays, surroundings.bundles());
        return new CommandLine(new LabCommand())
                .addSubcommand(new LabCreateCommand(making, console, directory, surroundings.program()))
                .addSubcommand(new LabUpCommand(
                        making,
                        surroundings.opener(),
                        cluster.inventories(),
                        cluster.runs(),
                        console,
                        directory,
                        surroundings.program()))
                .addSubcommand(new LabListCommand(console, directory))
                // What follows the host's name is the command's own, options included.
                .addSubcommand(new CommandLine(new LabExecCommand(directory)).setStopAtPositional(true))
                .addSubcommand(new LabStartCommand(displays, directory))
                .addSubcommand(new LabStopCommand(displays, directory))
                .addSubcommand(new LabCutCommand(directory))
                .addSubcommand(new LabFillCommand(directory))
                .addSubcommand(new LabHealCommand(directory))
                .addSubcommand(new LabDestroyCommand(displays, console, directory));
    }

    /** Runs the command that these words name; returns its exit code. */
    public int execute(List<String> words) {
        if (words.isEmpty()) {
            console.print(root.getUsageMessage().stripTrailing());
            return ExitCode.USAGE.number();
        }
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        root.setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));
        int code = root.execute(words.toArray(String[]::new));
        print(output).forEach(console::print);
        print(errors).forEach(console::printError);
        return code;
    }

    private static List<String> print(StringWriter text) {
        return text.toString().isBlank() ? List.of() : List.of(text.toString().stripTrailing());
    }

    private int wrongUsage(ParameterException failure) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        String message = failure instanceof UnmatchedArgumentException unmatched
                ? unknown(command, unmatched)
                : String.valueOf(failure.getMessage());
        console.printError(console.errorStyle().red("urania: ") + message);
        console.printError("  see " + command.replaceFirst("^urania", program) + " --help");
        return ExitCode.USAGE.number();
    }

    private static String unknown(String command, UnmatchedArgumentException unmatched) {
        List<String> suggestions = unmatched.getSuggestions();
        return "'" + command + "' does not know '" + unmatched.getUnmatched().getFirst() + "'"
                + (suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?");
    }
}

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
import java.util.function.Predicate;
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
    private final String version;
    private final List<LazyCommand> commands;

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
        this.version = surroundings.version();
        InventorySources sources = new InventorySources(surroundings.workingDirectory(), program);
        Displays displays = new Displays(console, surroundings.clock());
        Path directory = surroundings.workingDirectory();
        InventoryRequests inventories = new InventoryRequests(options, sources, console, directory);
        ClusterCommands cluster = new ClusterCommands(
                inventories, surroundings.opener(), new ClusterRun(console, surroundings.clock(), program));
        RecordedRuns runs = new RecordedRuns(options, sources, surroundings.workingDirectory(), program);
        this.commands = List.of(
                LazyCommand.of(
                        InitCommand.class,
                        () -> new InitCommand(
                                console,
                                surroundings.workingDirectory(),
                                program,
                                new OpenSshKeyScan(new KnownHosts(List.of())))),
                LazyCommand.of(
                        InventoryCommand.class,
                        InventoryCommand::new,
                        LazyCommand.of(
                                InventoryCheckCommand.class, () -> new InventoryCheckCommand(inventories, console)),
                        LazyCommand.of(
                                InventoryGraphCommand.class,
                                () -> new InventoryGraphCommand(inventories, console, directory)),
                        LazyCommand.of(
                                InventoryListCommand.class,
                                () -> new InventoryListCommand(inventories, console, directory)),
                        LazyCommand.of(
                                InventoryShowCommand.class, () -> new InventoryShowCommand(inventories, console)),
                        LazyCommand.of(InventorySchemaCommand.class, () -> new InventorySchemaCommand(console))),
                LazyCommand.of(CheckCommand.class, () -> new CheckCommand(cluster, console)),
                LazyCommand.of(PlanCommand.class, () -> new PlanCommand(cluster, console, directory, program)),
                LazyCommand.of(ApplyCommand.class, () -> new ApplyCommand(cluster, console, directory, program)),
                LazyCommand.of(StatusCommand.class, () -> new StatusCommand(cluster, console)),
                LazyCommand.of(ResetCommand.class, () -> new ResetCommand(cluster, console)),
                LazyCommand.of(UnlockCommand.class, () -> new UnlockCommand(cluster, console)),
                LazyCommand.of(
                        RunsCommand.class,
                        () -> new RunsCommand(runs, console),
                        LazyCommand.of(
                                RunsShowCommand.class,
                                () -> new RunsShowCommand(runs, console, surroundings.workingDirectory()))),
                LazyCommand.of(
                        BundleCommand.class,
                        BundleCommand::new,
                        LazyCommand.of(
                                BundleCreateCommand.class,
                                () -> new BundleCreateCommand(console, displays, surroundings.bundles())),
                        LazyCommand.of(BundleVerifyCommand.class, () -> new BundleVerifyCommand(console))),
                lab(surroundings, cluster, displays),
                LazyCommand.of(ExplainCommand.class, () -> new ExplainCommand(inventories, console)),
                LazyCommand.of(
                        CompletionCommand.class,
                        () -> new CompletionCommand(
                                console, () -> root(_ -> true).getCommandSpec())),
                LazyCommand.of(
                        ManCommand.class,
                        () -> new ManCommand(
                                console,
                                surroundings.workingDirectory(),
                                () -> root(_ -> true).getCommandSpec())));
    }

    private static LazyCommand lab(Surroundings surroundings, ClusterCommands cluster, Displays displays) {
        Console console = surroundings.console();
        Path directory = surroundings.workingDirectory();
        String program = surroundings.program();
        RackMaking making = new RackMaking(displays, surroundings.bundles());
        return LazyCommand.of(
                LabCommand.class,
                LabCommand::new,
                LazyCommand.of(LabCreateCommand.class, () -> new LabCreateCommand(making, console, directory, program)),
                LazyCommand.of(
                        LabUpCommand.class,
                        () -> new LabUpCommand(
                                making,
                                surroundings.opener(),
                                cluster.inventories(),
                                cluster.runs(),
                                console,
                                directory,
                                program)),
                LazyCommand.of(LabListCommand.class, () -> new LabListCommand(console, directory)),
                LazyCommand.stoppingAtWords(LabExecCommand.class, () -> new LabExecCommand(directory)),
                LazyCommand.of(LabStartCommand.class, () -> new LabStartCommand(displays, directory)),
                LazyCommand.of(LabStopCommand.class, () -> new LabStopCommand(displays, directory)),
                LazyCommand.of(LabCutCommand.class, () -> new LabCutCommand(directory)),
                LazyCommand.of(LabFillCommand.class, () -> new LabFillCommand(directory)),
                LazyCommand.of(LabHealCommand.class, () -> new LabHealCommand(directory)),
                LazyCommand.of(LabDestroyCommand.class, () -> new LabDestroyCommand(displays, console, directory)));
    }

    /**
     * The command line.
     *
     * @param wanted which commands may be meant, by their names; the others are in the list of commands only
     */
    private CommandLine root(Predicate<String> wanted) {
        CommandLine root = new CommandLine(new UraniaCommand());
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
                .version("Urania " + version);
        commands.forEach(command -> root.addSubcommand(command.make(wanted)));
        root.setUsageHelpAutoWidth(false).setUsageHelpWidth(100).setAbbreviatedSubcommandsAllowed(false);
        root.setParameterExceptionHandler((failure, words) -> wrongUsage(failure));
        root.setExecutionExceptionHandler((failure, _, parsed) -> new Failures(console, log, options.debug())
                .report(parsed.originalArgs(), failure)
                .number());
        return root;
    }

    /** Runs the command that these words name; returns its exit code. */
    public int execute(List<String> words) {
        CommandLine root = root(words::contains);
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

package io.urania.cli.commandline;

import io.urania.cli.command.About;
import io.urania.cli.command.GlobalOptions;
import io.urania.cli.command.InventoryRequests;
import io.urania.cli.command.Suggestions;
import io.urania.cli.command.bundle.BundleCreateCommand;
import io.urania.cli.command.bundle.BundleVerifyCommand;
import io.urania.cli.command.cluster.ApplyCommand;
import io.urania.cli.command.cluster.CheckCommand;
import io.urania.cli.command.cluster.ClusterCommands;
import io.urania.cli.command.cluster.ExplainCommand;
import io.urania.cli.command.cluster.PingCommand;
import io.urania.cli.command.cluster.PlanCommand;
import io.urania.cli.command.cluster.PrepareCommand;
import io.urania.cli.command.cluster.ResetCommand;
import io.urania.cli.command.cluster.SshKeyCommand;
import io.urania.cli.command.cluster.StatusCommand;
import io.urania.cli.command.cluster.UnlockCommand;
import io.urania.cli.command.inventory.InitCommand;
import io.urania.cli.command.inventory.InventoryCheckCommand;
import io.urania.cli.command.inventory.InventoryGraphCommand;
import io.urania.cli.command.inventory.InventoryHostsCommand;
import io.urania.cli.command.inventory.InventoryListCommand;
import io.urania.cli.command.inventory.InventorySchemaCommand;
import io.urania.cli.command.inventory.InventoryShowCommand;
import io.urania.cli.command.lab.LabCreateCommand;
import io.urania.cli.command.lab.LabCutCommand;
import io.urania.cli.command.lab.LabDestroyCommand;
import io.urania.cli.command.lab.LabExecCommand;
import io.urania.cli.command.lab.LabFillCommand;
import io.urania.cli.command.lab.LabHealCommand;
import io.urania.cli.command.lab.LabListCommand;
import io.urania.cli.command.lab.LabStartCommand;
import io.urania.cli.command.lab.LabStopCommand;
import io.urania.cli.command.lab.LabUpCommand;
import io.urania.cli.command.runs.RecordedRuns;
import io.urania.cli.command.runs.RunsCommand;
import io.urania.cli.command.runs.RunsShowCommand;
import io.urania.cli.console.Console;
import io.urania.cli.failure.DefectLog;
import io.urania.cli.failure.Failures;
import io.urania.cli.operation.InventorySources;
import io.urania.cli.progress.Displays;
import io.urania.cli.rack.RackMaking;
import io.urania.cli.terminal.Terminal;
import io.urania.control.bundle.Bundles;
import io.urania.control.failure.ExitCode;
import io.urania.control.hostkey.OpenSshKeyScan;
import io.urania.control.loginkey.LoginKeys;
import io.urania.control.procedure.ClusterRun;
import io.urania.control.stage.ClusterOpener;
import io.urania.engine.transport.hostkey.KnownHosts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: every command with what it needs. */
public final class UraniaCommandLine {

    private static final About INVENTORY = About.of("inventory", "Check, show and write inventories.");
    private static final About BUNDLE =
            About.of("bundle", "Create and verify bundles: all files and images that a Kubernetes version needs.");
    private static final About LAB = About.of(
            "lab", "A virtual rack: the article's hosts as containers on this Linux machine, to try everything on.");

    private static final Map<String, String> EXIT_CODES = exitCodes();

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
            ClusterOpener opener,
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
        Suggestions suggestions = new Suggestions(program, options);
        // Made by the commands that need it: a list of commands is sooner without it.
        Supplier<ClusterCommands> cluster = () -> new ClusterCommands(
                inventories,
                surroundings.opener(),
                new ClusterRun(surroundings.clock()),
                new Terminal(console, displays, program),
                suggestions);
        RecordedRuns runs = new RecordedRuns(options, sources, surroundings.workingDirectory(), suggestions);
        this.commands = List.of(
                LazyCommand.of(
                        InitCommand.ABOUT,
                        () -> new InitCommand(
                                console,
                                surroundings.workingDirectory(),
                                program,
                                new OpenSshKeyScan(new KnownHosts(List.of())))),
                LazyCommand.group(
                        INVENTORY,
                        LazyCommand.of(
                                InventoryCheckCommand.ABOUT, () -> new InventoryCheckCommand(inventories, console)),
                        LazyCommand.of(
                                InventoryGraphCommand.ABOUT,
                                () -> new InventoryGraphCommand(inventories, console, directory)),
                        LazyCommand.of(
                                InventoryHostsCommand.ABOUT, () -> new InventoryHostsCommand(inventories, console)),
                        LazyCommand.of(
                                InventoryListCommand.ABOUT,
                                () -> new InventoryListCommand(inventories, console, directory)),
                        LazyCommand.of(
                                InventoryShowCommand.ABOUT, () -> new InventoryShowCommand(inventories, console)),
                        LazyCommand.of(InventorySchemaCommand.ABOUT, () -> new InventorySchemaCommand(console))),
                LazyCommand.of(PingCommand.ABOUT, () -> new PingCommand(cluster.get(), console)),
                LazyCommand.of(
                        SshKeyCommand.ABOUT,
                        () -> new SshKeyCommand(
                                cluster.get(),
                                console,
                                LoginKeys.ofOpenSsh(),
                                Path.of(System.getProperty("user.home")))),
                LazyCommand.of(CheckCommand.ABOUT, () -> new CheckCommand(cluster.get(), console)),
                LazyCommand.of(PrepareCommand.ABOUT, () -> new PrepareCommand(cluster.get(), console)),
                LazyCommand.of(PlanCommand.ABOUT, () -> new PlanCommand(cluster.get(), console, directory)),
                LazyCommand.of(ApplyCommand.ABOUT, () -> new ApplyCommand(cluster.get(), console, directory)),
                LazyCommand.of(StatusCommand.ABOUT, () -> new StatusCommand(cluster.get(), console)),
                LazyCommand.of(ResetCommand.ABOUT, () -> new ResetCommand(cluster.get(), console)),
                LazyCommand.of(UnlockCommand.ABOUT, () -> new UnlockCommand(cluster.get(), console)),
                LazyCommand.of(
                        RunsCommand.ABOUT,
                        () -> new RunsCommand(runs, console),
                        LazyCommand.of(
                                RunsShowCommand.ABOUT,
                                () -> new RunsShowCommand(runs, console, surroundings.workingDirectory()))),
                LazyCommand.group(
                        BUNDLE,
                        LazyCommand.of(
                                BundleCreateCommand.ABOUT,
                                () -> new BundleCreateCommand(inventories, console, displays, surroundings.bundles())),
                        LazyCommand.of(BundleVerifyCommand.ABOUT, () -> new BundleVerifyCommand(console))),
                lab(surroundings, cluster, displays),
                LazyCommand.of(ExplainCommand.ABOUT, () -> new ExplainCommand(inventories, console)),
                LazyCommand.of(
                        CompletionCommand.ABOUT,
                        () -> new CompletionCommand(
                                console, () -> root(_ -> true).getCommandSpec())),
                LazyCommand.of(
                        ManCommand.ABOUT,
                        () -> new ManCommand(
                                console,
                                surroundings.workingDirectory(),
                                () -> root(_ -> true).getCommandSpec())));
    }

    private static LazyCommand lab(Surroundings surroundings, Supplier<ClusterCommands> cluster, Displays displays) {
        Console console = surroundings.console();
        Path directory = surroundings.workingDirectory();
        String program = surroundings.program();
        RackMaking making = new RackMaking(displays, surroundings.bundles());
        return LazyCommand.group(
                LAB,
                LazyCommand.of(LabCreateCommand.ABOUT, () -> new LabCreateCommand(making, console, directory, program)),
                LazyCommand.of(
                        LabUpCommand.ABOUT, () -> labUp(making, surroundings.opener(), cluster.get(), directory)),
                LazyCommand.of(LabListCommand.ABOUT, () -> new LabListCommand(console, directory)),
                LazyCommand.stoppingAtWords(LabExecCommand.ABOUT, () -> new LabExecCommand(directory)),
                LazyCommand.of(LabStartCommand.ABOUT, () -> new LabStartCommand(displays, directory)),
                LazyCommand.of(LabStopCommand.ABOUT, () -> new LabStopCommand(displays, directory)),
                LazyCommand.of(LabCutCommand.ABOUT, () -> new LabCutCommand(console, directory)),
                LazyCommand.of(LabFillCommand.ABOUT, () -> new LabFillCommand(console, directory)),
                LazyCommand.of(LabHealCommand.ABOUT, () -> new LabHealCommand(console, directory)),
                LazyCommand.of(LabDestroyCommand.ABOUT, () -> new LabDestroyCommand(displays, console, directory)));
    }

    private static LabUpCommand labUp(
            RackMaking making, ClusterOpener opener, ClusterCommands cluster, Path directory) {
        return new LabUpCommand(making, opener, cluster.inventories(), cluster.runs(), cluster.terminal(), directory);
    }

    /**
     * The command line.
     *
     * @param wanted which commands may be meant, by their names; the others are in the list of commands only
     */
    private CommandLine root(Predicate<String> wanted) {
        CommandLine root = new CommandLine(CommandSpec.create().name("urania"));
        root.getCommandSpec()
                .usageMessage()
                .description("Turns Raspberry Pis into a highly available Kubernetes cluster, and owns it afterwards.")
                .synopsisSubcommandLabel("COMMAND")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(EXIT_CODES);
        options.specs().forEach(root.getCommandSpec()::addOption);
        root.getCommandSpec()
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
        // A word such as -e @FILE is the command's, which knows how much of what file it reads.
        root.setExpandAtFiles(false);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(false).setUsageHelpWidth(100).setAbbreviatedSubcommandsAllowed(false);
        root.registerConverter(Path.class, UraniaCommandLine::path);
        root.setParameterExceptionHandler((failure, words) -> wrongUsage(failure));
        root.setExecutionExceptionHandler((failure, _, parsed) -> new Failures(console, log, options.debug())
                .report(parsed.originalArgs(), failure)
                .number());
        return root;
    }

    /** Runs the command that these words name; returns its exit code. */
    public int execute(List<String> words) {
        try {
            return executed(words);
        } catch (RuntimeException | Error defect) {
            // The command line's own handler is for exceptions of commands; a stack or a memory that is full ends here.
            return new Failures(console, log, words.contains("--debug"))
                    .report(words, defect)
                    .number();
        }
    }

    private int executed(List<String> words) {
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

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done");
        codes.put("1", "a host or a step failed");
        codes.put("2", "wrong usage, or an inventory that cannot be used");
        codes.put("3", "a host cannot be reached, or its key was refused");
        codes.put("4", "with --detailed-exitcode: there are changes");
        codes.put("5", "another run is changing this cluster");
        codes.put("130", "interrupted");
        return Collections.unmodifiableMap(codes);
    }

    private static List<String> print(StringWriter text) {
        return text.toString().isBlank() ? List.of() : List.of(text.toString().stripTrailing());
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(Failures.unnamed(e));
        }
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
        String word = unmatched.getUnmatched().getFirst();
        List<String> suggestions = unmatched.getSuggestions();
        String nearest = suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
        return "'" + command + "' does not know '" + word + "'"
                + AnsibleWords.meant(word).map(meant -> ": " + meant).orElse(nearest);
    }
}

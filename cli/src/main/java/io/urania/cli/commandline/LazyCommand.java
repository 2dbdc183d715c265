package io.urania.cli.commandline;

import io.urania.cli.command.About;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command that is only made when it may be meant: to read the options of all thirty costs more time than most of them take.
 *
 * @param making makes the command with all its options
 */
record LazyCommand(About about, Supplier<CommandLine> making, List<LazyCommand> subcommands) {

    LazyCommand {
        subcommands = List.copyOf(subcommands);
    }

    /** A command with the commands below it. */
    static <T> LazyCommand of(About about, Supplier<T> making, LazyCommand... subcommands) {
        return new LazyCommand(about, () -> new CommandLine(making.get()), List.of(subcommands));
    }

    /** A command that does nothing but have others below it. */
    static LazyCommand group(About about, LazyCommand... subcommands) {
        return new LazyCommand(about, () -> new CommandLine(CommandSpec.create()), List.of(subcommands));
    }

    /** A command that takes whatever follows its first word as it stands, options included. */
    static <T> LazyCommand stoppingAtWords(About about, Supplier<T> making) {
        return new LazyCommand(about, () -> new CommandLine(making.get()).setStopAtPositional(true), List.of());
    }

    /**
     * Makes the command.
     *
     * @param wanted tells by its name whether a command may be meant; of the others there is only the line in the list of commands
     */
    CommandLine make(Predicate<String> wanted) {
        boolean isWanted = wanted.test(about.name());
        CommandLine command = isWanted ? making.get() : new CommandLine(CommandSpec.create());
        CommandSpec spec = command.getCommandSpec().name(about.name());
        spec.usageMessage().description(about.description().toArray(String[]::new));
        if (isWanted) {
            subcommands.forEach(subcommand -> command.addSubcommand(subcommand.make(wanted)));
        }
        return command;
    }
}

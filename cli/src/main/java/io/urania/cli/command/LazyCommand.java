package io.urania.cli.command;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command that is only made when it may be meant: to read the options of all thirty costs more time than most of them take.
 *
 * @param type the annotated class, for the name and the description
 * @param making makes the command with all its options
 */
record LazyCommand(Class<?> type, Supplier<CommandLine> making, List<LazyCommand> subcommands) {

    LazyCommand {
        subcommands = List.copyOf(subcommands);
    }

    /** A command with the commands below it. */
    static <T> LazyCommand of(Class<T> type, Supplier<T> making, LazyCommand... subcommands) {
        return new LazyCommand(type, () -> new CommandLine(making.get()), List.of(subcommands));
    }

    /** A command that takes whatever follows its first word as it stands, options included. */
    static <T> LazyCommand stoppingAtWords(Class<T> type, Supplier<T> making) {
        return new LazyCommand(type, () -> new CommandLine(making.get()).setStopAtPositional(true), List.of());
    }

    /**
     * Makes the command.
     *
     * @param wanted tells by its name whether a command may be meant; of the others there is only the line in the list of commands
     */
    CommandLine make(Predicate<String> wanted) {
        Command about = Objects.requireNonNull(type.getAnnotation(Command.class), type.getName());
        if (!wanted.test(about.name())) {
            CommandSpec line = CommandSpec.create().name(about.name());
            line.usageMessage().description(about.description());
            return new CommandLine(line);
        }
        CommandLine command = making.get();
        subcommands.forEach(subcommand -> command.addSubcommand(subcommand.make(wanted)));
        return command;
    }
}

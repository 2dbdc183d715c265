package io.urania.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as it is completed.
 *
 * @param path its words, such as {@code inventory check}; empty for the program itself
 * @param description one line
 * @param subcommands their names
 * @param argument candidates for its positional parameters, if it has any
 */
record CompletedCommand(
        String path,
        String description,
        List<String> subcommands,
        List<Option> options,
        Optional<Candidates> argument) {

    /**
     * An option.
     *
     * @param value candidates for its value, if it takes one
     */
    record Option(List<String> names, String description, Optional<Candidates> value) {}

    /** A command and all below it, each before its subcommands. */
    static List<CompletedCommand> all(CommandSpec root) {
        List<CompletedCommand> commands = new ArrayList<>();
        collect("", root, commands);
        return commands;
    }

    /** The last word of the path. */
    String name() {
        return path.substring(path.lastIndexOf(' ') + 1);
    }

    /** The path without its last word. */
    String parent() {
        return path.contains(" ") ? path.substring(0, path.lastIndexOf(' ')) : "";
    }

    private static void collect(String path, CommandSpec spec, List<CompletedCommand> commands) {
        commands.add(new CompletedCommand(
                path,
                firstLine(spec.usageMessage().description()),
                List.copyOf(spec.subcommands().keySet()),
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(CompletedCommand::option)
                        .toList(),
                spec.positionalParameters().stream().findFirst().map(Candidates::of)));
        for (CommandLine subcommand : spec.subcommands().values()) {
            String name = subcommand.getCommandName();
            collect(path.isEmpty() ? name : path + " " + name, subcommand.getCommandSpec(), commands);
        }
    }

    private static Option option(OptionSpec option) {
        return new Option(
                List.of(option.names()),
                firstLine(option.description()),
                option.arity().max() == 0 ? Optional.empty() : Optional.of(Candidates.of(option)));
    }

    private static String firstLine(String[] lines) {
        return lines.length == 0 ? "" : lines[0];
    }
}

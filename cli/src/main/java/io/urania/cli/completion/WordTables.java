package io.urania.cli.completion;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts that the scripts for bash and zsh share: which words are commands, and which options take a value. */
record WordTables(List<CompletedCommand> commands) {

    /** In both shells, the names of recorded runs beside the usual inventories. */
    static final String RUNS =
            "ls inventory/.urania/runs rack/inventory/.urania/runs 2>/dev/null | sed -n 's/\\.jsonl$//p'";

    /**
     * The frame of a script for bash or zsh with these parts in their places.
     *
     * @param offer the commands that offer candidates
     */
    String in(String frame, Function<Candidates, String> offer) {
        return frame.replace("@WITH_VALUE@", optionsWithValue())
                .replace("@PATHS@", paths())
                .replace("@VALUES@", values(offer));
    }

    /** A pattern of {@code case} with the paths of all commands. */
    String paths() {
        return commands.stream()
                .map(CompletedCommand::path)
                .filter(path -> !path.isEmpty())
                .map(path -> "'" + path + "'")
                .collect(Collectors.joining(" | "));
    }

    /** A pattern of {@code case} with the names of all options that take a value. */
    String optionsWithValue() {
        return commands.stream()
                .flatMap(command -> command.options().stream())
                .filter(option -> option.value().isPresent())
                .flatMap(option -> option.names().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" | "));
    }

    /** The cases of {@code case} with what may stand behind the options that take a value. */
    private String values(Function<Candidates, String> offer) {
        StringBuilder cases = new StringBuilder();
        for (CompletedCommand command : commands) {
            for (CompletedCommand.Option option : command.options()) {
                option.value()
                        .ifPresent(value -> cases.append("            ")
                                .append(option.names().stream()
                                        .map(name -> "'" + command.path() + "/" + name + "'")
                                        .collect(Collectors.joining(" | ")))
                                .append(") ")
                                .append(offer.apply(value))
                                .append(" ;;\n"));
            }
        }
        return cases.toString().stripTrailing();
    }
}

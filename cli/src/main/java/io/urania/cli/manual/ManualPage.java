package io.urania.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A page of the manual.
 *
 * @param name of the command, its words joined by {@code -}: {@code urania-inventory-check}
 * @param troff the page in troff's language, for {@code man -l} and mandoc
 */
public record ManualPage(String name, String troff) {

    /** The file that man(1) looks for. */
    public String fileName() {
        return name + ".1";
    }

    /** The pages of a program and all its commands, each before those of its subcommands. */
    public static List<ManualPage> all(CommandSpec root) {
        List<ManualPage> pages = new ArrayList<>(List.of(of(root)));
        root.subcommands().values().forEach(command -> pages.addAll(all(command.getCommandSpec())));
        return pages;
    }

    private static ManualPage of(CommandSpec command) {
        String name = command.qualifiedName("-");
        List<String> description =
                Stream.of(command.usageMessage().description()).toList();
        Troff page = new Troff().title(name.toUpperCase(Locale.ROOT), "Urania");
        page.section("NAME").words(name + " - " + description.getFirst().replaceFirst("\\.$", ""));
        page.section("SYNOPSIS").words(synopsis(command));
        page.section("DESCRIPTION").words(description.getFirst());
        description.stream().skip(1).forEach(page::paragraph);
        entries(page, "ARGUMENTS", command.positionalParameters(), ArgSpec::paramLabel);
        entries(
                page,
                "OPTIONS",
                command.options().stream().filter(option -> !option.hidden()).toList(),
                option -> Stream.of(option.names())
                        .map(word -> option.arity().max() == 0 ? word : word + " " + option.paramLabel())
                        .collect(Collectors.joining(", ")));
        subcommands(page, command);
        exitCodes(page, command.root().usageMessage().exitCodeList());
        seeAlso(page, command);
        return new ManualPage(name, page.toString());
    }

    private static String synopsis(CommandSpec command) {
        return new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .synopsis(0)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static <T extends ArgSpec> void entries(
            Troff page, String heading, List<T> arguments, Function<T, String> label) {
        if (!arguments.isEmpty()) {
            page.section(heading);
            arguments.forEach(argument -> page.entry(label.apply(argument), String.join(" ", argument.description())));
        }
    }

    private static void subcommands(Troff page, CommandSpec command) {
        if (!command.subcommands().isEmpty()) {
            page.section("COMMANDS");
            command.subcommands()
                    .forEach((name, subcommand) -> page.entry(
                            name, subcommand.getCommandSpec().usageMessage().description()[0]));
        }
    }

    private static void exitCodes(Troff page, Map<String, String> codes) {
        page.section("EXIT STATUS");
        codes.forEach(page::entry);
    }

    private static void seeAlso(Troff page, CommandSpec command) {
        List<String> others = new ArrayList<>();
        if (command.parent() != null) {
            others.add(command.parent().qualifiedName("-") + "(1)");
        }
        command.subcommands()
                .values()
                .forEach(subcommand -> others.add(subcommand.getCommandSpec().qualifiedName("-") + "(1)"));
        if (!others.isEmpty()) {
            page.section("SEE ALSO").words(String.join(", ", others));
        }
    }
}

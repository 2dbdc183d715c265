package io.urania.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Completion for fish, with descriptions. */
final class FishScript {

    private static final String FRAME = """
            # Completion of urania for fish. Use it with: urania completion fish | source; or write it to
            # ~/.config/fish/completions/urania.fish. Made by urania completion; what it knows is what that Urania knows.

            function __urania_at
                set -l at
                set -l skip
                for word in (commandline -opc)[2..-1]
                    if test -n "$skip"
                        set skip
                        continue
                    end
                    switch $word
                        case @WITH_VALUE@
                            set skip yes
                        case '-*'
                        case '*'
                            if contains -- (string join ' ' $at $word) @PATHS@
                                set at $at $word
                            end
                    end
                end
                test "$argv[1]" = (string join ' ' $at | string collect --allow-empty)
            end

            # The hosts of the inventories that are named, or of the usual one. What is typed is never evaluated.
            function __urania_hosts
                set -l words (commandline -opc)
                set -l inventories
                set -l next
                for word in $words[2..-1]
                    if test -n "$next"
                        set -a inventories -i (string replace -r '^~' $HOME -- $word)
                        set next
                        continue
                    end
                    switch $word
                        case -i --inventory --rack
                            set next yes
                        case '--inventory=*' '--rack=*'
                            set -a inventories -i (string replace -r '^[^=]*=' '' -- $word | string replace -r '^~' $HOME)
                    end
                end
                set -l program (string replace -r '^~' $HOME -- $words[1])
                env URANIA_COMPLETES=yes $program inventory hosts $inventories 2>/dev/null </dev/null
            end

            function __urania_runs
                echo last
                @RUNS@
            end

            complete -c urania -f
            """;

    private FishScript() {}

    static String of(List<CompletedCommand> commands) {
        WordTables tables = new WordTables(commands);
        String frame = FRAME.replace("@WITH_VALUE@", tables.optionsWithValue().replace(" |", ""))
                .replace("@PATHS@", tables.paths().replace(" |", ""))
                .replace("@RUNS@", WordTables.RUNS);
        return frame
                + commands.stream()
                        .flatMap(command -> lines(command).stream())
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> lines(CompletedCommand command) {
        List<String> lines = new ArrayList<>();
        if (!command.path().isEmpty()) {
            lines.add(at(command.parent()) + " -a " + quoted(command.name()) + description(command.description()));
        }
        for (CompletedCommand.Option option : command.options()) {
            String names = option.names().stream().map(FishScript::name).collect(Collectors.joining());
            String value = option.value()
                    .map(candidates -> " -r" + offered(candidates))
                    .orElse("");
            lines.add(at(command.path()) + names + value + description(option.description()));
        }
        if (command.subcommands().isEmpty()) {
            command.argument()
                    .map(FishScript::offered)
                    .filter(offer -> !offer.isEmpty())
                    .ifPresent(offer -> lines.add(at(command.path()) + offer));
        }
        return lines;
    }

    private static String at(String path) {
        return "complete -c urania -n " + quoted("__urania_at " + quotedInside(path));
    }

    private static String name(String name) {
        return name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1);
    }

    private static String offered(Candidates candidates) {
        return switch (candidates) {
            case Candidates.Anything _ -> "";
            case Candidates.Files _ -> " -F";
            case Candidates.Hosts _ -> " -f -a '(__urania_hosts)'";
            case Candidates.Runs _ -> " -a '(__urania_runs)'";
            case Candidates.Words(List<String> words) -> " -a " + quoted(String.join(" ", words));
        };
    }

    private static String description(String text) {
        return text.isEmpty() ? "" : " -d " + quoted(text);
    }

    private static String quotedInside(String text) {
        return "\"" + text + "\"";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

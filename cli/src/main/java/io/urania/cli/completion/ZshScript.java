package io.urania.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** Completion for zsh, with descriptions. */
final class ZshScript {

    private static final String FRAME = """
            #compdef urania
            # Completion of urania for zsh. Use it with: source <(urania completion zsh), after compinit; or put it into a
            # directory of fpath, as _urania. Made by urania completion; what it knows is what that Urania knows.

            # The hosts of the inventories that are named, or of the usual one. What is typed is never evaluated.
            _urania_hosts() {
                local index
                local -a inventories
                for ((index = 2; index < CURRENT; index++)); do
                    case $words[index] in
                        -i | --inventory | --rack)
                            ((index + 1 < CURRENT)) && inventories+=(-i ${${(Q)words[index+1]}/#\\~/$HOME}) ;;
                        --inventory=* | --rack=*) inventories+=(-i ${${(Q)words[index]#*=}/#\\~/$HOME}) ;;
                    esac
                done
                URANIA_COMPLETES=yes ${${(Q)words[1]}/#\\~/$HOME} inventory hosts $inventories 2>/dev/null </dev/null
            }

            _urania() {
                local chosen='' word skip='' index current=$words[CURRENT] previous=$words[CURRENT-1]
                local -a found
                for ((index = 2; index < CURRENT; index++)); do
                    word=$words[index]
                    if [[ -n $skip ]]; then
                        skip=''
                        continue
                    fi
                    case $word in
                        @WITH_VALUE@) skip=yes; continue ;;
                        -*) continue ;;
                    esac
                    case ${chosen:+$chosen }$word in
                        @PATHS@) chosen=${chosen:+$chosen }$word ;;
                    esac
                done
                if [[ -n $skip ]]; then
                    case $chosen/$previous in
            @VALUES@
                    esac
                    return
                fi
                case $chosen in
            @COMMANDS@
                esac
            }

            if [[ $funcstack[1] == _urania ]]; then
                _urania "$@"
            else
                compdef _urania urania
            fi
            """;

    private ZshScript() {}

    static String of(List<CompletedCommand> commands) {
        return new WordTables(commands)
                .in(FRAME, ZshScript::offer)
                .replace(
                        "@COMMANDS@",
                        commands.stream()
                                .map(command -> words(command, commands))
                                .collect(Collectors.joining())
                                .stripTrailing());
    }

    private static String words(CompletedCommand command, List<CompletedCommand> all) {
        String options = command.options().stream()
                .flatMap(option -> option.names().stream().map(name -> described(name, option.description())))
                .collect(Collectors.joining(" "));
        String others = command.subcommands().isEmpty()
                ? command.argument().map(ZshScript::offer).orElse(":")
                : "found=(" + subcommands(command, all) + "); _describe command found";
        return """
                        '%s')
                            case $current in
                                -*) found=(%s); _describe option found ;;
                                *) %s ;;
                            esac
                            ;;
                """.formatted(command.path(), options, others);
    }

    private static String subcommands(CompletedCommand command, List<CompletedCommand> all) {
        return all.stream()
                .filter(other -> !other.path().isEmpty() && other.parent().equals(command.path()))
                .map(other -> described(other.name(), other.description()))
                .collect(Collectors.joining(" "));
    }

    private static String offer(Candidates candidates) {
        return switch (candidates) {
            case Candidates.Anything _ -> "_message 'a value'";
            case Candidates.Files _ -> "_files";
            case Candidates.Hosts _ -> "compadd -- ${(f)\"$(_urania_hosts)\"}";
            case Candidates.Runs _ -> "compadd -- last ${(f)\"$(" + WordTables.RUNS + ")\"}";
            case Candidates.Words(List<String> words) -> "compadd -- " + String.join(" ", words);
        };
    }

    /** A word of {@code _describe}: a colon parts name and description. */
    private static String described(String name, String description) {
        String text = name.replace(":", "\\:") + ":" + description;
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

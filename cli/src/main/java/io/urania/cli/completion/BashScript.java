package io.urania.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** Completion for bash 3.2 and newer, without the package bash-completion. */
final class BashScript {

    private static final String FRAME = """
            # Completion of urania for bash. Use it with: source <(urania completion bash)
            # Made by urania completion; what it knows is what that Urania knows.

            # The hosts of the inventories that are named, or of the usual one. What is typed is never evaluated.
            _urania_hosts() {
                local index word
                local -a inventories=()
                for ((index = 1; index < COMP_CWORD - 1; index++)); do
                    case ${COMP_WORDS[index]} in
                        -i | --inventory | --rack)
                            word=${COMP_WORDS[index+1]}
                            [[ $word != = ]] || word=${COMP_WORDS[index+2]}
                            word=${word//\\\\/} && word=${word//\\"/} && word=${word//\\'/}
                            inventories+=(-i "${word/#\\~/$HOME}")
                            ;;
                    esac
                done
                URANIA_COMPLETES=yes "${COMP_WORDS[0]/#\\~/$HOME}" inventory hosts \\
                    ${inventories[@]+"${inventories[@]}"} 2>/dev/null </dev/null
            }

            # Proposes the lines of a text. Other people may have written them: they are compared and quoted, and never evaluated,
            # which compgen -W would do.
            _urania_offer() {
                local candidate quoted typed=${current//[\\\\\\"\\']/}
                while IFS= read -r candidate; do
                    [[ -n $candidate && $candidate == "$typed"* && $candidate != *[[:cntrl:]]* ]] || continue
                    printf -v quoted %q "$candidate"
                    # Within quotes that are open, what quotes a name would be part of it.
                    [[ $current != [\\"\\']* || $quoted == "$candidate" ]] || continue
                    COMPREPLY+=("$quoted")
                done <<<"$1"
            }

            # Proposes files, which readline quotes where it is told that they are some; bash 3.2 cannot be told.
            _urania_files() {
                local candidate
                if ! compopt -o filenames 2>/dev/null; then
                    _urania_offer "$(compgen -f -- "$current")"
                    return
                fi
                while IFS= read -r candidate; do
                    [[ -z $candidate ]] || COMPREPLY+=("$candidate")
                done <<<"$(compgen -f -- "$current")"
            }

            _urania() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} chosen='' word index skip=''
                for ((index = 1; index < COMP_CWORD; index++)); do
                    word=${COMP_WORDS[index]}
                    if [[ $skip ]]; then
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
                COMPREPLY=()
                if [[ $skip ]]; then
                    case $chosen/$previous in
            @VALUES@
                    esac
                    return
                fi
                case $chosen in
            @COMMANDS@
                esac
            }
            complete -F _urania urania ./urania
            """;

    private BashScript() {}

    static String of(List<CompletedCommand> commands) {
        return new WordTables(commands)
                .in(FRAME, BashScript::reply)
                .replace(
                        "@COMMANDS@",
                        commands.stream()
                                .map(BashScript::words)
                                .collect(Collectors.joining())
                                .stripTrailing());
    }

    private static String words(CompletedCommand command) {
        String options = command.options().stream()
                .flatMap(option -> option.names().stream())
                .collect(Collectors.joining(" "));
        String others = command.subcommands().isEmpty()
                ? command.argument().map(BashScript::reply).orElse(":")
                : reply(new Candidates.Words(command.subcommands()));
        return """
                        '%s')
                            case $current in
                                -*) COMPREPLY=($(compgen -W '%s' -- "$current")) ;;
                                *) %s ;;
                            esac
                            ;;
                """.formatted(command.path(), options, others);
    }

    private static String reply(Candidates candidates) {
        return switch (candidates) {
            case Candidates.Anything _ -> ":";
            case Candidates.Files _ -> "_urania_files";
            case Candidates.Hosts _ -> "_urania_offer \"$(_urania_hosts)\"";
            case Candidates.Runs _ -> "_urania_offer \"$(echo last; " + WordTables.RUNS + ")\"";
            case Candidates.Words(List<String> words) ->
                "COMPREPLY=($(compgen -W '" + String.join(" ", words) + "' -- \"$current\"))";
        };
    }
}

package io.urania.engine.batch;

import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The shell text of a batch. It is one compound command, in braces: a shell must read the closing brace before it runs
 * any of it, so that of a script which arrives only in part nothing runs.
 */
final class BatchScript {

    private static final String PRELUDE = """
            {
            PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
            LC_ALL=C
            export PATH LC_ALL
            HOME=/root USER=root LOGNAME=root
            export HOME USER LOGNAME
            umask 022
            exec 3<&0 </dev/null
            sha256_of() {
                if [ "$2" -lt 1000000 ] || ! openssl dgst -sha256 -r "$1" 2>/dev/null; then
                    sha256sum <"$1"
                fi
            }
            receive_next() {
                if ! dd bs=65536 iflag=fullblock,count_bytes count="$2" status=none <&3 >"$1"; then
                    echo "$1 cannot be written" >&2
                    return 74
                fi
                arrived=$(sha256_of "$1" "$2")
                if [ "${arrived%% *}" != "$3" ]; then
                    echo "the data for $1 arrived incomplete ($2 bytes were sent)" >&2
                    return 74
                fi
            }
            receive_rest() {
                if ! truncate -s "$4" "$1" || ! dd bs=65536 iflag=fullblock,count_bytes count="$2" status=none <&3 >>"$1"; then
                    echo "$1 cannot be written" >&2
                    return 74
                fi
                if [ "$(stat -c %s "$1")" -lt "$(($2 + $4))" ]; then
                    echo "the data for $1 arrived incomplete; what has arrived is kept" >&2
                    return 74
                fi
                arrived=$(sha256_of "$1" "$(($2 + $4))")
                if [ "${arrived%% *}" != "$3" ]; then
                    rm -f "$1"
                    echo "the data for $1 arrived with a wrong checksum" >&2
                    return 74
                fi
            }
            receive_stored() {
                if [ "$3" = link ] && [ ! -e "$1" ] && ln "$2" "$1" 2>/dev/null; then
                    return 0
                fi
                if [ -f "$1" ]; then
                    rm -f "$1"
                fi
                cp "$2" "$1"
            }
            receive_to_read() {
                receive "$1" link
            }
            """;

    /** What a step calls that tells of its waits. */
    private static final Pattern WAITS = Pattern.compile("\\bwaiting_for\\b");

    private BatchScript() {}

    /**
     * @param stored where those payloads lie that are on the host already
     */
    static String of(List<Step> steps, Map<Payload, String> stored, Mode mode, BatchId id) {
        String marker = id.marker();
        StringBuilder script = new StringBuilder(PRELUDE);
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            script.append("step_").append(index).append("() {\n:\n");
            appendReceive(script, step.operation().payloads(), stored);
            script.append(step.operation().script());
            script.append("\n}\n");
        }
        String stopFile = Shell.quote(id.stopFile());
        script.append(waiting(id));
        // For steps that wait for other hosts: nobody may be left to have those come.
        script.append("asked_to_stop() { [ -e %s ]; }\n".formatted(stopFile));
        // In an AND-OR list the subshell of a step would ignore "set -e" (POSIX 2.8.1): it stands in a line of its own.
        script.append(ways(id));
        script.append("run_steps() {\n:\n");
        for (int index = 0; index < steps.size(); index++) {
            Operation operation = steps.get(index).operation();
            boolean noPayload = operation.payloads().isEmpty();
            if (mode == Mode.STOP_AT_FAILURE) {
                script.append("[ ! -e %1$s ] || { rm -f %1$s; printf '\\n%%s\\n' '%2$s stopped'; return 0; }\n"
                        .formatted(stopFile, marker));
            }
            // The empty line keeps the marker apart from what a login shell may have printed.
            script.append("printf '\\n%%s\\n' '%s begin %d'\n".formatted(marker, index));
            script.append("%s step_%d%s\n".formatted(way(mode, operation), index, noPayload ? " 3<&-" : ""));
            script.append("printf '\\n%%s\\n' \"%s end %d $code\"\n".formatted(marker, index));
            if (mode == Mode.STOP_AT_FAILURE) {
                script.append("[ \"$code\" -eq 0 ] || return 0\n");
            }
        }
        script.append("}\n");
        script.append(mode == Mode.STOP_AT_FAILURE ? known(id) : "run_steps\n");
        script.append("printf '\\n%%s\\n' '%s over'\n".formatted(marker));
        return script.append("}\n").toString();
    }

    private static String way(Mode mode, Operation operation) {
        if (mode == Mode.KEEP_GOING) {
            return "as_it_comes";
        }
        return WAITS.matcher(operation.script()).find() ? "telling_its_waits" : "to_its_end";
    }

    /**
     * How a step says what it waits for while it waits; what it prints is told at its end. Its words go through a pipe with a
     * name to a process that passes them on, and goes on reading when nobody hears it any more: so the pipe never fills. The step
     * opens it for reading too, and so never waits for a reader. And no process that a step leaves behind keeps the connection
     * open, as it would if the step had the connection's own stream.
     */
    private static String waiting(BatchId id) {
        return """
                line_end='
                '
                waiting_last=
                waiting_for() {
                    [ "$*" != "$waiting_last" ] || return 0
                    waiting_last=$*
                    if [ -p %1$s ]; then
                        printf '%%s\\n' "${waiting_last%%%%"$line_end"*}" 1<>%1$s || :
                    else
                        ( trap '' PIPE; printf '\\n%%s\\n' "%2$s waiting ${waiting_last%%%%"$line_end"*}" ) 2>/dev/null || :
                    fi
                }
                telling_its_waits() {
                    if { mkdir -p %3$s && ( umask 077; mkfifo %1$s ); } 2>/dev/null; then
                        exec 7<>%1$s
                        exec 6>%1$s 8<%1$s
                        exec 7<&-
                        (
                            trap '' PIPE
                            while IFS= read -r words; do
                                printf '\\n%%s\\n' "%2$s waiting $words" 2>/dev/null || :
                            done
                        ) <&8 3<&- 6>&- 8<&- &
                        relay=$!
                        exec 8<&-
                    fi
                    to_its_end "$1"
                    rm -f %1$s
                }
                """.formatted(Shell.quote(id.waitsFile()), id.marker(), Shell.quote(id.directory()));
    }

    /**
     * The ways to run a step. What it prints goes to a file, which has no name any more, and from there to us when the step
     * has ended: whoever has lost us comes to its end all the same. kubeadm would die of the first line that nobody reads, in
     * the middle of what it does. Of answers that are only read it does not matter, nor where there is no place for a file.
     */
    private static String ways(BatchId id) {
        return """
                as_it_comes() {
                    ( set -eu; "$1" ) 2>/dev/null
                    code=$?
                }
                relay=
                told_its_waits() {
                    [ -n "$relay" ] || return 0
                    exec 6>&-
                    wait "$relay"
                    relay=
                }
                to_its_end() {
                    if { mkdir -p %1$s && ( umask 077; : >%2$s ); } 2>/dev/null; then
                        exec 4<%2$s 5>%2$s
                        rm -f %2$s
                        ( set -eu; "$1" ) >&5 2>&1 4<&- 5>&- 6>&-
                        code=$?
                        exec 5>&-
                        told_its_waits
                        cat <&4
                        exec 4<&-
                    else
                        ( set -eu; "$1" ) 2>&1 6>&-
                        code=$?
                        told_its_waits
                    fi
                }
                """.formatted(Shell.quote(id.directory()), Shell.quote(id.outputFile()));
    }

    /** Where a process of this number began at another time, the batch has ended: proc(5), field 22 of "stat". */
    private static String known(BatchId id) {
        return """
                {
                    mkdir -p %1$s && read -r stat </proc/$$/stat && set -- ${stat##*) } && echo "$$ ${20}" >%2$s
                } 2>/dev/null
                run_steps
                rm -f %2$s
                """.formatted(Shell.quote(id.directory()), Shell.quote(id.runningFile()));
    }

    /** Defines {@code receive} for this step: its n-th call takes the n-th payload. */
    private static void appendReceive(StringBuilder script, List<Payload> payloads, Map<Payload, String> stored) {
        if (payloads.isEmpty()) {
            return;
        }
        script.append("received=0\nreceive() {\nreceived=$((received + 1))\ncase $received in\n");
        for (int index = 0; index < payloads.size(); index++) {
            Payload payload = payloads.get(index);
            script.append(index + 1).append(") ").append(call(payload, stored)).append(" ;;\n");
        }
        script.append("esac\n}\n");
    }

    private static String call(Payload payload, Map<Payload, String> stored) {
        String path = stored.get(payload);
        if (path != null) {
            return "receive_stored \"$1\" %s \"${2-}\"".formatted(Shell.quote(path));
        }
        String whole = "\"$1\" %d %s".formatted(payload.size(), Shell.quote(payload.sha256()));
        return payload instanceof Payload.Rest rest
                ? "receive_rest %s %d".formatted(whole, rest.offset())
                : "receive_next " + whole;
    }
}

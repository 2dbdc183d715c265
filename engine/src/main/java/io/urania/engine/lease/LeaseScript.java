package io.urania.engine.lease;

import io.urania.engine.batch.Operation;
import io.urania.engine.shell.Shell;
import java.time.Duration;

/**
 * The shell that asks for, gives back, shows and removes a host's lease.
 *
 * <p>The lease is the file {@code /run/urania/lease}. Time is the host's own time since it booted ({@code /proc/uptime}), so
 * that no clock need be right; {@code /run} is empty after a boot, when that time begins anew. A free lease is taken with
 * {@code ln}, which fails if the name exists; an ended one is replaced by whoever makes the directory that is named after
 * its run, which is one process, and only while the lease is still that run's.
 *
 * <p>A run that died may have left a batch at work: a host comes to the end of a step whether or not somebody listens. Whoever
 * takes the lease asks such batches to end after the step that they are at, and waits for that; {@link
 * io.urania.engine.batch.BatchId} says how they are known.
 */
public final class LeaseScript {

    /** Where a lease is on a host. */
    public static final String DIRECTORY = "/run/urania";

    private static final String COMMON = """
            lease=$directory/lease
            read -r now rest </proc/uptime
            now=${now%%.*}
            read_lease() {
                run= expires=0 place= holder= since= command=
                [ -f "$lease" ] || return 1
                while IFS= read -r line || [ -n "$line" ]; do
                    case $line in
                    "run "*) run=${line#run } ;;
                    "expires "*) expires=${line#expires } ;;
                    "place "*) place=${line#place } ;;
                    "holder "*) holder=${line#holder } ;;
                    "since "*) since=${line#since } ;;
                    "command "*) command=${line#command } ;;
                    esac
                done <"$lease"
                case $run in
                "" | *[!A-Za-z0-9]*) run=unreadable ;;
                esac
                case $expires in
                "" | *[!0-9]*) expires=0 ;;
                esac
            }
            tell() {
                printf '%s\\n' "answer $1" "run $run" "left $((expires - now))" "place $place" "holder $holder" \\
                    "since $since" "command $command"
            }
            """;

    private static final String TAKE = """
            umask 077
            mkdir -p "$directory"
            new=$directory/lease.$mine
            write_new() {
                read -r now rest </proc/uptime
                now=${now%%.*}
                printf '%s\\n' "run $mine" "expires $((now + lifetime))" "place $my_place" "holder $my_holder" \\
                    "since $my_since" "command $my_command" >"$new"
            }
            goes_on() {
                read -r process began <"$1" || return 1
                case $process in
                "" | *[!0-9]*) return 1 ;;
                esac
                { read -r stat <"/proc/$process/stat"; } 2>/dev/null || return 1
                set -- ${stat##*) }
                [ "$1" != Z ] && [ "${20}" = "$began" ]
            }
            end_batches() {
                for batch in "$directory"/batch-*; do
                    [ -f "$batch" ] || continue
                    stop=$directory/stop-${batch##*/batch-}
                    : >"$stop"
                    while goes_on "$batch"; do
                        waiting_for "a step that an earlier run left running (pid $process)"
                        write_new
                        mv -f "$new" "$lease"
                        sleep 1
                    done
                    rm -f "$batch" "$stop"
                    waiting_for
                done
            }
            rm -f "$new"
            write_new
            replace_lease() {
                old=$run
                mkdir "$directory/takeover.$old" 2>/dev/null || return 1
                if read_lease && [ "$run" = "$old" ]; then
                    mv -f "$new" "$lease"
                    replaced=yes
                fi
                rmdir "$directory/takeover.$old"
            }
            answer=
            replaced=
            attempts=0
            while [ -z "$answer" ]; do
                attempts=$((attempts + 1))
                if ln "$new" "$lease" 2>/dev/null; then
                    answer=taken
                elif ! read_lease; then
                    [ "$attempts" -lt 20 ] || answer=failed
                elif [ "$run" = "$mine" ] && [ "$expires" -gt $((now + 5)) ]; then
                    mv -f "$new" "$lease"
                    answer=taken
                elif [ "$run" != "$mine" ] && [ "$place" != "$my_place" ] && [ "$expires" -gt "$now" ]; then
                    answer=held
                elif replace_lease && [ -n "$replaced" ]; then
                    answer=taken-over
                    [ "$run" != "$mine" ] || answer=taken
                elif [ "$attempts" -ge 20 ]; then
                    answer=held
                fi
            done
            case $answer in
            taken*) [ -n "$renewing" ] || end_batches ;;
            esac
            rm -f "$new"
            if [ "$answer" = taken ]; then
                echo "answer taken"
            else
                tell "$answer"
            fi
            """;

    private static final String RELEASE = """
            if read_lease && [ "$run" = "$mine" ] && mkdir "$directory/takeover.$mine" 2>/dev/null; then
                rm -f "$lease" "$directory"/stop-*
                rmdir "$directory/takeover.$mine"
            fi
            echo "answer free"
            """;

    private static final String SHOW = """
            if read_lease; then
                tell held
            else
                echo "answer free"
            fi
            """;

    private static final String REMOVE = """
            rm -f "$lease" "$lease".*
            for left in "$directory"/takeover.*; do
                [ ! -d "$left" ] || rmdir "$left"
            done
            echo "answer free"
            """;

    private final String common;

    /** The lease of the host itself. */
    public LeaseScript() {
        this(DIRECTORY);
    }

    /** With the lease in another directory. */
    LeaseScript(String directory) {
        this.common = variable("directory", directory) + COMMON;
    }

    /**
     * Takes the lease, or one that has ended, and waits until no batch of an earlier run is at work.
     *
     * @param lifetime until it ends if it is not renewed, in whole seconds
     */
    public Operation take(LeaseClaim claim, Duration lifetime) {
        return take(claim, lifetime, "");
    }

    /** Takes it again, while this run's own batches are at work. */
    public Operation renew(LeaseClaim claim, Duration lifetime) {
        return take(claim, lifetime, "yes");
    }

    private Operation take(LeaseClaim claim, Duration lifetime, String renewing) {
        return Operation.of(variable("renewing", renewing)
                + variable("mine", claim.run())
                + variable("my_place", claim.place())
                + variable("my_holder", claim.holder())
                + variable("my_since", claim.since().toString())
                + variable("my_command", claim.command())
                + variable("lifetime", Long.toString(lifetime.toSeconds()))
                + common
                + TAKE);
    }

    /** Gives the lease back, if it is this run's. */
    public Operation release(String run) {
        return Operation.of(variable("mine", run) + common + RELEASE);
    }

    /** Says who holds it. */
    public Operation show() {
        return Operation.of(common + SHOW);
    }

    /** Takes it away from whoever holds it. */
    public Operation remove() {
        return Operation.of(common + REMOVE);
    }

    /** A lease has one line for each. */
    private static String variable(String name, String value) {
        return name + "=" + Shell.quote(value.replaceAll("\\p{Cntrl}", " ")) + "\n";
    }
}

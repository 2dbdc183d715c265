package io.urania.engine.distribution;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.shell.Shell;

/**
 * What runs on hosts: POSIX sh, coreutils, systemd-socket-activate as a listener, and bash as the one who calls (it has
 * connections built in, and Debian, Raspberry Pi OS and Arch Linux always have it; a host without it gets files from the
 * controller).
 *
 * <p>A file is in the store under its SHA-256, and while it is not whole with the ending {@code .part}.
 */
final class StoreScripts {

    /** A fetch that gets nothing for this long is given up. */
    private static final int STALL_SECONDS = 20;

    /** In any case, a host stops passing on after this. */
    private static final int SERVE_SECONDS = 7200;

    private StoreScripts() {}

    /** Prints how many bytes of a file are there. What an earlier run left as whole is a part whose sum is not proved yet. */
    static Operation size(String store, String sha256) {
        return Operation.of("""
                mkdir -p %1$s
                cd %1$s
                [ ! -f %2$s ] || mv -f %2$s %2$s.part
                if [ -f %2$s.part ]; then stat -c %%s %2$s.part; else echo 0; fi
                """.formatted(Shell.quote(store), Shell.quote(sha256)));
    }

    /** Takes the rest of a file from this machine. */
    static Operation receive(String store, Payload.LocalFile file, long offset) {
        String name = Shell.quote(file.sha256());
        return Operation.of("""
                cd %s
                [ -f %2$s.part ] || : >%2$s.part
                receive %2$s.part
                mv -f %2$s.part %2$s
                """.formatted(Shell.quote(store), name), new Payload.Rest(file, offset));
    }

    /** Proves a part that has every byte. */
    static Operation prove(String store, Payload.LocalFile file) {
        return Operation.of("cd " + Shell.quote(store) + "\n" + proof(file));
    }

    /** Fetches the rest of a file from another host. */
    static Operation fetch(String store, Payload.LocalFile file, String address, int port) {
        return Operation.of("""
                cd %1$s
                name=%2$s
                command -v bash >/dev/null || { echo 'bash is not installed'; exit 3; }
                touch "$name.part"
                have=$(stat -c %%s "$name.part")
                # No more than is missing is taken, whatever is sent.
                bash -c '
                    exec 4<>"/dev/tcp/$1/$2" || exit 4
                    printf "%%s %%s\\n" "$3" "$4" >&4
                    exec head -c "$5" <&4
                ' bash %3$s %4$d "$name" "$have" "$((%5$d - have))" >>"$name.part" &
                fetching=$!
                (
                    last=$have
                    while sleep %6$d; do
                        now=$(stat -c %%s "$name.part")
                        if [ "$now" = "$last" ]; then kill "$fetching"; exit; fi
                        last=$now
                    done
                ) >/dev/null 2>&1 &
                watching=$!
                code=0
                wait "$fetching" || code=$?
                kill "$watching" 2>/dev/null || :
                [ "$code" -eq 0 ] || { echo "%3$s:%4$d does not answer, or stopped (code $code)"; exit 4; }
                """.formatted(
                                Shell.quote(store),
                                Shell.quote(file.sha256()),
                                Shell.quote(address),
                                port,
                                file.size(),
                                STALL_SECONDS)
                + proof(file));
    }

    private static String proof(Payload.LocalFile file) {
        return """
                name=%s
                if [ "$(stat -c %%s "$name.part")" -lt %d ]; then
                    echo "$name is not complete yet"
                    exit 5
                fi
                sum=$(sha256sum <"$name.part")
                if [ "${sum%%%% *}" != "$name" ]; then
                    rm -f "$name.part"
                    echo "$name arrived with a wrong checksum"
                    exit 6
                fi
                mv -f "$name.part" "$name"
                """.formatted(Shell.quote(file.sha256()), file.size());
    }

    /**
     * Listens until its standard input ends, or nothing has come from there for a while. Whoever calls says a name and an offset, and gets
     * that file of the store from there; the listener has no rights of root.
     */
    static String serve(String store, String address, int port, ServingLimits limits) {
        String listener = address.indexOf(':') >= 0 ? "[" + address + "]:" + port : address + ":" + port;
        return """
                cd %s || exit 3
                PATH=$PATH:/usr/bin:/bin:/usr/sbin:/sbin
                command -v systemd-socket-activate || exit 3
                plain=
                if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
                    plain='setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --'
                fi
                exec 3<&0
                $plain timeout %d systemd-socket-activate --accept --inetd --listen=%s /bin/sh -c %s </dev/null 2>&1 3<&- &
                listening=$!
                (while [ -n "$(timeout %d head -c 1 <&3)" ]; do :; done; kill "$listening") >/dev/null 2>&1 &
                watching=$!
                wait "$listening"
                kill "$watching" 2>/dev/null
                exit 0
                """.formatted(
                        Shell.quote(store),
                        SERVE_SECONDS,
                        Shell.quote(listener),
                        Shell.quote(answer(limits)),
                        limits.silence().toSeconds());
    }

    /**
     * What answers one caller. The listener has no limit of its own, so each answer looks for its place among its parent's children, which are
     * in the order of their beginning (proc(5)): who came first stays, however many come at once. What was sent is read once: a question without an
     * end is not gathered.
     */
    private static String answer(ServingLimits limits) {
        return """
                read -r callers <"/proc/$PPID/task/$PPID/children" || [ -n "$callers" ] || exit 0
                place=0
                for caller in $callers; do
                    place=$((place + 1))
                    [ "$caller" != $$ ] || break
                done
                [ "$place" -le %d ] || exit 0
                question=$(timeout %d dd bs=128 count=1 2>/dev/null)
                name=${question%%%% *} offset=${question##* }
                case $name in ""|*[!0-9a-f]*) exit 0 ;; esac
                case $offset in ""|*[!0-9]*|????????????????*) exit 0 ;; esac
                [ ! -f "./$name" ] || exec timeout %d tail -c "+$((offset + 1))" "./$name"
                """.formatted(
                limits.callers(), limits.question().toSeconds(), limits.answer().toSeconds());
    }

    /** Takes the store away; what is not whole stays for the next run. */
    static Operation remove(String store) {
        return Operation.of("""
                [ -d %1$s ] || exit 0
                cd %1$s
                for file in *; do
                    case $file in
                    *.part) ;;
                    *) rm -f "./$file" ;;
                    esac
                done
                cd /
                rmdir %1$s 2>/dev/null || :
                """.formatted(Shell.quote(store)));
    }
}

package io.urania.engine.resource.packages;

import io.urania.engine.process.Holders;
import java.time.Duration;

/** The lock under which dpkg works: whoever else has it is waited for by name. */
final class DpkgLock {

    private static final int SECONDS_BETWEEN = 2;

    private DpkgLock() {}

    /** POSIX sh that waits until nobody has dpkg's lock, and fails if that does not come about. */
    static String awaited(Duration patience) {
        return awaited(Holders.DPKG_LOCKS, patience);
    }

    /**
     * The same of other files.
     *
     * @param files without spaces in their names, separated by spaces
     */
    static String awaited(String files, Duration patience) {
        return Holders.functions()
                + """
                tries=0
                while locked=$(lock_holders %1$s) && [ -n "$locked" ]; do
                    read -r file process name <<END
                $locked
                END
                    waiting_for "the lock of dpkg, which $name (pid $process) holds"
                    tries=$((tries + 1))
                    if [ "$tries" -ge %2$d ]; then
                        echo "dpkg is locked by $name (pid $process) for more than %3$d seconds now: $file;"
                        echo "let it come to its end, or see on this host what it does: ps -fp $process; then run the same command again"
                        exit 1
                    fi
                    sleep %4$d
                done
                waiting_for
                """.formatted(
                                files,
                                Math.max(1, patience.toSeconds() / SECONDS_BETWEEN),
                                patience.toSeconds(),
                                SECONDS_BETWEEN);
    }
}

package io.urania.engine.system;

import io.urania.engine.process.Holders;
import java.time.Duration;

/** The lock under which a package manager works: whoever else has it is waited for by name. */
public final class LockWait {

    private static final int SECONDS_BETWEEN = 2;

    private LockWait() {}

    /** POSIX sh that waits until nobody has a package manager's lock, and fails if that does not come about. */
    public static String awaited(PackageManager manager, Duration patience) {
        return awaited(manager.lock(), manager.holders(), patience);
    }

    /**
     * The same of another lock.
     *
     * @param lock what people call it
     * @param holders a command as {@link PackageManager#holders} has it
     */
    static String awaited(String lock, String holders, Duration patience) {
        return Holders.functions()
                + """
                tries=0
                while locked=$(%1$s) && [ -n "$locked" ]; do
                    read -r file process name <<END
                $locked
                END
                    waiting_for "the lock of %5$s, held by $name (pid $process)"
                    tries=$((tries + 1))
                    if [ "$tries" -ge %2$d ]; then
                        echo "%5$s has been locked by $name (pid $process) for more than %3$d seconds: $file;"
                        echo "wait for it to finish, or check on the host what it does: ps -fp $process; then run the same command again"
                        exit 1
                    fi
                    sleep %4$d
                done
                waiting_for
                """.formatted(
                                holders,
                                Math.max(1, patience.toSeconds() / SECONDS_BETWEEN),
                                patience.toSeconds(),
                                SECONDS_BETWEEN,
                                lock);
    }
}

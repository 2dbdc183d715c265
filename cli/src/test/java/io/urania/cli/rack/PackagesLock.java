package io.urania.cli.rack;

/** Somebody who installs packages on a host for as long as a test wants: POSIX sh. */
final class PackagesLock {

    /** Takes the lock that dpkg and apt-get take first, by a process called perl. */
    static final String TAKEN = """
            cat >/run/rack-packages.pl <<'END'
            use Fcntl;
            open F, ">>", "/var/lib/dpkg/lock-frontend" or die;
            my $lock = pack("s s l! l! i", F_WRLCK, 0, 0, 0, 0);
            fcntl(F, F_SETLK, $lock) or die;
            sleep 1500;
            END
            systemd-run --quiet --unit=rack-packages perl /run/rack-packages.pl
            """;

    /** Succeeds when the lock is taken. */
    static final String IS_TAKEN = "grep -q POSIX /proc/locks";

    /** Gives the lock back, if it was taken. */
    static final String GIVEN_BACK = """
            systemctl stop rack-packages.service 2>/dev/null || :
            systemctl reset-failed rack-packages.service 2>/dev/null || :
            rm -f /run/rack-packages.pl
            """;

    private PackagesLock() {}
}

package io.urania.engine.system.apt;

import io.urania.engine.batch.Operation;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.LockWait;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.UpgradeScope;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** apt-get, and dpkg that it works with. */
public record Apt() implements PackageManager {

    private static final String DATABASE = "/var/lib/dpkg";

    /** The locks under which dpkg and apt-get work, the one that all of them take first before the others. */
    private static final String LOCKS =
            "/var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock";

    @Override
    public String name() {
        return "apt";
    }

    /** dpkg's program may be installed on a system of another kind; then it knows of no package. */
    @Override
    public String presence() {
        return "[ -s " + DATABASE + "/status ]";
    }

    @Override
    public String installed(SortedSet<String> names) {
        return "dpkg-query --show --showformat='${Package} ${db:Status-Status}\\n${Package} ${db:Status-Want}\\n' -- "
                + Shell.words(names) + " || :";
    }

    @Override
    public String lock() {
        return "dpkg";
    }

    @Override
    public String holders() {
        return "lock_holders " + LOCKS;
    }

    /** dpkg has begun and not ended where its journal has a file with a number for a name (apt, "debsystem.cc"). */
    @Override
    public String interruption() {
        return """
                for entry in %s/updates/[0-9]*; do
                    [ ! -e "$entry" ] || echo interrupted
                done
                """.formatted(DATABASE);
    }

    /**
     * Package lists are fetched only if the installation fails without: it is slow, and most hosts have them. An earlier
     * installation that was cut off is finished first then; apt-get refuses to work until that is done. A mirror that says
     * nothing is given up after less than two minutes, and not asked for lists then. Old lists are given up when new ones cannot
     * be had: what they name may be gone. Who takes the lock in between is waited for by apt-get itself.
     */
    @Override
    public Operation installation(
            SortedSet<String> names, PackageProxies proxies, RetryPolicy patience, Duration lockPatience) {
        AptProxies fetching = new AptProxies(proxies);
        String script = prelude(fetching, patience, lockPatience) + """
                install_packages() {
                    apt install --no-install-recommends %1$s
                }
                if ! said=$(install_packages 2>&1); then
                    printf '%%s\\n' "$said"
                    case $said in
                    *"onnection failed"* | *"onnection timed out"* | *"ould not connect"* | *"nable to connect"*) exit 1 ;;
                    esac
                    dpkg --force-confold --configure -a
                    apt -o APT::Update::Error-Mode=any update
                    install_packages
                fi
                """.formatted(Shell.words(names));
        return new Operation(script, fetching.payloads());
    }

    /** The lock is had, and {@code apt} is apt-get for somebody who cannot answer. */
    private String prelude(AptProxies fetching, RetryPolicy patience, Duration lockPatience) {
        return fetching.before()
                + """
                %1$s
                DEBIAN_FRONTEND=noninteractive
                export DEBIAN_FRONTEND
                apt() {
                    %2$s %3$s-qq -y -o DPkg::Lock::Timeout=20 -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confold \\
                        -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -o Acquire::Retries=1 "$@"
                }
                """.formatted(LockWait.awaited(this, lockPatience), patience.before("apt-get"), fetching.option());
    }

    /** What apt-get would do is told in lines {@code Inst NAME [OLD] (NEW SOURCES [ARCHITECTURE])}; packages on hold are not among them. */
    @Override
    public String waiting() {
        return """
                planned=$(LC_ALL=C apt-get -qq -s -o Debug::NoLocking=1 dist-upgrade) || exit 1
                while read -r word name rest; do
                    [ "$word" = Inst ] || continue
                    case $rest in
                    *-[Ss]ecurity*) echo "security $name" ;;
                    *) echo "other $name" ;;
                    esac
                done <<END
                $planned
                END
                """;
    }

    /** A release that has become "oldstable" since is the same release: apt-get asks a person, and here nobody is. */
    @Override
    public Operation upgrade(UpgradeScope scope, PackageProxies proxies, RetryPolicy patience, Duration lockPatience) {
        AptProxies fetching = new AptProxies(proxies);
        String script = prelude(fetching, patience, lockPatience)
                + """
                dpkg --force-confold --configure -a
                apt -o APT::Update::Error-Mode=any update --allow-releaseinfo-change
                mkdir -p /var/lib/urania
                : >%s
                """.formatted(LISTS_FETCHED)
                + switch (scope) {
                    case FULL -> "apt dist-upgrade\n";
                    case SECURITY -> """
                            waiting() {
                                %s
                            }
                            updates=$(waiting) || exit 1
                            set --
                            while read -r kind name; do
                                [ "$kind" != security ] || set -- "$@" "$name"
                            done <<END
                            $updates
                            END
                            [ $# -eq 0 ] || apt install --only-upgrade "$@"
                            """.formatted(waiting());
                };
        return new Operation(script, fetching.payloads());
    }

    @Override
    public String program() {
        return "apt-get";
    }

    @Override
    public String toInstall(Collection<String> names) {
        return "apt-get install " + String.join(" ", names);
    }

    @Override
    public boolean installsHeld() {
        return false;
    }

    @Override
    public String toRelease(Collection<String> names) {
        return "apt-mark unhold " + String.join(" ", names);
    }

    @Override
    public String toUpgrade() {
        return "apt-get update && apt-get dist-upgrade";
    }

    @Override
    public boolean hasSecurityUpdates() {
        return true;
    }

    @Override
    public String toClean() {
        return "apt-get clean";
    }

    @Override
    public String toFinish() {
        return "dpkg --configure -a";
    }

    @Override
    public String toFindOwner(String path) {
        return "dpkg --search " + path;
    }

    @Override
    public List<String> directories() {
        return List.of("/var/lib/apt", DATABASE);
    }
}

package io.urania.engine.system.pacman;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.LockWait;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.PackageRecipe;
import io.urania.engine.system.UpgradeScope;
import io.urania.engine.text.ResourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** pacman, from version 5 on. */
public record Pacman() implements PackageManager {

    private static final String DATABASE = "/var/lib/pacman";

    private static final String LOCK = DATABASE + "/db.lck";

    @Override
    public String name() {
        return "pacman";
    }

    @Override
    public String presence() {
        return "[ -s " + DATABASE + "/local/ALPM_DB_VERSION ]";
    }

    @Override
    public String installed(SortedSet<String> names) {
        return unfinished()
                + ResourceText.beside(Pacman.class, "installed.sh")
                + "installed_packages " + Shell.words(names) + "\n";
    }

    @Override
    public String lock() {
        return "pacman";
    }

    @Override
    public String holders() {
        return "file_holders " + LOCK;
    }

    /** A lock without an owner keeps pacman from working, and what it has not written to its end keeps it from installing that anew. */
    @Override
    public String interruption() {
        return unfinished() + """
                if [ -n "$(unfinished_packages)" ] || { [ -e %1$s ] && [ -z "$(%2$s)" ]; }; then
                    echo interrupted
                fi
                """.formatted(LOCK, holders());
    }

    /**
     * The list of packages is never fetched: what is newer there may need newer libraries than the host has, and pacman knows no way to
     * install it but an upgrade of everything (Arch wiki, "System maintenance", "Partial upgrades are unsupported"), which nobody has asked for.
     */
    @Override
    public Operation installation(
            SortedSet<String> names, PackageProxies proxies, RetryPolicy patience, Duration lockPatience) {
        PacmanProxies fetching = new PacmanProxies(proxies);
        String script = prelude(fetching, patience, lockPatience)
                + "set -- " + Shell.words(names) + "\n"
                + ResourceText.beside(Pacman.class, "install.sh");
        return new Operation(script, fetching.payloads());
    }

    /** The lock is had, {@code run_pacman} is pacman for somebody who cannot answer, and what was cut off is finished. */
    private String prelude(PacmanProxies fetching, RetryPolicy patience, Duration lockPatience) {
        return fetching.before()
                + LockWait.awaited(this, lockPatience)
                + """
                run_pacman() {
                    %s %s--noconfirm --noprogressbar "$@" </dev/null
                }
                """.formatted(patience.before("pacman"), fetching.option())
                + unfinished()
                + ResourceText.beside(Pacman.class, "finish.sh");
    }

    @Override
    public Optional<Operation> building(
            PackageRecipe recipe, PackageProxies proxies, RetryPolicy patience, Duration lockPatience) {
        PacmanProxies fetching = new PacmanProxies(proxies);
        List<Payload> payloads = new ArrayList<>(fetching.payloads());
        payloads.add(Payload.text(recipe.text()));
        return Optional.of(new Operation(
                prelude(fetching, patience, lockPatience)
                        + ResourceText.beside(Pacman.class, "build.sh")
                        + "build_package " + Shell.words(List.of(recipe.name(), recipe.sha256())) + "\n",
                payloads));
    }

    /** Lines are {@code NAME OLD -> NEW}, with a mark after those that are to stay as they are; where there are none, pacman fails. */
    @Override
    public String waiting() {
        return """
                planned=$(LC_ALL=C pacman -Qu) || planned=
                while read -r name old arrow new mark; do
                    [ -z "$new" ] || [ "$mark" = '[ignored]' ] || echo "other $name"
                done <<END
                $planned
                END
                """;
    }

    @Override
    public Operation upgrade(UpgradeScope scope, PackageProxies proxies, RetryPolicy patience, Duration lockPatience) {
        if (scope == UpgradeScope.SECURITY) {
            throw new IllegalArgumentException("pacman has no security updates alone");
        }
        PacmanProxies fetching = new PacmanProxies(proxies);
        String script = prelude(fetching, patience, lockPatience) + """
                run_pacman -Syu
                mkdir -p /var/lib/urania
                : >%s
                """.formatted(LISTS_FETCHED);
        return new Operation(script, fetching.payloads());
    }

    private static String unfinished() {
        return ResourceText.beside(Pacman.class, "unfinished.sh");
    }

    @Override
    public String program() {
        return "pacman";
    }

    @Override
    public String toInstall(Collection<String> names) {
        return "pacman -S --needed " + String.join(" ", names);
    }

    @Override
    public boolean installsHeld() {
        return true;
    }

    @Override
    public String toRelease(Collection<String> names) {
        return "remove " + String.join(", ", names) + " from IgnorePkg in /etc/pacman.conf";
    }

    @Override
    public String toUpgrade() {
        return "pacman -Syu";
    }

    @Override
    public boolean hasSecurityUpdates() {
        return false;
    }

    @Override
    public String toClean() {
        return "pacman -Sc";
    }

    @Override
    public String toFinish() {
        return "rm -f " + LOCK
                + "; pacman -Dk; and pacman -S --overwrite '*' for each package whose description is missing";
    }

    @Override
    public String toFindOwner(String path) {
        return "pacman -Qo " + path;
    }

    @Override
    public List<String> directories() {
        return List.of(DATABASE);
    }
}

package io.urania.engine.resource.packages;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.resource.Resource;
import io.urania.engine.shell.Shell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Packages of the operating system, installed in one call of its package manager.
 *
 * @param purpose what they are for: part of the task's name
 * @param names as Debian names them
 * @param proxies through which they are fetched
 */
public record Packages(String purpose, List<String> names, PackageProxies proxies) implements Resource {

    /** Packages that are fetched as the host's own configuration says. */
    public Packages(String purpose, List<String> names) {
        this(purpose, names, PackageProxies.NONE);
    }

    /** The same packages, fetched through proxies. */
    public Packages through(PackageProxies others) {
        return new Packages(purpose, names, others);
    }

    public Packages {
        names = List.copyOf(names);
    }

    /** A mirror may be away for a while, and installing what is half installed goes on with it. */
    private static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ofMinutes(20), 2);

    /** What a timer of the system installs on a slow card takes no longer; apt-get itself waits for who comes in between. */
    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "packages for " + purpose;
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>();
        names.forEach(name -> questions.add(PackageProbe.of(name)));
        return questions;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        TreeSet<String> missing = new TreeSet<>(names);
        missing.removeIf(name -> planning.facts().answer(PackageProbe.of(name)));
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                        Action.CREATE,
                        "install " + String.join(", ", missing),
                        "not installed",
                        "installed",
                        install(missing))
                .with(PATIENCE));
    }

    /**
     * Package lists are fetched only if the installation fails without: it is slow, and most hosts have them. An earlier
     * installation that was cut off is finished first then; apt-get refuses to work until that is done. A mirror that says
     * nothing is given up after less than two minutes, and not asked for lists then. Old lists are given up when new ones cannot
     * be had: what they name may be gone.
     */
    private Operation install(TreeSet<String> missing) {
        String script = proxies.before()
                + """
                %4$s
                DEBIAN_FRONTEND=noninteractive
                export DEBIAN_FRONTEND
                apt() {
                    %2$s %3$s-qq -y -o DPkg::Lock::Timeout=20 -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confold \\
                        -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -o Acquire::Retries=1 "$@"
                }
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
                """.formatted(
                                Shell.words(missing),
                                PATIENCE.before("apt-get"),
                                proxies.option(),
                                DpkgLock.awaited(LOCK_PATIENCE));
        return new Operation(script, proxies.payloads());
    }
}

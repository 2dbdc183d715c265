package io.urania.engine.resource.packages;

import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.PackageProxies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Packages of the operating system, installed in one call of its package manager.
 *
 * @param purpose what they are for: part of the task's name
 * @param names as the host's system names them
 * @param proxies through which they are fetched
 */
public record Packages(String purpose, PackageNames names, PackageProxies proxies) implements Resource {

    /** A mirror may be away for a while, and installing what is half installed goes on with it. */
    private static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ofMinutes(20), 2);

    /** What a timer of the system installs on a slow card takes no longer. */
    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(5);

    /** Packages that are fetched as the host's own configuration says. */
    public Packages(String purpose, PackageNames names) {
        this(purpose, names, PackageProxies.NONE);
    }

    /** The same packages, fetched through proxies. */
    public Packages through(PackageProxies others) {
        return new Packages(purpose, names, others);
    }

    /** The task of a host that installs the packages for a purpose. */
    public static TaskId task(String host, String purpose) {
        return new TaskId(host, name(purpose));
    }

    private static String name(String purpose) {
        return "packages for " + purpose;
    }

    @Override
    public String name() {
        return name(purpose);
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(names.questions());
        names.candidates().forEach(name -> questions.add(PackageProbe.of(name)));
        return questions;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Facts facts = planning.facts();
        TreeMap<String, PackageManager> missing = new TreeMap<>();
        for (String name : names.on(facts)) {
            PackageFact fact = facts.answer(PackageProbe.of(name));
            if (!fact.isInstalled()) {
                missing.put(name, fact.manager());
            }
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        PackageManager manager = missing.firstEntry().getValue();
        return Optional.of(Difference.of(
                        Action.CREATE,
                        "install " + String.join(", ", missing.keySet()),
                        "not installed",
                        "installed",
                        manager.installation(missing.navigableKeySet(), proxies, PATIENCE, LOCK_PATIENCE))
                .with(PATIENCE));
    }
}

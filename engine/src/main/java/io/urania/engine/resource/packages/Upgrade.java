package io.urania.engine.resource.packages;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.UpgradeScope;
import io.urania.engine.text.Count;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The packages of a host are the newest that its sources have. What there is, is asked of the sources once a day.
 *
 * @param scope which packages
 * @param proxies through which they are fetched
 * @param gate what has to be well around it, where others depend on the host
 */
public record Upgrade(UpgradeScope scope, PackageProxies proxies, Optional<Gate> gate) implements Resource {

    public static final String NAME = "upgrade";

    private static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ofMinutes(60), 2);
    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_NAMED = 6;

    /** The same behind a gate. */
    public Upgrade through(Gate other) {
        return new Upgrade(scope, proxies, Optional.of(other));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(UpgradeProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        UpgradeFact fact = planning.facts().answer(UpgradeProbe.QUESTION);
        if (scope == UpgradeScope.SECURITY && !fact.manager().hasSecurityUpdates()) {
            return Optional.of(impossible(fact));
        }
        SortedSet<String> waiting = fact.waiting(scope);
        if (waiting.isEmpty() && !fact.areListsOld()) {
            return Optional.empty();
        }
        Operation upgrade = fact.manager().upgrade(scope, proxies, PATIENCE, LOCK_PATIENCE);
        Difference difference = Difference.of(
                        Action.CHANGE,
                        waiting.isEmpty()
                                ? "fetch the lists of packages, and upgrade what is newer"
                                : upgrading(waiting),
                        fact.areListsOld() ? "lists of packages older than a day" : "older packages",
                        scope == UpgradeScope.FULL ? "newest packages" : "security updates installed",
                        gate.map(one -> new Operation(
                                        one.before() + upgrade.script() + one.after(), upgrade.payloads()))
                                .orElse(upgrade))
                .with(PATIENCE)
                .interrupting(List.of(new Interruption(
                        "services of upgraded packages", "they are restarted by their packages, one after the other")));
        return Optional.of(gate.map(one -> difference.inTurn(one.turn())).orElse(difference));
    }

    private static String upgrading(SortedSet<String> waiting) {
        String named = String.join(", ", waiting.stream().limit(MOST_NAMED).toList());
        return "upgrade " + Count.of(waiting.size(), "package") + ": " + named
                + (waiting.size() > MOST_NAMED ? ", …" : "");
    }

    private static Difference impossible(UpgradeFact fact) {
        return Difference.of(
                Action.CHANGE,
                "install security updates",
                "not possible",
                "security updates installed",
                Operation.of("echo "
                        + Shell.quote(fact.manager().name()
                                + " has no security updates alone: set host_upgrade to full or none for this host")
                        + "\nexit 1\n"));
    }
}

package io.urania.engine.plan;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a plan is meant.
 *
 * @param hosts names of hosts; empty for all
 * @param phases titles of phases; empty for all
 */
public record Scope(Set<String> hosts, Set<String> phases) {

    /** The whole plan. */
    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        hosts = Collections.unmodifiableSet(new LinkedHashSet<>(hosts));
        phases = Collections.unmodifiableSet(new LinkedHashSet<>(phases));
    }

    public boolean isAll() {
        return hosts.isEmpty() && phases.isEmpty();
    }

    /** Whether a change is meant itself, not only because another one needs it. */
    public boolean names(Change change) {
        return (hosts.isEmpty() || hosts.contains(change.host()))
                && (phases.isEmpty() || phases.contains(change.phase()));
    }

    /**
     * The changes that are meant, and all that they need, wherever that is: the part can be carried out by itself. Those that only come
     * before them in a turn are not needed.
     */
    public Plan of(Plan plan) {
        Map<TaskId, Change> changes =
                plan.changes().stream().collect(Collectors.toMap(Change::id, Function.identity()));
        Set<TaskId> wanted = new HashSet<>();
        List<Change> backwards = plan.changes().reversed();
        for (Change change : backwards) {
            if (names(change) || wanted.contains(change.id())) {
                wanted.add(change.id());
                change.needs().stream()
                        .filter(need -> !isOfItsTurn(change, changes.get(need)))
                        .forEach(wanted::add);
            }
        }
        List<Change> part = plan.changes().stream()
                .filter(change -> wanted.contains(change.id()))
                .map(change -> change.needing(
                        change.needs().stream().filter(wanted::contains).collect(Collectors.toSet())))
                .toList();
        return new Plan(part, plan.unchanged());
    }

    private static boolean isOfItsTurn(Change change, @Nullable Change need) {
        return need != null
                && change.difference().turn().isPresent()
                && change.difference().turn().equals(need.difference().turn());
    }
}

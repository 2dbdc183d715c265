package io.urania.engine.run;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Outputs;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a run has come: which changes are left, and what can be sent to a host next. Used by one thread. */
final class Progress {

    private final Map<TaskId, Change> left = new LinkedHashMap<>();
    private final Set<TaskId> running = new HashSet<>();
    private final Set<TaskId> pausing = new HashSet<>();
    private final Set<Slot> busy = new HashSet<>();
    private final Map<TaskId, Status> statuses = new HashMap<>();
    private final Map<TaskId, String> outputs = new HashMap<>();
    private final Priorities priorities;

    Progress(Plan plan) {
        plan.changes().forEach(change -> left.put(change.id(), change));
        this.priorities = new Priorities(plan);
    }

    /** One host's lane: at most one batch runs in it. */
    record Slot(String host, Lane lane) {
        static Slot of(Change change) {
            return new Slot(change.host(), change.lane());
        }
    }

    /** The batch that should start next: changes of one slot, each after what it needs. */
    Optional<List<Change>> nextBatch() {
        return left.values().stream()
                .filter(change -> !running.contains(change.id()) && !busy.contains(Slot.of(change)))
                .filter(change -> isReady(change, Set.of()) && isAllowed(change))
                .max(Comparator.comparingInt(priorities::of))
                .map(first -> batchFor(Slot.of(first)));
    }

    /** What wants its host for itself waits until nothing runs there, and everything else waits for it. */
    private boolean isAllowed(Change change) {
        return change.lane() == Lane.ALONE
                ? busy.stream().noneMatch(slot -> slot.host().equals(change.host()))
                : left.values().stream()
                        .filter(other ->
                                other.lane() == Lane.ALONE && other.host().equals(change.host()))
                        .noneMatch(other -> running.contains(other.id()) || isReady(other, Set.of()));
    }

    void started(List<Change> batch) {
        batch.forEach(change -> running.add(change.id()));
        busy.add(Slot.of(batch.getFirst()));
    }

    void done(Change change, Status.Done status, String output) {
        settle(change.id(), status);
        outputs.put(change.id(), output);
    }

    /** A change that did not work is made again, but not before {@link #resume}. */
    void pause(Change change) {
        pausing.add(change.id());
    }

    void resume(Change change) {
        pausing.remove(change.id());
    }

    /** Whether something waits to be made again. */
    boolean isPausing() {
        return left.keySet().stream().anyMatch(pausing::contains);
    }

    /** Notes a failure and gives up everything that needs the change; returns what was given up. */
    List<Change> failed(Change change, Status.Failed status) {
        settle(change.id(), status);
        return block(change.id(), Set.of());
    }

    /**
     * Gives up what is left for a host that cannot be used any more, and what needs it; what another lane of the host
     * is running is left to come to its own end.
     */
    List<Change> giveUp(String host, TaskId cause) {
        Set<TaskId> hopeless = left.values().stream()
                .filter(change -> change.host().equals(host) && !running.contains(change.id()))
                .map(Change::id)
                .collect(Collectors.toSet());
        return block(cause, hopeless);
    }

    /** Gives up all that is left, because the run ends here. */
    void leave(Stop.Cause cause) {
        List.copyOf(left.keySet()).forEach(id -> settle(id, new Status.Left(cause)));
    }

    private List<Change> block(TaskId cause, Set<TaskId> hopeless) {
        List<Change> blocked = new ArrayList<>();
        Set<TaskId> lost = new HashSet<>(hopeless);
        lost.add(cause);
        for (Change other : List.copyOf(left.values())) { // in an order in which needs come first
            if (hopeless.contains(other.id()) || other.needs().stream().anyMatch(lost::contains)) {
                lost.add(other.id());
                blocked.add(other);
                settle(other.id(), new Status.Blocked(cause));
            }
        }
        return blocked;
    }

    /** The slot of a batch is free again; what the batch did not come to is left. */
    void ended(List<Change> batch) {
        batch.forEach(change -> running.remove(change.id()));
        busy.remove(Slot.of(batch.getFirst()));
    }

    boolean isFinished() {
        return left.isEmpty();
    }

    /** What is neither done nor given up. */
    Set<TaskId> left() {
        return Set.copyOf(left.keySet());
    }

    Map<TaskId, Status> statuses() {
        return Map.copyOf(statuses);
    }

    /** A copy that a batch may read while the run goes on. */
    Outputs outputs() {
        Map<TaskId, String> copy = Map.copyOf(outputs);
        return task -> Optional.ofNullable(copy.get(task));
    }

    private void settle(TaskId id, Status status) {
        left.remove(id);
        statuses.put(id, status);
    }

    private List<Change> batchFor(Slot slot) {
        List<Change> candidates = new ArrayList<>(left.values().stream()
                .filter(change -> Slot.of(change).equals(slot))
                .toList());
        Map<TaskId, Change> batch = new LinkedHashMap<>();
        boolean grown = true;
        // What must be confirmed is the last of its batch: nothing relies on it before.
        while (grown && batch.values().stream().noneMatch(Progress::mustBeConfirmed)) {
            Optional<Change> next = candidates.stream()
                    .filter(change -> isReady(change, batch.keySet()))
                    .max(Comparator.comparingInt(priorities::of));
            grown = next.isPresent();
            next.ifPresent(change -> {
                batch.put(change.id(), change);
                candidates.remove(change);
            });
        }
        return List.copyOf(batch.values());
    }

    private static boolean mustBeConfirmed(Change change) {
        return change.difference().confirmation().isPresent();
    }

    /** Whether everything a change needs is done or goes before it; what it is made from must be done. */
    private boolean isReady(Change change, Set<TaskId> before) {
        Set<TaskId> open = new LinkedHashSet<>(change.needs());
        open.removeIf(need -> statuses.get(need) instanceof Status.Done || before.contains(need));
        return open.isEmpty()
                && !pausing.contains(change.id())
                && change.difference().inputs().stream().noneMatch(left::containsKey);
    }
}

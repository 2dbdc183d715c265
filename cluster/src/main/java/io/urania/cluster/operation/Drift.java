package io.urania.cluster.operation;

import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far hosts differ from what is wanted. */
final class Drift {

    private Drift() {}

    /** How many changes a plan has, by host; hosts without any are left out. */
    static SortedMap<String, Integer> of(Plan plan) {
        SortedMap<String, Integer> drift = new TreeMap<>();
        for (Change change : plan.changes()) {
            drift.merge(change.host(), 1, Integer::sum);
        }
        return drift;
    }
}

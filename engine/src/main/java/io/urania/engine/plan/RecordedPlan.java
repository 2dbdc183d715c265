package io.urania.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as it was shown and kept: enough to see whether a plan that is made later is the same.
 *
 * @param scope the part of the whole plan that it is
 * @param fingerprints those with which it was kept
 */
public record RecordedPlan(Scope scope, Fingerprints fingerprints, List<Entry> entries) {

    public RecordedPlan {
        entries = List.copyOf(entries);
    }

    /**
     * One change of it.
     *
     * @param before what was so then, in a few words
     * @param after what would be so, in a few words
     */
    public record Entry(TaskId id, String title, String before, String after, String fingerprint) {}

    /**
     * In what the hosts, or what is wanted of them, have moved since; one sentence for each change, which begins with
     * its host. Empty if the plan that is made now is this one.
     */
    public List<String> departures(Plan now) {
        Map<TaskId, Change> present = new LinkedHashMap<>();
        now.changes().forEach(change -> present.put(change.id(), change));
        List<String> sentences = new ArrayList<>();
        for (Entry entry : entries) {
            Change change = present.remove(entry.id());
            if (change == null) {
                sentences.add(entry.id() + ": nothing left to change; was: " + entry.title());
            } else if (!fingerprints.of(change).equals(entry.fingerprint())) {
                sentences.add(entry.id() + ": " + moved(entry, change));
            }
        }
        present.values().forEach(change -> sentences.add(change.id() + ": not in the plan: " + change.title()));
        return List.copyOf(sentences);
    }

    private static String moved(Entry entry, Change change) {
        Difference difference = change.difference();
        if (!entry.title().equals(change.title())) {
            return "was: " + entry.title() + "; now: " + change.title();
        }
        if (!entry.before().equals(difference.before().summary())) {
            return "state was: " + entry.before() + "; now: "
                    + difference.before().summary();
        }
        if (!entry.after().equals(difference.after().summary())) {
            return "desired state was: " + entry.after() + "; now: "
                    + difference.after().summary();
        }
        return entry.title() + ": its content or what it depends on has changed";
    }
}

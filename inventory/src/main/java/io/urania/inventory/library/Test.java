package io.urania.inventory.library;

import io.urania.inventory.value.Value;
import java.util.Map;

/** {@code subject is name(arguments)}. */
@FunctionalInterface
public interface Test {
    /** Throws {@link io.urania.inventory.python.OperationException} if it makes no sense for these values. */
    boolean check(Value subject, Call call);

    /** Tests of Ansible that Urania refuses, with the reason. */
    static Map<String, String> refusals() {
        String task = "it asks about the result of a task, and an inventory has none";
        String machine = "it depends on the machine it is rendered on";
        return Map.ofEntries(
                Map.entry("failed", task),
                Map.entry("failure", task),
                Map.entry("succeeded", task),
                Map.entry("success", task),
                Map.entry("successful", task),
                Map.entry("reachable", task),
                Map.entry("unreachable", task),
                Map.entry("timedout", task),
                Map.entry("changed", task),
                Map.entry("change", task),
                Map.entry("skipped", task),
                Map.entry("skip", task),
                Map.entry("finished", task),
                Map.entry("started", task),
                Map.entry("exists", machine),
                Map.entry("file", machine),
                Map.entry("is_file", machine),
                Map.entry("directory", machine),
                Map.entry("is_dir", machine),
                Map.entry("link", machine),
                Map.entry("is_link", machine),
                Map.entry("link_exists", machine),
                Map.entry("mount", machine),
                Map.entry("is_mount", machine),
                Map.entry("same_file", machine),
                Map.entry("is_same_file", machine),
                Map.entry("vaulted_file", machine),
                Map.entry("resolvable", machine));
    }
}

package io.urania.inventory.library;

import io.urania.inventory.problem.Suggestion;
import io.urania.inventory.python.OperationException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All filters, tests and lookups by name. Names of Ansible's collections may stand before them. */
public final class Library {
    private static final List<String> COLLECTIONS =
            List.of("ansible.builtin.", "ansible.utils.", "ansible.netcommon.", "ansible.legacy.");

    private final Map<String, Filter> filters;
    private final Map<String, Test> tests;
    private final Map<String, Lookup> lookups;

    /** What can be called, each by its plain name. */
    public Library(Map<String, Filter> filters, Map<String, Test> tests, Map<String, Lookup> lookups) {
        this.filters = Map.copyOf(filters);
        this.tests = Map.copyOf(tests);
        this.lookups = Map.copyOf(lookups);
    }

    /** A filter; those that Ansible has and Urania refuses give the reason. */
    public Filter filter(String name) {
        String reason = Filter.refusals().get(plain(name));
        if (reason != null) {
            throw new OperationException("the filter '" + name + "' is refused", reason, "write the value itself");
        }
        return known("filter", name, filters, List.of());
    }

    public boolean hasFilter(String name) {
        return filters.containsKey(plain(name));
    }

    public boolean hasTest(String name) {
        return tests.containsKey(plain(name))
                || plain(name).equals("defined")
                || plain(name).equals("undefined");
    }

    /** A test; those that Ansible has and Urania refuses give the reason. */
    public Test test(String name) {
        String reason = Test.refusals().get(plain(name));
        if (reason != null) {
            throw new OperationException("the test '" + name + "' is refused", reason, "write the value itself");
        }
        return known("test", name, tests, List.of("defined", "undefined"));
    }

    /** A lookup; those that Ansible has and Urania refuses give the reason. */
    public Lookup lookup(String name) {
        String reason = Lookup.refusals().get(plain(name));
        if (reason != null && !lookups.containsKey(plain(name))) {
            String allowed = plain(name).equals("pipe") ? ", or pass --allow-pipe-lookups if you trust its author" : "";
            throw new OperationException(
                    "the lookup '" + name + "' is refused", reason, "write the value itself" + allowed);
        }
        return known("lookup", name, lookups, List.of());
    }

    /** The name without the collection it is in. */
    public static String plain(String name) {
        return COLLECTIONS.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(collection -> name.substring(collection.length()))
                .orElse(name);
    }

    private static <T> T known(String kind, String name, Map<String, T> all, Collection<String> alsoKnown) {
        @Nullable T found = all.get(plain(name));
        if (found == null) {
            Set<String> names = new TreeSet<>(all.keySet());
            names.addAll(alsoKnown);
            throw new OperationException(
                    "unknown " + kind + " '" + name + "'",
                    "",
                    Suggestion.didYouMean(plain(name), names, "Urania does not support it: write the value itself"));
        }
        return found;
    }
}

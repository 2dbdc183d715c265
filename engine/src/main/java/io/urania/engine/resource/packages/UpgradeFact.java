package io.urania.engine.resource.packages;

import io.urania.engine.system.PackageManager;
import io.urania.engine.system.UpgradeScope;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a host could upgrade.
 *
 * @param manager what keeps its packages
 * @param areListsOld whether nobody knows what there is: Urania has not fetched the lists of packages within a day
 * @param security packages with a security update
 * @param others all others that an upgrade would change
 */
public record UpgradeFact(
        PackageManager manager, boolean areListsOld, SortedSet<String> security, SortedSet<String> others) {

    public UpgradeFact {
        security = Collections.unmodifiableSortedSet(new TreeSet<>(security));
        others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
    }

    /** The packages that an upgrade changes. */
    public SortedSet<String> waiting(UpgradeScope scope) {
        return switch (scope) {
            case SECURITY -> security;
            case FULL -> {
                SortedSet<String> all = new TreeSet<>(security);
                all.addAll(others);
                yield all;
            }
        };
    }
}

package io.urania.inventory.evaluation;

import java.util.Collection;
import java.util.Optional;

/** What {@code hostvars} gives access to. */
public interface Hosts {
    Optional<HostScope> scope(String host);

    Collection<String> names();
}

package io.urania.inventory.evaluation;

import io.urania.inventory.value.Value;
import java.util.Collection;
import java.util.Optional;

/** The variables that templates of one host see. */
public interface HostScope {
    String host();

    /** A variable as written, its templates unrendered. */
    Optional<Value> variable(String name);

    /** A value that Ansible itself provides, such as {@code inventory_hostname}; it wins over a variable of that name. */
    Optional<Value> special(String name);

    /** Every name that means something, for suggestions. */
    Collection<String> names();
}

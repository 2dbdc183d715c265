package io.urania.inventory.value;

import java.util.Collection;

/** Entries of a mapping that are made when they are asked for: they are neither copied nor counted before. */
public interface DeferredEntries {
    /** Names that mean something, for suggestions. */
    Collection<String> names();

    /** What Ansible calls such a mapping. */
    String typeName();

    /** What the mapping weighs while nothing of it is made. */
    int weight();
}

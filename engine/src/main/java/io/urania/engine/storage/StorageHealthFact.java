package io.urania.engine.storage;

import java.util.Map;

/**
 * How cards and disks are.
 *
 * @param errors how many errors of an ext4 file system are noted in it, by the name of its device; those with none are left out
 * @param wear how much of the life of soldered memory (eMMC) is used, in tenths, by device: 11 is more than all of it
 */
public record StorageHealthFact(Map<String, Long> errors, Map<String, Integer> wear) {

    public StorageHealthFact {
        errors = Map.copyOf(errors);
        wear = Map.copyOf(wear);
    }
}

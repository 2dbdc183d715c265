package io.urania.engine.resource.kernel;

import java.util.Optional;

/**
 * A kernel parameter.
 *
 * @param live its value now, with single spaces between several numbers; empty if the running kernel does not have it
 * @param atBoot what sets it at the next boot, if anything does
 */
public record SysctlFact(Optional<String> live, Optional<Setting> atBoot) {

    /**
     * A line of a file of sysctl.d(5).
     *
     * @param file absolute path
     * @param value with single spaces between several numbers
     */
    public record Setting(String file, String value) {}
}

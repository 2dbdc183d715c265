package io.urania.engine.process;

import java.util.List;

/**
 * What Debian's package manager is at.
 *
 * @param holders who has its locks; empty if nobody is at work
 * @param interrupted whether an installation was cut off, so that apt-get refuses to work until dpkg has finished it
 */
public record PackageManagerFact(List<RunningProcess> holders, boolean interrupted) {

    public PackageManagerFact {
        holders = List.copyOf(holders);
    }
}

package io.urania.engine.resource.packages;

import io.urania.engine.process.RunningProcess;
import io.urania.engine.system.PackageManager;
import java.util.List;

/**
 * What a host's package manager is at.
 *
 * @param manager which one it is
 * @param holders who has its lock; empty if nobody is at work
 * @param interrupted whether an installation was cut off, so that it refuses to work until that has been finished
 */
public record PackageManagerFact(PackageManager manager, List<RunningProcess> holders, boolean interrupted) {

    public PackageManagerFact {
        holders = List.copyOf(holders);
    }
}

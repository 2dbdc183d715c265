package io.urania.engine.resource.packages;

import io.urania.engine.system.PackageManager;

/**
 * Whether a package is there.
 *
 * @param manager who says so
 * @param isInstalled whether it is installed whole
 * @param isHeld whether somebody wants it to stay as it is
 */
public record PackageFact(PackageManager manager, boolean isInstalled, boolean isHeld) {

    /** One that may be changed. */
    public PackageFact(PackageManager manager, boolean isInstalled) {
        this(manager, isInstalled, false);
    }
}

package io.urania.engine.resource.packages;

import io.urania.engine.system.PackageManager;

/**
 * Whether a package is there.
 *
 * @param manager who says so
 * @param isInstalled whether it is installed whole
 */
public record PackageFact(PackageManager manager, boolean isInstalled) {}

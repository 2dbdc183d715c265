package io.urania.control.bundle;

import io.urania.artifacts.bundle.BundleRights;
import io.urania.control.port.Telling;
import io.urania.engine.shell.Shell;
import java.io.IOException;
import java.nio.file.Path;

/** Tells of bundles that other accounts could change. */
public record BundleWarning(Telling telling) {

    /** Tells, if there is something to tell of the bundle in a directory. */
    public void tell(Path directory) throws IOException {
        BundleRights.doubt(directory)
                .ifPresent(doubt -> telling.warn("others can change the bundle " + directory
                        + ", and so decide what hosts run: " + doubt + "; remove their permission with: chmod -R go-w "
                        + Shell.quote(directory.toString()) + ", and verify the bundle"));
    }
}

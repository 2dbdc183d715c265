package io.urania.lab;

import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests have in common that make a rack and take it away again. */
abstract class TestWithItsOwnRack {

    @TempDir
    Path directory;

    /** Makes the rack, whose hosts do not run yet. */
    final Rack create(RackOptions options) throws RackException, IOException, InterruptedException {
        Rack.installPackages(Rack.missingPackages(options), RackProgress.silent());
        return Rack.create(place(), options);
    }

    static void start(Rack rack) throws RackException, IOException, InterruptedException {
        rack.start(List.of(), RackProgress.silent());
    }

    final Path place() {
        return directory.resolve("rack");
    }

    @AfterEach
    final void destroy() throws Exception {
        if (Rack.exists(place())) {
            Rack.open(place()).destroy(RackProgress.silent());
        }
    }
}

package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.PathsSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.PathVariables;
import java.nio.file.Path;

/** Reads the directories. */
final class PathsReader {
    private final Source source;

    PathsReader(Source source) {
        this.source = source;
    }

    PathsSpec read() {
        return new PathsSpec(
                source.get(PathVariables.PROGRAMS),
                source.get(PathVariables.CNI_PROGRAMS),
                source.get(PathVariables.CONFIGURATION),
                source.get(PathVariables.MANIFESTS),
                source.get(PathVariables.CERTIFICATES),
                ownDirectory(PathVariables.CREDENTIALS, "credentials"),
                ownDirectory(PathVariables.ARTIFACTS, "artifacts"));
    }

    private Path ownDirectory(Variable<String> variable, String name) {
        Path beside = source.inventory().directory();
        return source.find(variable).map(Path::of).orElseGet(() -> beside.resolve(name));
    }
}

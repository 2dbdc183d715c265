package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.version.VersionTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fills up a bundle, in a process that ends on the way as a killed one does: with no word to anybody. */
final class KilledFilling {
    static final int STATUS = 9;

    private KilledFilling() {}

    public static void main(String[] words) throws Exception {
        DescribedSource source = new DescribedSource(new ArrayList<>());
        ArtifactSource killing = new ArtifactSource() {
            @Override
            public String description() {
                return source.description();
            }

            @Override
            public Answer fetch(Artifact artifact, Path destination) {
                source.fetch(artifact, destination);
                Runtime.getRuntime().halt(STATUS);
                throw new AssertionError("halted");
            }
        };
        new BundleCreator(VersionTable.standard(), List.of(killing), Progress.silent())
                .fill(
                        Bundle.open(Path.of(words[0])),
                        Usual.contents(new KubernetesVersion(1, 36, 3), Architecture.AMD64));
    }
}

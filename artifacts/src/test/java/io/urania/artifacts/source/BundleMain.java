package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.bundle.Bundle;
import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.version.VersionTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes a bundle in the user's cache, to try the real sources by hand: {@code BundleMain v1.36.3 amd64}. */
final class BundleMain {
    private BundleMain() {}

    public static void main(String[] arguments) throws Exception {
        KubernetesVersion version = KubernetesVersion.parse(arguments[0]);
        TreeSet<Architecture> architectures = new TreeSet<>();
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            architectures.add(Architecture.parse(name));
        }
        Progress progress = new Lines();
        Path cache =
                BundleCache.defaultDirectory(Map.copyOf(System.getenv()), Path.of(System.getProperty("user.home")));
        BundleCreator creator = new BundleCreator(
                VersionTable.standard(),
                StandardSources.inOrder(Optional.empty(), Map.of(), cache, progress),
                progress);
        Bundle bundle = new BundleCache(cache.resolve("bundles"))
                .obtain(
                        version,
                        architectures,
                        directory -> creator.create(
                                Usual.contents(version, architectures.first()).on(architectures), directory),
                        progress);
        bundle.verify();
        System.out.println(bundle.directory());
    }

    private static final class Lines implements Progress {
        @Override
        public void started(String what, int done, int total) {}

        @Override
        public void finished(String what, int done, int total, Duration elapsed) {
            System.out.printf("%d/%d %s: %.1f s%n", done, total, what, elapsed.toMillis() / 1000.0);
        }

        @Override
        public void note(String text) {
            System.out.println(text);
        }
    }
}

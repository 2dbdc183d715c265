package io.urania.cluster.kubespray;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One release's files, unpacked. */
record UnpackedTree(Path root) implements KubesprayCheckout {
    @Override
    public List<Release> releases() {
        return List.of(Release.DEVELOPMENT);
    }

    @Override
    public Map<String, String> files(Release release, Predicate<String> wanted) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(path).toString();
                if (wanted.test(name)) {
                    files.put(name, Files.readString(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}

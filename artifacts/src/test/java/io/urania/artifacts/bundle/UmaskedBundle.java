package io.urania.artifacts.bundle;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.KubernetesVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Makes a small bundle, in a process that has a umask of its own. */
final class UmaskedBundle {
    private UmaskedBundle() {}

    public static void main(String[] words) throws Exception {
        new NewBundle(Path.of(words[0])).make(UmaskedBundle::fill);
    }

    static void fill(Path empty) {
        try {
            BundleWriter writer = new BundleWriter(empty);
            Files.writeString(writer.filePath("cni/bridge", Architecture.AMD64), "bridge");
            writer.addFile("cni/bridge", Architecture.AMD64, "v1", "a test");
            Files.writeString(writer.imagePath("pause", Architecture.AMD64), "pause");
            writer.addImage("pause", "pause:1", Architecture.AMD64, "v1", "a test");
            writer.finish(
                    new KubernetesVersion(1, 36, 3), new TreeSet<>(List.of(Architecture.AMD64)), List.of("pause"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

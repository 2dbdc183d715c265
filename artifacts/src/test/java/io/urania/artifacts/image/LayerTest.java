package io.urania.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerTest {
    @TempDir
    private Path directory;

    private Path layer(String name, List<LayerEntry> entries) throws IOException {
        Path tar = directory.resolve(name);
        new Layer(entries).write(tar);
        return tar;
    }

    private List<LayerEntry> entries() throws IOException {
        Path program = Files.writeString(directory.resolve("program"), "#!");
        return List.of(
                new LayerEntry.Program("usr/sbin/nft", program),
                new LayerEntry.Link("usr/sbin/iptables", "iptables-wrapper"),
                new LayerEntry.Directory("tmp", true));
    }

    @Test
    void hasItsEntriesSortedWithTheDirectoriesTheyAreInAndTheSameOwnerAndTime() throws IOException {
        List<String> lines = new ArrayList<>();
        for (TarArchiveEntry entry : tarEntries(layer("layer.tar", entries()))) {
            assertThat(entry.getLastModifiedTime()).isEqualTo(FileTime.fromMillis(0));
            assertThat(entry.getLongUserId() + entry.getLongGroupId()).isZero();
            lines.add(Integer.toOctalString(entry.getMode() & 07777) + " " + entry.getName()
                    + (entry.isSymbolicLink() ? " -> " + entry.getLinkName() : ""));
        }
        assertThat(lines)
                .containsExactly(
                        "1777 tmp/",
                        "755 usr/",
                        "755 usr/sbin/",
                        "777 usr/sbin/iptables -> iptables-wrapper",
                        "755 usr/sbin/nft");
    }

    @Test
    void hasTheSameBytesWhateverTheOrderAndTheTimesOfTheFiles() throws IOException {
        Path first = layer("first.tar", entries());
        Files.setLastModifiedTime(directory.resolve("program"), FileTime.fromMillis(1));
        Path second = layer("second.tar", entries().reversed());
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void becomesAnArchiveWithTheSameBytesEveryTime() throws IOException {
        Path base = layer("base.tar", entries());
        Path top = layer("top.tar", List.of(new LayerEntry.Directory("tmp", true)));
        Path first = directory.resolve("first-image.tar");
        Path second = directory.resolve("second-image.tar");
        for (Path archive : List.of(first, second)) {
            byte[] config = ImageConfig.of(Architecture.ARM, "/nft", List.of(base, top));
            DockerArchive.write(archive, "urania.local/test:1", config, List.of(base, top));
        }
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void isNamedInTheArchivesManifestAndInTheConfiguration() throws IOException {
        Path base = layer("base.tar", entries());
        Path archive = directory.resolve("image.tar");
        byte[] config = ImageConfig.of(Architecture.ARM, "/nft", List.of(base));
        DockerArchive.write(archive, "urania.local/test:1", config, List.of(base));
        String sum = Sha256.of(base);
        assertThat(content(archive, "manifest.json"))
                .isEqualTo("[{\"Config\":\"" + Sha256.of(config)
                        + ".json\",\"RepoTags\":[\"urania.local/test:1\"],\"Layers\":[\"" + sum + "/layer.tar\"]}]");
        assertThat(content(archive, Sha256.of(config) + ".json"))
                .isEqualTo("{\"architecture\":\"arm\",\"variant\":\"v7\",\"os\":\"linux\","
                        + "\"created\":\"1970-01-01T00:00:00Z\",\"config\":{\"Env\":["
                        + "\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/bin:/\"],"
                        + "\"Entrypoint\":[\"/nft\"]},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:"
                        + sum + "\"]}}");
    }

    private static List<TarArchiveEntry> tarEntries(Path tar) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(tar);
                TarArchiveInputStream stream = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static String content(Path tar, String name) throws IOException {
        try (InputStream in = Files.newInputStream(tar);
                TarArchiveInputStream stream = new TarArchiveInputStream(in)) {
            TarArchiveEntry entry = stream.getNextEntry();
            while (!entry.getName().equals(name)) {
                entry = stream.getNextEntry();
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

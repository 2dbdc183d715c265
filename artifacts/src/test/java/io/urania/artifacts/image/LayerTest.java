package io.urania.artifacts.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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
    void keepsTheRightsOfAFileThatIsNoProgram() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "hosts: files dns");
        List<TarArchiveEntry> entries = tarEntries(layer(
                "layer.tar",
                List.of(
                        new LayerEntry.Content("nsswitch.conf", text, 0644),
                        new LayerEntry.Content("su", text, 04755))));
        assertThat(entries)
                .extracting(entry -> Integer.toOctalString(entry.getMode() & 07777) + " " + entry.getName())
                .containsExactly("644 nsswitch.conf", "4755 su");
        assertThat(entries).extracting(TarArchiveEntry::getSize).containsOnly(Files.size(text));
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
}

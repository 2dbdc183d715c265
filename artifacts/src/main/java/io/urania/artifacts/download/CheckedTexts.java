package io.urania.artifacts.download;

import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.files.Sha256;
import io.urania.engine.state.PrivateDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Texts at addresses, each with a known sum: fetched once, and kept under that sum. */
public final class CheckedTexts {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;

    /**
     * Texts that are kept in a directory.
     *
     * @param directory made when it is needed, and nobody else may enter it
     */
    public CheckedTexts(Path directory) {
        this.directory = directory;
    }

    /**
     * The text at an address.
     *
     * @throws ArtifactException if it cannot be fetched, or is another one
     */
    public String text(URI address, String sha256) throws ArtifactException, InterruptedException {
        Path kept = directory.resolve(sha256);
        try {
            if (Files.isRegularFile(kept) && Sha256.of(kept).equals(sha256)) {
                return Files.readString(kept);
            }
            byte[] bytes = fetched(address);
            String sum = Sha256.of(bytes);
            if (!sum.equals(sha256)) {
                throw new ArtifactException(
                        address + " does not match the checksum in the inventory",
                        "its sha256 is " + sum + " instead of " + sha256,
                        "check what it is now, and set its checksum in the inventory if you want that applied");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            keep(bytes, kept);
            return text;
        } catch (CharacterCodingException e) {
            throw new ArtifactException(
                    address + " is not a text in UTF-8",
                    "what it would mean otherwise is anybody's guess",
                    "use the address of a text in UTF-8",
                    e);
        } catch (IOException e) {
            throw new ArtifactException(
                    "cannot save " + address + " in " + directory,
                    String.valueOf(e.getMessage()),
                    "check the directory's permissions and free space",
                    e);
        }
    }

    private void keep(byte[] bytes, Path kept) throws IOException {
        PrivateDirectory.make(directory);
        Path fresh = Files.createTempFile(directory, "text", ".part");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static byte[] fetched(URI address) throws ArtifactException, IOException, InterruptedException {
        try (Downloader downloader = new Downloader(PATIENCE)) {
            return downloader.bytes(address);
        } catch (DownloadFailed e) {
            throw new ArtifactException(
                    "cannot fetch " + address,
                    String.valueOf(e.getMessage()),
                    "check the URL, or save the file in the inventory and set its path",
                    e);
        }
    }
}

package io.urania.artifacts.image;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compression with Zstandard (RFC 8878), which containerd reads in layers since 1.5. */
public final class Zstandard {

    /** Of programs a quarter is left; higher levels take ten times as long for another fiftieth. */
    private static final int LEVEL = 9;

    private Zstandard() {}

    /** Writes a file's compressed form; the same input gives the same bytes. */
    public static void compress(Path file, Path destination) throws IOException {
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(destination), LEVEL)) {
            Files.copy(file, out);
        }
    }
}

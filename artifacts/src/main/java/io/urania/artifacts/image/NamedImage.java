package io.urania.artifacts.image;

import java.nio.file.Path;
import java.util.List;

/**
 * An image to be written into an archive.
 *
 * @param reference its name, with registry and tag
 * @param config the bytes of its configuration
 * @param layers the layers' tars, lowest first; they may be compressed with gzip or Zstandard
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
public record NamedImage(String reference, byte[] config, List<Path> layers) {
    public NamedImage {
        layers = List.copyOf(layers);
    }
}

package io.urania.artifacts.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;

/** How the tar of a layer is compressed, with the media type that says so (OCI image specification, "Layer"). */
enum LayerForm {
    PLAIN("application/vnd.oci.image.layer.v1.tar", ""),
    GZIP("application/vnd.oci.image.layer.v1.tar+gzip", "1f8b"),
    ZSTD("application/vnd.oci.image.layer.v1.tar+zstd", "28b52ffd");

    private static final int LONGEST_BEGINNING = 4;

    private final String mediaType;
    private final String beginning;

    /**
     * @param beginning the first bytes, in hexadecimal digits
     */
    LayerForm(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    String mediaType() {
        return mediaType;
    }

    /** The form of a file, which its first bytes tell: those of a tar are a name. */
    static LayerForm of(Path layer) throws IOException {
        String first;
        try (InputStream in = Files.newInputStream(layer)) {
            first = HexFormat.of().formatHex(in.readNBytes(LONGEST_BEGINNING));
        }
        return Stream.of(GZIP, ZSTD)
                .filter(form -> first.startsWith(form.beginning))
                .findFirst()
                .orElse(PLAIN);
    }
}

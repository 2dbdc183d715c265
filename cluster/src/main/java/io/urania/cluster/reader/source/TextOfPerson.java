package io.urania.cluster.reader.source;

import io.urania.inventory.file.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file on this machine whose text an inventory names, and that ends on hosts or in the cluster. */
public final class TextOfPerson {

    private TextOfPerson() {}

    /**
     * Its text.
     *
     * @param largest in bytes
     * @throws IOException if it is no regular file, is larger, cannot be read, or is no UTF-8; the message is for people
     */
    public static String read(Path file, int largest) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(RegularFile.read(file, largest)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is not a text in UTF-8", e);
        }
    }
}

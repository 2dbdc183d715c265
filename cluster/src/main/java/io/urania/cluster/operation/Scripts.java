package io.urania.cluster.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shell scripts that lie beside this package as resources. */
final class Scripts {

    private Scripts() {}

    static String read(String name) {
        try (InputStream stream = Scripts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no script " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

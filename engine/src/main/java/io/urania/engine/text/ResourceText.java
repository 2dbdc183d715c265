package io.urania.engine.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that lie beside a class as resources, such as the scripts of a probe. */
public final class ResourceText {

    private ResourceText() {}

    /**
     * The whole text of a resource in a class's package.
     *
     * @throws IllegalArgumentException if there is none of this name: a defect
     */
    public static String beside(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no " + name + " beside " + owner.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

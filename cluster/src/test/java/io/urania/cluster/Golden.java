package io.urania.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts as they were when somebody last looked at them, in the folder {@code golden} of a test's resources. With
 * {@code -Dgolden.rewrite=true} they are written anew; look at the difference before you commit it.
 */
public final class Golden {
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

    private Golden() {}

    /** Compares a text with the file of that name among the resources of a test's package. */
    public static void verify(Class<?> test, String name, String text) {
        Path file = RepositoryRoot.resolve("cluster/src/test/resources")
                .resolve(test.getPackageName().replace('.', '/'))
                .resolve("golden")
                .resolve(name);
        try {
            if (REWRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } else if (Files.exists(file)) {
                assertThat(text)
                        .as("%s; if this is meant, run the test with -Dgolden.rewrite=true", name)
                        .isEqualTo(Files.readString(file));
            } else {
                fail("there is no %s yet; run the test with -Dgolden.rewrite=true and read what it writes", file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

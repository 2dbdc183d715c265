package io.urania.artifacts.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The resource files of this module, by their path below {@code io/urania/artifacts}. A missing one is our mistake. */
public final class Resources {
    private static final String ROOT = "/io/urania/artifacts/";

    private Resources() {}

    /** The bytes of a resource. */
    public static byte[] bytes(String path) {
        try (InputStream stream = Resources.class.getResourceAsStream(ROOT + path)) {
            if (stream == null) {
                throw new IllegalStateException("Urania was built without its resource " + ROOT + path);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML resource, whose root has to be a mapping. */
    public static YamlNode yaml(String path) {
        String text = new String(bytes(path), StandardCharsets.UTF_8);
        return YamlNode.of(path, new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text));
    }
}

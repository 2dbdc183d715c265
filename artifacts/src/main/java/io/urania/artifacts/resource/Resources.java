package io.urania.artifacts.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The resource files of this module, by their path below {@code io/urania/artifacts}. A missing one is our mistake. */
public final class Resources {
    private static final String ROOT = "/io/urania/artifacts/";

    private Resources() {}

    /** The bytes of a resource. */
    public static byte[] bytes(String path) {
        return bytes(Resources.class, ROOT + path);
    }

    /**
     * The bytes of a resource of another package or module.
     *
     * @param owner a class that the resource belongs to
     * @param path below the class's package, or with a leading slash from the root
     */
    public static byte[] bytes(Class<?> owner, String path) {
        try (InputStream stream = owner.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "Urania was built without the resource " + path + " of " + owner.getName());
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a resource without those that are comments. */
    public static List<String> lines(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** A YAML resource, whose root has to be a mapping. */
    public static YamlNode yaml(String path) {
        return yaml(Resources.class, ROOT + path);
    }

    /** A YAML resource as {@link #bytes(Class, String)} finds it, whose root has to be a mapping. */
    public static YamlNode yaml(Class<?> owner, String path) {
        String text = new String(bytes(owner, path), StandardCharsets.UTF_8);
        return YamlNode.of(path, new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text));
    }
}

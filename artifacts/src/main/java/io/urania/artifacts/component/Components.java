package io.urania.artifacts.component;

import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.resource.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The components that there are. There is no list of them: whoever has one in a cluster knows its name. */
public final class Components {
    private final Function<String, Optional<YamlNode>> files;
    private final Map<String, Optional<Component>> read = new ConcurrentHashMap<>();

    /** Components of files: each is read when it is first asked for, and once. */
    Components(Function<String, Optional<YamlNode>> files) {
        this.files = files;
    }

    /** Those that come with Urania. */
    public static Components standard() {
        return Standard.COMPONENTS;
    }

    /** The component of that name, if there is one. */
    public Optional<Component> find(String name) {
        return read.computeIfAbsent(name, _ -> files.apply(name).map(root -> ComponentReader.read(name, root)));
    }

    /** The component of that name, which must be there. */
    public Component component(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("there is no component " + name));
    }

    /**
     * The image, for a Kubernetes version.
     *
     * @param registry the one from which the minor's own images are named to come
     */
    public ComponentImage image(ImageId image, KubernetesVersion kubernetes, String registry) {
        return component(image.component()).images(kubernetes, registry).stream()
                .filter(one -> one.id().equals(image))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        image.component() + " has no image " + image + " for Kubernetes " + kubernetes));
    }

    private static final class Standard {
        static final Components COMPONENTS = new Components(name -> Resources.findYaml("components/" + name + ".yaml"));
    }
}

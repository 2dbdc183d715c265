package io.urania.cluster.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The objects of manifests that somebody else has written. */
final class ForeignObjects {

    /** As many as every network plugin's together, and more; a manifest is a stranger's text. */
    private static final int MOST_ALIASES = 50;

    private ForeignObjects() {}

    /**
     * The objects of texts in YAML, those in lists of the kind List too, in their order.
     *
     * @throws UnreadableManifest if a text is no YAML, or something in it no object with a kind and a name
     */
    static List<Map<String, Object>> of(List<String> texts) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setAllowDuplicateKeys(false);
        List<Map<String, Object>> objects = new ArrayList<>();
        for (String text : texts) {
            try {
                for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
                    add(document, objects);
                }
            } catch (YAMLException e) {
                throw new UnreadableManifest("it is not valid YAML: "
                        + String.valueOf(e.getMessage())
                                .lines()
                                .limit(2)
                                .map(String::strip)
                                .collect(Collectors.joining("; ")));
            }
        }
        if (objects.isEmpty()) {
            throw new UnreadableManifest("it contains no object");
        }
        return objects;
    }

    private static void add(Object document, List<Map<String, Object>> objects) {
        if (document == null) {
            return;
        }
        if (!(document instanceof Map<?, ?> map)) {
            throw new UnreadableManifest("it contains a document that is not a Kubernetes object");
        }
        if (map.get("items") instanceof List<?> items
                && String.valueOf(map.get("kind")).endsWith("List")) {
            items.forEach(item -> add(item, objects));
            return;
        }
        if (!(map.get("apiVersion") instanceof String)
                || !(map.get("kind") instanceof String)
                || !(map.get("metadata") instanceof Map<?, ?> metadata)
                || !(metadata.get("name") instanceof String)) {
            throw new UnreadableManifest("it contains a document without apiVersion, kind and metadata.name");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        objects.add(object);
    }

    /** The groups that the objects themselves bring to the API. Of those the cluster knows nothing until they are applied. */
    static Set<String> ownGroups(List<Map<String, Object>> objects) {
        return objects.stream()
                .filter(object -> "CustomResourceDefinition".equals(object.get("kind")))
                .map(object -> object.get("spec") instanceof Map<?, ?> spec ? String.valueOf(spec.get("group")) : "")
                .collect(Collectors.toSet());
    }
}

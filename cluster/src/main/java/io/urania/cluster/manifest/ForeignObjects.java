package io.urania.cluster.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** The objects of manifests that somebody else has written. */
final class ForeignObjects {

    /** A manifest is a stranger's text: beyond what every network plugin has. */
    private static final int MOST_ALIASES = 50;

    private static final int LARGEST_TEXT = 8 * 1024 * 1024;
    private static final int DEEPEST_LIST = 5;

    /** As the API has them (Kubernetes API conventions, "Types (Kinds)", "Resources"); names of roles have colons. */
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private static final Pattern API_VERSION = Pattern.compile("(?:[a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?v[a-z0-9]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9.:_]*[A-Za-z0-9])?");

    /** The groups that every API server has. Of others it may know nothing yet, and asked for one of them it answers for none. */
    private static final Set<String> BUILT_IN = Set.of(
            "",
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "apiregistration.k8s.io",
            "apps",
            "autoscaling",
            "batch",
            "coordination.k8s.io",
            "networking.k8s.io",
            "node.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "scheduling.k8s.io",
            "storage.k8s.io");

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
        options.setCodePointLimit(LARGEST_TEXT);
        List<Map<String, Object>> objects = new ArrayList<>();
        for (String text : texts) {
            try {
                for (Object document : yaml(options).loadAll(text)) {
                    add(document, objects, 0);
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

    private static Yaml yaml(LoaderOptions options) {
        return new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new KubernetesScalars());
    }

    private static void add(Object document, List<Map<String, Object>> objects, int depth) {
        if (document == null) {
            return;
        }
        if (depth > DEEPEST_LIST) {
            throw new UnreadableManifest("it contains lists in lists without end");
        }
        if (!(document instanceof Map<?, ?> map)) {
            throw new UnreadableManifest("it contains a document that is not a Kubernetes object");
        }
        if (map.get("items") instanceof List<?> items
                && String.valueOf(map.get("kind")).endsWith("List")) {
            items.forEach(item -> add(item, objects, depth + 1));
            return;
        }
        Object metadata = map.get("metadata");
        if (!matches(map.get("apiVersion"), API_VERSION)
                || !matches(map.get("kind"), KIND)
                || !(metadata instanceof Map<?, ?> named)
                || !matches(named.get("name"), NAME)
                || !(named.get("namespace") == null || matches(named.get("namespace"), NAME))) {
            throw new UnreadableManifest(
                    "it contains a document without apiVersion, kind and metadata.name that the API server would accept");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        objects.add(object);
    }

    private static boolean matches(@Nullable Object value, Pattern pattern) {
        return value instanceof String text && pattern.matcher(text).matches();
    }

    /** Whether every API server knows the group of an object. */
    static boolean isBuiltIn(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return BUILT_IN.contains(slash < 0 ? "" : apiVersion.substring(0, slash));
    }
}

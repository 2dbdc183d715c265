package io.urania.cluster.manifest;

import io.urania.cluster.observation.ClusterProbe;
import io.urania.engine.batch.Payload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Objects of the Kubernetes API that belong together and are applied together.
 *
 * @param name for people: {@code flannel}
 * @param text YAML; every object carries our label, and the sum of all in an annotation
 * @param objects {@code Kind namespace/name} of each
 * @param kinds the resources they are, as kubectl names them: {@code daemonset.apps}
 * @param sum SHA-256 of what was wanted
 */
public record Manifest(String name, String text, List<String> objects, SortedSet<String> kinds, String sum) {

    /** The resources, as kubectl names them, that manifests of Urania are of: among them objects are found that no manifest has any more. */
    public static final SortedSet<String> USUAL_KINDS = Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(
            "apiservice.apiregistration.k8s.io",
            "clusterrole.rbac.authorization.k8s.io",
            "clusterrolebinding.rbac.authorization.k8s.io",
            "configmap",
            "daemonset.apps",
            "deployment.apps",
            "poddisruptionbudget.policy",
            "rolebinding.rbac.authorization.k8s.io",
            "service",
            "serviceaccount")));

    /**
     * A manifest of somebody else's texts in YAML. Objects of groups that not every API server has are applied with all others, and not
     * looked at.
     *
     * @throws UnreadableManifest if there is something in them that is no object of Kubernetes
     */
    public static Manifest read(String name, List<String> texts) {
        return of(name, ForeignObjects.of(texts), ForeignObjects::isBuiltIn);
    }

    /** Makes a manifest of trees as they are read from YAML. */
    static Manifest of(String name, List<Map<String, Object>> trees) {
        return of(name, trees, _ -> true);
    }

    private static Manifest of(String name, List<Map<String, Object>> trees, Predicate<String> isKnown) {
        String sum = Payload.text(YamlText.of(trees)).sha256();
        List<Map<String, Object>> stamped = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        SortedSet<String> kinds = new TreeSet<>();
        for (Map<String, Object> tree : trees) {
            stamped.add(stamped(tree, sum));
            Map<String, Object> metadata = child(tree, "metadata");
            String kind = String.valueOf(tree.get("kind"));
            String apiVersion = String.valueOf(tree.get("apiVersion"));
            if (isKnown.test(apiVersion)) {
                objects.add(kind + " " + Objects.requireNonNullElse(metadata.get("namespace"), "") + "/"
                        + metadata.get("name"));
                kinds.add(resource(kind, apiVersion));
            }
        }
        return new Manifest(name, YamlText.of(stamped), List.copyOf(objects), kinds, sum);
    }

    /**
     * What a cluster calls an object that a manifest calls {@code Kind namespace/name}: an API server puts what has no namespace into
     * {@code default}, and takes one from what is of the whole cluster.
     *
     * @param present what there is in the cluster; an object that is not there keeps its name
     */
    public static String inCluster(String object, Set<String> present) {
        String kind = object.substring(0, object.indexOf(' ') + 1);
        String name = object.substring(object.indexOf('/'));
        String other = object.equals(kind + name) ? kind + "default" + name : kind + name;
        return !present.contains(object) && present.contains(other) ? other : object;
    }

    /** By our label an object is found again, and by the sum it is seen whether it is as it is wanted. */
    private static Map<String, Object> stamped(Map<String, Object> tree, String sum) {
        Map<String, Object> metadata = child(tree, "metadata");
        Map<String, Object> labels = child(metadata, "labels");
        labels.put(ClusterProbe.LABEL, ClusterProbe.LABEL_VALUE);
        Map<String, Object> annotations = child(metadata, "annotations");
        annotations.put(ClusterProbe.ANNOTATION, sum);
        metadata.put("labels", labels);
        metadata.put("annotations", annotations);
        Map<String, Object> copy = new LinkedHashMap<>(tree);
        copy.put("metadata", metadata);
        return copy;
    }

    private static String resource(String kind, String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return kind.toLowerCase(Locale.ROOT) + (slash < 0 ? "" : "." + apiVersion.substring(0, slash));
    }

    private static Map<String, Object> child(Map<String, Object> tree, String key) {
        Map<String, Object> child = new LinkedHashMap<>();
        if (tree.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> child.put(String.valueOf(name), value));
        }
        return child;
    }
}

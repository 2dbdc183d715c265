package io.urania.cluster.operation;

import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.pki.ClientCredentials;
import io.urania.cluster.spec.ClusterSpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The administrator's kubeconfig as it is handed out. It has authority, certificate and key of the one that a host has, and nothing
 * else of it: {@code exec} and {@code auth-provider} would run commands on this machine, {@code proxy-url} and {@code server} would
 * lead kubectl elsewhere (Kubernetes' reference, "kubeconfig (v1)").
 */
final class AdministratorKubeconfig {

    /** As kubeadm calls it. */
    private static final String USER = "kubernetes-admin";

    /** With which each document begins; kubeadm's has none. */
    private static final String DOCUMENT = "---\n";

    private AdministratorKubeconfig() {}

    /**
     * The kubeconfig's text.
     *
     * @param said the file on the host
     * @throws GeneralSecurityException if there are no credentials in it, or they do not belong together; tells nothing of them
     */
    static String of(ClusterSpec spec, String said) throws GeneralSecurityException {
        Map<?, ?> root = map(parsed(said));
        Map<?, ?> context = map(named(root, "contexts", String.valueOf(root.get("current-context")), "context"));
        Map<?, ?> cluster = map(named(root, "clusters", String.valueOf(context.get("cluster")), "cluster"));
        Map<?, ?> user = map(named(root, "users", String.valueOf(context.get("user")), "user"));
        return text(
                spec,
                ClientCredentials.of(
                        decoded(cluster, "certificate-authority-data"),
                        decoded(user, "client-certificate-data"),
                        decoded(user, "client-key-data")));
    }

    /** The keys as client-go orders them. */
    private static String text(ClusterSpec spec, ClientCredentials credentials) {
        String context = USER + "@" + spec.name();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "v1");
        root.put(
                "clusters",
                List.of(ordered(
                        "cluster",
                        ordered(
                                "certificate-authority-data",
                                encoded(credentials.authority()),
                                "server",
                                "https://" + spec.apiFromOutside()),
                        "name",
                        spec.name())));
        root.put(
                "contexts",
                List.of(ordered("context", ordered("cluster", spec.name(), "user", USER), "name", context)));
        root.put("current-context", context);
        root.put("kind", "Config");
        root.put(
                "users",
                List.of(ordered(
                        "name",
                        USER,
                        "user",
                        ordered(
                                "client-certificate-data",
                                encoded(credentials.certificate()),
                                "client-key-data",
                                encoded(credentials.key())))));
        return YamlText.of(List.of(root)).substring(DOCUMENT.length());
    }

    private static @Nullable Object parsed(String said) throws GeneralSecurityException {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(said);
        } catch (YAMLException e) {
            // Its message shows lines of the file, in which the key is.
            throw new GeneralSecurityException("it is not YAML");
        }
    }

    private static Map<?, ?> map(@Nullable Object value) throws GeneralSecurityException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new GeneralSecurityException("it is not a kubeconfig with a current context");
    }

    private static Object named(Map<?, ?> root, String list, String name, String key) throws GeneralSecurityException {
        List<Object> found = new ArrayList<>();
        if (root.get(list) instanceof List<?> elements) {
            for (Object element : elements) {
                Map<?, ?> entry = map(element);
                if (name.equals(entry.get("name"))) {
                    found.add(map(entry.get(key)));
                }
            }
        }
        if (found.size() != 1) {
            throw new GeneralSecurityException("its " + list + " do not include that of its context");
        }
        return found.getFirst();
    }

    private static String decoded(Map<?, ?> map, String key) throws GeneralSecurityException {
        if (!(map.get(key) instanceof String text)) {
            throw new GeneralSecurityException("it has no " + key);
        }
        try {
            return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(key + " is not base64");
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }
}

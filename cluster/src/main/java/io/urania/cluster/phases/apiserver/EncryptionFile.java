package io.urania.cluster.phases.apiserver;

import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.observation.encryption.EncryptionProbe;
import io.urania.cluster.observation.encryption.StoredEncryption;
import io.urania.cluster.pki.EncryptionKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file with the keys of encryption at rest (Kubernetes reference, "EncryptionConfiguration", apiserver.config.k8s.io/v1). Secret. */
record EncryptionFile(EncryptionKeys keys) {

    static final String PATH = EncryptionProbe.FILE;
    static final String DIRECTORY = PATH.substring(0, PATH.lastIndexOf('/'));

    /** The file's text; of keys that are all at hand. */
    String text(StoredEncryption stored) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "apiserver.config.k8s.io/v1");
        root.put("kind", "EncryptionConfiguration");
        List<Object> resources = new ArrayList<>();
        stored.providers().forEach((kind, names) -> {
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("resources", new ArrayList<>(List.of(kind)));
            List<Object> providers = new ArrayList<>();
            names.forEach(name -> providers.add(provider(name)));
            resource.put("providers", providers);
            resources.add(resource);
        });
        root.put("resources", resources);
        return EncryptionProbe.heading(stored) + YamlText.of(List.of(root));
    }

    private Map<String, Object> provider(String provider) {
        Map<String, Object> settings = new LinkedHashMap<>();
        int colon = provider.indexOf(':');
        if (colon < 0) {
            return new LinkedHashMap<>(Map.of(provider, settings));
        }
        String name = provider.substring(colon + 1);
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("name", name);
        key.put("secret", secret(name));
        settings.put("keys", new ArrayList<>(List.of(key)));
        return new LinkedHashMap<>(Map.of(provider.substring(0, colon), settings));
    }

    private String secret(String name) {
        String key = keys.named(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no key " + name))
                .reveal();
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}

package io.urania.cluster.phases.apiserver;

import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.apiserver.AccessSpec;
import io.urania.cluster.spec.apiserver.OpenIdSpec;
import io.urania.cluster.value.AuthorizationMode;
import io.urania.cluster.variable.rows.AccessVariables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who is let into the API, and who decides what they may do. */
record AccessFiles(ClusterSpec spec) {

    private static final String FOLDER = "/etc/kubernetes/";

    /** The first minor versions with the configurations as they stay (KEP-3331 and KEP-3221). */
    private static final int STABLE_AUTHENTICATION = 34;

    private static final int STABLE_AUTHORIZATION = 32;

    private AccessSpec access() {
        return spec.apiServer().access();
    }

    List<ProgramFile> all() {
        List<ProgramFile> files = new ArrayList<>();
        access().openId().ifPresent(openId -> openId.authority().ifPresent(text -> files.add(authority(openId, text))));
        access().tokens()
                .ifPresent(webhook -> files.add(file(
                        "webhook-token-auth",
                        Optional.of("authentication-token-webhook-config-file"),
                        new WebhookKubeconfig(webhook).text())));
        access().authentication()
                .ifPresent(fields -> files.add(file(
                        "apiserver-authentication",
                        Optional.of("authentication-config"),
                        text("AuthenticationConfiguration", STABLE_AUTHENTICATION, fields))));
        boolean hasAuthorizers = !access().authorizers().isEmpty();
        if (hasAuthorizers) {
            files.add(file(
                    "apiserver-authorization",
                    Optional.of("authorization-config"),
                    text(
                            "AuthorizationConfiguration",
                            STABLE_AUTHORIZATION,
                            Map.of("authorizers", access().authorizers()))));
        }
        // Authorizers name the file themselves.
        Optional<String> flag = hasAuthorizers ? Optional.empty() : Optional.of("authorization-webhook-config-file");
        access().decisions()
                .ifPresent(webhook ->
                        files.add(file("webhook-authorization", flag, new WebhookKubeconfig(webhook).text())));
        return files;
    }

    /** Flags that name no file of these, and those that one of these takes the place of. */
    SortedMap<String, String> flags() {
        SortedMap<String, String> flags = new TreeMap<>();
        if (access().authentication()
                .filter(fields -> fields.containsKey("anonymous"))
                .isEmpty()) {
            flags.put("anonymous-auth", Boolean.toString(spec.apiServer().anonymousAuthentication()));
        }
        if (access().authorizers().isEmpty()) {
            flags.put(
                    "authorization-mode",
                    spec.apiServer().authorizationModes().stream()
                            .map(AuthorizationMode::word)
                            .collect(Collectors.joining(",")));
        }
        access().openId().ifPresent(openId -> {
            flags.putAll(openId.flags());
            openId.authorityFile().ifPresent(file -> flags.put("oidc-ca-file", file));
        });
        return flags;
    }

    /** The file of an authority that the hosts bring. */
    Optional<String> foundAuthority() {
        return access().openId().filter(openId -> openId.authority().isEmpty()).flatMap(OpenIdSpec::authorityFile);
    }

    private static ProgramFile authority(OpenIdSpec openId, String text) {
        return new ProgramFile(
                "openid-authority",
                openId.authorityFile().orElseThrow(),
                Optional.empty(),
                text,
                false,
                AccessVariables.ALL);
    }

    /** In Kubespray's places: authorizers that an inventory lists name them. */
    private static ProgramFile file(String name, Optional<String> flag, String text) {
        return new ProgramFile(name, FOLDER + name + "-config.yaml", flag, text, true, AccessVariables.ALL);
    }

    private String text(String kind, int stable, Map<String, Object> fields) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "apiserver.config.k8s.io/" + (spec.kubernetes().minor() < stable ? "v1beta1" : "v1"));
        root.put("kind", kind);
        root.putAll(fields);
        return YamlText.of(List.of(root));
    }
}

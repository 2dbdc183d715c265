package io.urania.cluster.reader.apiserver;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.apiserver.AccessSpec;
import io.urania.cluster.spec.apiserver.OpenIdSpec;
import io.urania.cluster.spec.apiserver.WebhookSpec;
import io.urania.cluster.value.AuthorizationMode;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.FlagVariable;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.rows.AccessVariables;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.type.ClusterTypes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads who is let into the API, and who decides what they may do. */
final class AccessReader {

    /** What kubeadm's own users and every node need. */
    private static final List<String> NEEDED = List.of("Node", "RBAC");

    private static final Set<String> AUTHORIZERS = Set.of("AlwaysAllow", "AlwaysDeny", "Node", "RBAC", "Webhook");

    /** Where the authority of the provider is written, unless the inventory says. */
    private static final String OPEN_ID_AUTHORITY = "/etc/kubernetes/oidc/ca.crt";

    private final Source source;

    AccessReader(Source source) {
        this.source = source;
    }

    AccessSpec read(KubernetesVersion kubernetes) {
        Optional<Map<String, Object>> authentication = authentication(kubernetes);
        Optional<OpenIdSpec> openId = openId();
        if (openId.isPresent() && authentication.isPresent()) {
            source.error(
                    source.position(AccessVariables.AUTHENTICATION_FILE),
                    "kube_oidc_auth and kube_apiserver_use_authentication_config_file are both true",
                    "the API server takes one of them: it would not start",
                    "write the provider into kube_apiserver_authentication_config_jwt, and remove kube_oidc_auth");
        }
        return new AccessSpec(
                openId,
                tokens(),
                authentication,
                decisions(kubernetes),
                authorizers(kubernetes),
                source.get(AccessVariables.WITHOUT_ANONYMOUS_DISCOVERY));
    }

    private Optional<OpenIdSpec> openId() {
        Map<String, String> flags = new TreeMap<>();
        FlagVariables.OPEN_ID.forEach(row -> source.find(row.variable())
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> flags.put(row.flag(), value)));
        Optional<String> authority =
                source.find(AccessVariables.OPEN_ID_AUTHORITY).map(ClusterTypes::pem);
        // What is written is written to a place of its own: a file of the host's is only read.
        Optional<String> file =
                authority.map(_ -> OPEN_ID_AUTHORITY).or(() -> source.find(AccessVariables.OPEN_ID_AUTHORITY_FILE));
        if (!source.get(AccessVariables.OPEN_ID)) {
            return Optional.empty();
        }
        needed(FlagVariables.OPEN_ID_ISSUER, flags);
        needed(FlagVariables.OPEN_ID_CLIENT, flags);
        return Optional.of(new OpenIdSpec(flags, authority, file));
    }

    private void needed(FlagVariable<String> row, Map<String, String> flags) {
        if (!flags.containsKey(row.flag()) && !source.isUnusable(row.variable())) {
            source.error(
                    source.position(AccessVariables.OPEN_ID),
                    "kube_oidc_auth is true, and " + row.variable().name() + " is not set",
                    "the API server would not know whose tokens to accept",
                    "set " + row.variable().name() + ", or remove kube_oidc_auth");
        }
    }

    private Optional<WebhookSpec> tokens() {
        Map<String, Object> fields = verification(AccessVariables.TOKENS, AccessVariables.TOKENS_UNVERIFIED);
        source.find(AccessVariables.TOKENS_AUTHORITY).ifPresent(authority -> {
            if (fields.containsKey("insecure-skip-tls-verify")) {
                source.error(
                        source.position(AccessVariables.TOKENS_UNVERIFIED),
                        "kube_webhook_token_auth_url_skip_tls_verify is true, and kube_webhook_token_auth_ca_data is set",
                        "the API server takes one of them: it would not start",
                        "remove kube_webhook_token_auth_url_skip_tls_verify");
            }
            fields.put("certificate-authority-data", authority);
        });
        return new WebhookReader(source)
                .read(AccessVariables.TOKENS, AccessVariables.TOKENS_URL, fields)
                .map(WebhookSpec::new);
    }

    private Map<String, Object> verification(Variable<Boolean> wanted, Variable<Boolean> unverified) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (source.get(unverified)) {
            fields.put("insecure-skip-tls-verify", true);
            if (source.get(wanted)) {
                source.warning(
                        source.position(unverified),
                        unverified.name() + ": the webhook's certificate is not verified",
                        "anyone on the way to it can let themselves into the API",
                        "remove the line, and give the webhook a certificate that can be verified");
            }
        }
        return fields;
    }

    private Optional<WebhookSpec> decisions(KubernetesVersion kubernetes) {
        Map<String, Object> fields = verification(AccessVariables.DECISIONS, AccessVariables.DECISIONS_UNVERIFIED);
        Optional<WebhookSpec> webhook = new WebhookReader(source)
                .read(AccessVariables.DECISIONS, AccessVariables.DECISIONS_URL, fields)
                .map(WebhookSpec::new);
        boolean isMode = source.get(ApiServerVariables.AUTHORIZATION_MODES).contains(AuthorizationMode.WEBHOOK);
        if (hasAuthorizers(kubernetes)) {
            return webhook;
        }
        checkModes();
        if (isMode && !source.get(AccessVariables.DECISIONS)) {
            source.error(
                    source.position(ApiServerVariables.AUTHORIZATION_MODES),
                    "authorization_modes has Webhook, and kube_webhook_authorization is not true",
                    "the API server would not start: it must know whom to ask",
                    "set kube_webhook_authorization and kube_webhook_authorization_url, or remove Webhook");
        }
        if (!isMode && webhook.isPresent()) {
            source.error(
                    source.position(AccessVariables.DECISIONS),
                    "kube_webhook_authorization is true, and authorization_modes lacks Webhook",
                    "nobody would ask the webhook",
                    "write authorization_modes: [Node, RBAC, Webhook]");
        }
        return webhook;
    }

    private Optional<Map<String, Object>> authentication(KubernetesVersion kubernetes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<Object> issuers = source.get(AccessVariables.TOKEN_ISSUERS);
        if (!issuers.isEmpty()) {
            fields.put("jwt", issuers);
        }
        Optional<Map<String, Object>> anonymous = source.find(AccessVariables.ANONYMOUS)
                .filter(_ -> AccessVariables.ANONYMOUS.lifetime().contains(kubernetes));
        anonymous.ifPresent(settings -> fields.put("anonymous", settings));
        return source.get(AccessVariables.AUTHENTICATION_FILE)
                        && AccessVariables.AUTHENTICATION_FILE.lifetime().contains(kubernetes)
                ? Optional.of(fields)
                : Optional.empty();
    }

    /** AlwaysAllow lets nodes in too: that is told elsewhere. */
    private void checkModes() {
        List<AuthorizationMode> modes = source.get(ApiServerVariables.AUTHORIZATION_MODES);
        List<String> lacking = NEEDED.stream()
                .filter(needed -> modes.stream().noneMatch(mode -> mode.word().equals(needed)))
                .toList();
        if (!lacking.isEmpty() && !modes.contains(AuthorizationMode.ALWAYS_ALLOW)) {
            source.error(
                    source.position(ApiServerVariables.AUTHORIZATION_MODES),
                    "authorization_modes lacks " + String.join(" and ", lacking),
                    "no node could join: kubelets and kubeadm need Node and RBAC",
                    "write authorization_modes: [Node, RBAC], and add others to it");
        }
    }

    private boolean hasAuthorizers(KubernetesVersion kubernetes) {
        return source.get(AccessVariables.AUTHORIZATION_FILE)
                && AccessVariables.AUTHORIZATION_FILE.lifetime().contains(kubernetes);
    }

    private List<Object> authorizers(KubernetesVersion kubernetes) {
        List<Object> authorizers = source.get(AccessVariables.AUTHORIZERS);
        Set<String> types = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (Object authorizer : authorizers) {
            Map<?, ?> fields = (Map<?, ?>) authorizer;
            String type = String.valueOf(fields.get("type"));
            types.add(type);
            if (!AUTHORIZERS.contains(type) || !names.add(String.valueOf(fields.get("name")))) {
                refused(
                        "kube_apiserver_authorization_config_authorizers has "
                                + (AUTHORIZERS.contains(type) ? "two authorizers of one name" : "the type " + type),
                        "each has a name of its own and a type: " + String.join(", ", NEEDED) + " or Webhook");
            }
        }
        if (!hasAuthorizers(kubernetes)) {
            return List.of();
        }
        if (types.contains("AlwaysAllow")) {
            source.warning(
                    source.position(AccessVariables.AUTHORIZERS),
                    "kube_apiserver_authorization_config_authorizers: the API server allows everything to everyone",
                    "AlwaysAllow is among them: every pod and every node is a cluster administrator",
                    "remove it");
        }
        NEEDED.stream()
                .filter(type -> !types.contains(type))
                .forEach(type -> refused(
                        "kube_apiserver_authorization_config_authorizers lacks " + type,
                        "no node could join: kubelets and kubeadm need Node and RBAC"));
        return authorizers;
    }

    private void refused(String what, String why) {
        source.error(
                source.position(AccessVariables.AUTHORIZERS),
                what,
                why,
                "write the list as [{type: Node, name: node}, {type: RBAC, name: rbac}], and add webhooks to it");
    }
}

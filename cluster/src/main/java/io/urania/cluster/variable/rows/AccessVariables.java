package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.TokenIssuersType;
import io.urania.cluster.variable.type.TreeType;
import io.urania.cluster.variable.type.TreesType;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;

/** Who is let into the API, and who decides what they may do. */
public final class AccessVariables {

    private static final String FLAG = "control plane: flag of kube-apiserver, ";

    public static final Variable<Boolean> OPEN_ID = of("kube_oidc_auth", ScalarTypes.truth())
            .means("whether tokens of an OpenID Connect provider are accepted")
            .does("control plane: flags of kube-apiserver, --oidc-*")
            .otherwise(false);

    public static final Variable<String> OPEN_ID_AUTHORITY_FILE = of(
                    "kube_oidc_ca_file", PathTypes.file("/etc/kubernetes/oidc/ca.crt"))
            .means("file of the control plane hosts with the provider's certificate authority")
            .does(FLAG + "--oidc-ca-file; with kube_oidc_ca_cert the file is Urania's own")
            .unlessSet("the authorities of the system");

    public static final Variable<String> OPEN_ID_AUTHORITY = of("kube_oidc_ca_cert", ClusterTypes.certificates())
            .means("the provider's certificate authority, in PEM and Base64")
            .does("control plane: the file of --oidc-ca-file")
            .unlessSet("none");

    public static final Variable<Boolean> TOKENS = of("kube_webhook_token_auth", ScalarTypes.truth())
            .means("whether a webhook is asked about bearer tokens that the API server does not know")
            .does(FLAG + "--authentication-token-webhook-config-file, with the file")
            .otherwise(false);

    public static final Variable<String> TOKENS_URL = of("kube_webhook_token_auth_url", ClusterTypes.url())
            .means("where that webhook is")
            .does("control plane: kubeconfig of the webhook, server")
            .unlessSet("none; required with kube_webhook_token_auth");

    public static final Variable<Boolean> TOKENS_UNVERIFIED = of(
                    "kube_webhook_token_auth_url_skip_tls_verify", ScalarTypes.truth())
            .means("whether the webhook's certificate is not verified")
            .does("control plane: kubeconfig of the webhook, insecure-skip-tls-verify")
            .otherwise(false);

    public static final Variable<String> TOKENS_AUTHORITY = of(
                    "kube_webhook_token_auth_ca_data", ClusterTypes.certificates())
            .means("the webhook's certificate authority, in PEM and Base64")
            .does("control plane: kubeconfig of the webhook, certificate-authority-data")
            .unlessSet("the authorities of the system");

    public static final Variable<Boolean> DECISIONS = of("kube_webhook_authorization", ScalarTypes.truth())
            .means("whether a webhook is asked if requests are allowed, in authorization mode Webhook")
            .does(FLAG + "--authorization-webhook-config-file, with the file")
            .otherwise(false);

    public static final Variable<String> DECISIONS_URL = of("kube_webhook_authorization_url", ClusterTypes.url())
            .means("where that webhook is")
            .does("control plane: kubeconfig of the webhook, server")
            .unlessSet("none; required with kube_webhook_authorization");

    public static final Variable<Boolean> DECISIONS_UNVERIFIED = of(
                    "kube_webhook_authorization_url_skip_tls_verify", ScalarTypes.truth())
            .means("whether the webhook's certificate is not verified")
            .does("control plane: kubeconfig of the webhook, insecure-skip-tls-verify")
            .otherwise(false);

    public static final Variable<Boolean> AUTHENTICATION_FILE = of(
                    "kube_apiserver_use_authentication_config_file", ScalarTypes.truth())
            .since(30)
            .means("whether authentication is configured by a file, and not by flags")
            .does(FLAG + "--authentication-config, with an AuthenticationConfiguration")
            .otherwise(false);

    public static final Variable<Map<String, Object>> ANONYMOUS = of(
                    "kube_apiserver_authentication_config_anonymous", new TreeType())
            .since(32)
            .means("whether requests without credentials are accepted, and for which paths")
            .does("control plane: AuthenticationConfiguration, anonymous")
            .unlessSet("as kube_api_anonymous_auth says");

    public static final Variable<List<Object>> TOKEN_ISSUERS = of(
                    "kube_apiserver_authentication_config_jwt", new TokenIssuersType())
            .since(30)
            .means("issuers of tokens that are accepted")
            .does("control plane: AuthenticationConfiguration, jwt")
            .otherwise(List.of(), "none");

    public static final Variable<Boolean> AUTHORIZATION_FILE = of(
                    "kube_apiserver_use_authorization_config_file", ScalarTypes.truth())
            .since(30)
            .means("whether authorization is configured by a file, and not by authorization_modes")
            .does(FLAG + "--authorization-config, with an AuthorizationConfiguration")
            .otherwise(false);

    public static final Variable<List<Object>> AUTHORIZERS = of(
                    "kube_apiserver_authorization_config_authorizers", new TreesType())
            .since(30)
            .means("who is asked whether a request is allowed, in this order")
            .does("control plane: AuthorizationConfiguration, authorizers")
            .otherwise(
                    List.of(Map.of("type", "Node", "name", "node"), Map.of("type", "RBAC", "name", "rbac")),
                    "Node and RBAC");

    public static final Variable<Boolean> WITHOUT_ANONYMOUS_DISCOVERY = of(
                    "remove_anonymous_access", ScalarTypes.truth())
            .means("whether requests without credentials may no longer read the ConfigMap cluster-info")
            .does("the RoleBinding kubeadm:bootstrap-signer-clusterinfo of namespace kube-public is removed; nodes that"
                    + " Urania joins do not need it")
            .otherwise(false);

    public static final List<Variable<?>> ALL = List.of(
            OPEN_ID,
            OPEN_ID_AUTHORITY_FILE,
            OPEN_ID_AUTHORITY,
            TOKENS,
            TOKENS_URL,
            TOKENS_UNVERIFIED,
            TOKENS_AUTHORITY,
            DECISIONS,
            DECISIONS_URL,
            DECISIONS_UNVERIFIED,
            AUTHENTICATION_FILE,
            ANONYMOUS,
            TOKEN_ISSUERS,
            AUTHORIZATION_FILE,
            AUTHORIZERS,
            WITHOUT_ANONYMOUS_DISCOVERY);

    private AccessVariables() {}

    private static <T> Variable<T> of(String name, VariableType<T> type) {
        return variable(name, type).scope(Scope.CONTROL_PLANE);
    }
}

package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phases.apiserver.ApiServerFiles;
import io.urania.engine.plan.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the API server reads when it starts: the flag names the file, the pod has it, and the host gets it first. */
class ApiServerFilesTest {

    @TempDir
    Path directory;

    private ArticleRack rack(String variables) {
        return ArticleRack.of(directory, ArticleRack.NEWEST + variables);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubernetes_audit: true | audit-policy-file | /etc/kubernetes/audit-policy/apiserver-audit-policy.yaml",
                "{kubernetes_audit_webhook: true, audit_webhook_server_url: 'https://a.example'} | audit-webhook-config-file | /etc/kubernetes/audit-policy/apiserver-audit-webhook-config.yaml",
                "{kube_webhook_token_auth: true, kube_webhook_token_auth_url: 'https://a.example'} | authentication-token-webhook-config-file | /etc/kubernetes/webhook-token-auth-config.yaml",
                "{kube_webhook_authorization: true, kube_webhook_authorization_url: 'https://a.example', authorization_modes: [Node, RBAC, Webhook]} | authorization-webhook-config-file | /etc/kubernetes/webhook-authorization-config.yaml",
                "kube_apiserver_use_authentication_config_file: true | authentication-config | /etc/kubernetes/apiserver-authentication-config.yaml",
                "kube_apiserver_use_authorization_config_file: true | authorization-config | /etc/kubernetes/apiserver-authorization-config.yaml",
                "kube_pod_security_use_default: true | admission-control-config-file | /etc/kubernetes/admission-controls/admission-controls.yaml",
            })
    void aFileIsNamedMountedAndWritten(String variables, String flag, String path) {
        ArticleRack rack = rack(variables.startsWith("{") ? lines(variables) : variables + "\n");
        ApiServerFiles files = new ApiServerFiles(rack.spec());

        assertThat(files.flags()).containsEntry(flag, path);
        assertThat(files.volumes())
                .anySatisfy(volume -> assertThat(volume)
                        .containsEntry("hostPath", path)
                        .containsEntry("mountPath", path)
                        .containsEntry("readOnly", true));
        assertThat(rack.plan(FactsOf.bareHosts(rack).book()).changes())
                .extracting(change -> change.id().name())
                .contains("file " + path);
    }

    private static String lines(String mapping) {
        Map<String, Object> variables = new Yaml(new SafeConstructor(new LoaderOptions())).load(mapping);
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + ": " + variable.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The kubelet makes a pod anew only if its manifest changes. */
    @Test
    void anotherContentIsAnotherVolume() {
        List<Map<String, Object>> one =
                new ApiServerFiles(rack("kubernetes_audit: true\n").spec()).volumes();
        List<Map<String, Object>> other = new ApiServerFiles(
                        rack("kubernetes_audit: true\naudit_policy_custom_rules: [{level: None}]\n")
                                .spec())
                .volumes();

        assertThat(one.getFirst().get("name").toString()).startsWith("audit-policy-");
        assertThat(one.getFirst().get("name")).isNotEqualTo(other.getFirst().get("name"));
        assertThat(one.getFirst().get("hostPath")).isEqualTo(other.getFirst().get("hostPath"));
    }

    @Test
    void filesTakeThePlaceOfFlags() {
        ArticleRack rack = rack("""
                kube_apiserver_use_authorization_config_file: true
                kube_apiserver_use_authentication_config_file: true
                kube_apiserver_authentication_config_anonymous: {enabled: true, conditions: [{path: /livez}]}
                """);

        assertThat(new ApiServerFiles(rack.spec()).flags())
                .doesNotContainKeys("anonymous-auth", "authorization-mode")
                .containsKeys("authentication-config", "authorization-config");
    }

    @Test
    void openIdConnectIsFlagsAndAFileOfTheHosts() {
        ArticleRack rack = rack("""
                kube_oidc_auth: true
                kube_oidc_url: https://login.example
                kube_oidc_client_id: pis
                kube_oidc_groups_claim: groups
                kube_oidc_ca_file: /etc/ssl/login.crt
                """);
        ApiServerFiles files = new ApiServerFiles(rack.spec());

        assertThat(files.flags())
                .containsEntry("oidc-issuer-url", "https://login.example")
                .containsEntry("oidc-client-id", "pis")
                .containsEntry("oidc-groups-claim", "groups")
                .containsEntry("oidc-ca-file", "/etc/ssl/login.crt");
        assertThat(files.volumes()).extracting(volume -> volume.get("hostPath")).contains("/etc/ssl/login.crt");
    }

    @Test
    void nobodyElseReadsAWebhooksKubeconfig() {
        ArticleRack rack = rack("kube_webhook_token_auth: true\nkube_webhook_token_auth_url: https://a.example\n");
        Change change = Plans.change(
                rack.plan(FactsOf.bareHosts(rack).book()),
                Plans.id("pandore", "file /etc/kubernetes/webhook-token-auth-config.yaml"));

        assertThat(change.difference().after().summary()).contains("mode 600");
        assertThat(Plans.payloads(change)).contains("server: https://a.example");
    }
}

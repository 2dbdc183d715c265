package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** API servers of a cluster that lives ask others who somebody is and what is allowed. Five minutes, most of it restarts of API servers. */
@Tag("nightly")
final class OutsideIdentitiesOnTheRackTest extends TestOnTheRack {

    /** What the rack's own inventory does not ask for goes. */
    @AfterEach
    void bringTheRacksOwnSettingsBack() throws Exception {
        succeeds("apply", "--yes");
        assertTheClusterIsWhole();
        assertThat(rack.run(rack.controlPlane(), "ls /etc/kubernetes")).doesNotContain("webhook", "oidc");
    }

    @Test
    void providersAndWebhooksAreAsked() throws Exception {
        try (IdentityProvider provider = IdentityProvider.at(rack.machine(), scratch)) {
            String file = "@" + settings(provider);

            succeeds("apply", "--yes", "-e", file);

            succeeds("plan", "--detailed-exitcode", "-e", file);
            assertThat(whoIs(provider.token("clio", "librarians"))).contains("muse:clio", "team:librarians");
            assertThat(whoIs(IdentityProvider.KNOWN_TOKEN)).contains(IdentityProvider.KNOWN_USER);
            assertThat(asking(IdentityProvider.KNOWN_TOKEN, "get pods -A")).contains("kube-system");
            assertThat(asking(IdentityProvider.KNOWN_TOKEN, "get secrets -A")).contains("Forbidden");
            assertThat(asking("sesame", "get pods -A")).contains("Unauthorized");
        }
    }

    private Path settings(IdentityProvider provider) throws Exception {
        return Files.writeString(scratch.resolve("identities.yaml"), """
                kube_oidc_auth: true
                kube_oidc_url: %1$s
                kube_oidc_client_id: %2$s
                kube_oidc_username_claim: sub
                kube_oidc_username_prefix: "muse:"
                kube_oidc_groups_claim: teams
                kube_oidc_groups_prefix: "team:"
                kube_oidc_ca_cert: %3$s
                kube_webhook_token_auth: true
                kube_webhook_token_auth_url: %1$s/tokens
                kube_webhook_token_auth_ca_data: %3$s
                kube_webhook_authorization: true
                kube_webhook_authorization_url: %1$s/requests
                kube_webhook_authorization_url_skip_tls_verify: true
                authorization_modes: [Node, RBAC, Webhook]
                """.formatted(
                        provider.url(""), IdentityProvider.CLIENT, provider.authority()));
    }

    /** An API server that has just started still asks the provider for its keys. */
    private String whoIs(String token) throws Exception {
        return rack.eventually(rack.controlPlane(), kubectl(token, "auth whoami -o jsonpath='{.status.userInfo}'"));
    }

    private String asking(String token, String words) throws Exception {
        return rack.run(rack.controlPlane(), kubectl(token, words) + " 2>&1 || true");
    }

    private static String kubectl(String token, String words) {
        return "kubectl --kubeconfig=/dev/null --server=https://127.0.0.1:6443 --certificate-authority=/etc/kubernetes/ssl/ca.crt --token="
                + token + " " + words;
    }
}

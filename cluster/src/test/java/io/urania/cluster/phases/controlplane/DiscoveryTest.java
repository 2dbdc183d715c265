package io.urania.cluster.phases.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cluster.phase.BootstrapToken;
import io.urania.cluster.spec.ApiEndpoint;
import io.urania.cluster.spec.Balancing;
import io.urania.cluster.value.Address;
import io.urania.cluster.value.Secret;
import io.urania.engine.transport.UnreadableAnswerException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final BootstrapToken TOKEN =
            new BootstrapToken("abcdef", Secret.of("0123456789abcdef"), Instant.EPOCH);
    private static final String AUTHORITY = """
            -----BEGIN CERTIFICATE-----
            MIIBfake
            -----END CERTIFICATE-----
            """;

    @Test
    void pinsTheClustersAuthority() {
        ApiEndpoint endpoint =
                new ApiEndpoint("api.example.com", new Address("10.42.253.52"), 6443, new Balancing.Shared());

        String kubeconfig = Discovery.kubeconfig(endpoint, AUTHORITY, TOKEN);

        Matcher data = Pattern.compile("certificate-authority-data: (\\S+)").matcher(kubeconfig);
        assertThat(data.find()).isTrue();
        assertThat(Base64.getDecoder().decode(data.group(1))).asString().isEqualTo(AUTHORITY);
        assertThat(kubeconfig).contains("server: https://api.example.com:6443\n");
    }

    @Test
    void asksAsSomebodyForNobodyMayNotBeLetIn() {
        ApiEndpoint endpoint =
                new ApiEndpoint("api.example.com", new Address("10.42.253.52"), 6443, new Balancing.Shared());

        String kubeconfig = Discovery.kubeconfig(endpoint, AUTHORITY, TOKEN);

        assertThat(kubeconfig)
                .contains(
                        "    token: abcdef.0123456789abcdef\n", "    user: joining-node\n", "current-context: join\n");
    }

    @Test
    void findsTheAuthorityInWhatInitPrinted() {
        String output = "[init] Using Kubernetes version: v1.36.3\nYour control-plane has initialized!\n\n" + AUTHORITY;

        assertThat(Discovery.authorityIn(output)).isEqualTo(AUTHORITY);
    }

    @Test
    void saysWhenInitPrintedNone() {
        assertThatThrownBy(() -> Discovery.authorityIn("[init] Using Kubernetes version: v1.36.3"))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("did not print the cluster's certificate authority");
    }
}

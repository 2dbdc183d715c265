package io.urania.inventory.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of(
            "ansible_ssh_pass",
            "calico_bpf_enabled",
            "crio_metrics_port",
            "ip",
            "kube_network_plugin",
            "kube_router_version",
            "kube_version",
            "yq_version");

    /** Of what people have written; what stands right was suggested for none of it, or would be meant. */
    @ParameterizedTest
    @CsvSource({
        "kubernetes_version, kube_version",
        "kube_netwrk_plugin, kube_network_plugin",
        "kube_netwrok_plugin, kube_network_plugin",
        "ansible_ssh_args,",
        "os_version,",
        "ip6,",
        "etcd_metrics_port,",
        "calico_ipv6pool_enabled,",
        "kube_version,",
    })
    void aNameIsSuggestedThatReadsLikeTheSameThing(String written, String meant) {
        assertThat(Suggestion.alike(written, KNOWN)).isEqualTo(Optional.ofNullable(meant));
    }
}

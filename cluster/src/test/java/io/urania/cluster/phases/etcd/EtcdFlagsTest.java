package io.urania.cluster.phases.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.urania.cluster.phases.ArticleRack;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of etcd as flags, which etcd takes beside those that kubeadm sets itself. */
class EtcdFlagsTest {

    private static final String BEFORE = "kube_version: v1.33.2\nkube_proxy_mode: iptables\n";

    @TempDir
    Path directory;

    private SortedMap<String, String> flags(String variables) {
        return EtcdFlags.of(ArticleRack.of(directory, ArticleRack.ETCD_BY_KUBEADM + variables)
                .spec());
    }

    @Test
    void eachVariableIsAFlag() {
        assertThat(flags(ArticleRack.NEWEST + """
                        etcd_heartbeat_interval: 300
                        etcd_election_timeout: 3000
                        etcd_secure_client: true
                        etcd_extra_vars: {ETCD_MAX_TXN_OPS: '256'}
                        """))
                .contains(
                        entry("heartbeat-interval", "300"),
                        entry("election-timeout", "3000"),
                        entry("client-cert-auth", "true"),
                        entry("max-txn-ops", "256"),
                        entry("feature-gates", "InitialCorruptCheck=true"),
                        entry("watch-progress-notify-interval", "5s"))
                .doesNotContainKeys("listen-metrics-urls", "experimental-initial-corrupt-check", "name", "data-dir");
    }

    /** kubeadm sets the flags of etcd 3.6 since 1.34, and etcd takes no two for one thing. */
    @Test
    void olderKubeadmsGetTheWordsThatTheySetThemselves() {
        assertThat(flags(BEFORE))
                .contains(
                        entry("experimental-initial-corrupt-check", "true"),
                        entry("experimental-watch-progress-notify-interval", "5s"))
                .doesNotContainKeys("feature-gates", "watch-progress-notify-interval");
    }

    @Test
    void whatKubeadmChecksByItselfCanBeSwitchedOff() {
        String off = "etcd_experimental_initial_corrupt_check: false\n";

        assertThat(flags(ArticleRack.NEWEST + off)).contains(entry("feature-gates", "InitialCorruptCheck=false"));
        assertThat(flags(BEFORE + off)).contains(entry("experimental-initial-corrupt-check", "false"));
    }

    @Test
    void otherFeatureGatesStay() {
        String gates = "etcd_extra_vars: {ETCD_FEATURE_GATES: 'InitialCorruptCheck=true,CompactHashCheck=true'}\n";

        assertThat(flags(BEFORE + gates))
                .contains(
                        entry("feature-gates", "CompactHashCheck=true"),
                        entry("experimental-initial-corrupt-check", "true"));
    }

    /** One configuration is for all members. */
    @Test
    void metricsAreServedAtAllAddressesOfAHost() {
        assertThat(flags(ArticleRack.NEWEST + "etcd_metrics_port: 2382\n"))
                .contains(entry("listen-metrics-urls", "http://0.0.0.0:2382"));
    }
}

package io.urania.cluster.phases.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.Golden;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.phases.Systems;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.ByteQuantity;
import io.urania.engine.fact.Facts;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.system.SystemFact.Cgroups;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtcdMembersTest {
    private static final String UNIT = "/etc/systemd/system/etcd.service";

    @TempDir
    Path directory;

    private ArticleRack rack;

    @BeforeEach
    void readTheArticle() {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
    }

    @Test
    void settingsAreTheArticles() {
        Golden.verify(
                getClass(),
                "etcd.env",
                rack.etcdSettings("hellenes", FactsOf.bareHosts(rack).book()));
    }

    @Test
    void anEtcdOfEventsHasTheSameSettingsAtPlacesOfItsOwn() {
        ArticleRack events = ArticleRack.of(directory, ArticleRack.NEWEST + """
                etcd_events_cluster_enabled: true
                etcd_listen_metrics_urls: http://127.0.0.1:2381
                etcd_extra_vars: {ETCD_MAX_TXN_OPS: '256'}
                """);

        Golden.verify(
                getClass(),
                "etcd-events.env",
                events.etcdSettings(
                        events.spec().etcd().events(),
                        "hellenes",
                        FactsOf.bareHosts(events).book()));
        Golden.verify(
                getClass(),
                "etcd-events.service",
                events.file("pandore", "/etc/systemd/system/etcd-events.service", rackHost()));
        assertThat(events.etcdSettings("hellenes", FactsOf.bareHosts(events).book()))
                .contains("ETCD_LISTEN_METRICS_URLS=http://127.0.0.1:2381\n", "ETCD_MAX_TXN_OPS=256\n");
    }

    @Test
    void unitHasTheArticlesMemoryLimit() {
        Golden.verify(getClass(), "etcd-amd64.service", rack.file("pandore", UNIT, rackHost()));
    }

    @Test
    void unitOnSmall32BitHostsIsLimitedAndSaysThatTheArchitectureIsMeant() {
        Facts facts = Systems.facts(Systems.raspberryPiOf32Bits());

        Golden.verify(
                getClass(),
                "etcd-arm.service",
                EtcdUnit.text(
                        withMemoryLimit(Optional.empty()), rack.spec().etcd().main(), host(), "/usr/local/bin", facts));
    }

    private HostSpec host() {
        return rack.node("pandore").host();
    }

    @Test
    void unitOfLargeHostsHasNoLimitUnlessAskedFor() {
        Facts large = Systems.facts(Systems.raspberryPi(8));

        assertThat(EtcdUnit.text(
                        withMemoryLimit(Optional.empty()), rack.spec().etcd().main(), host(), "/usr/local/bin", large))
                .doesNotContain("MemoryMax");
    }

    @Test
    void zeroMeansNoLimitOnSmallHostsToo() {
        Facts small = Systems.facts(Systems.raspberryPi(1));
        Optional<ByteQuantity> zero = Optional.of(new ByteQuantity(0));

        assertThat(EtcdUnit.text(withMemoryLimit(zero), rack.spec().etcd().main(), host(), "/usr/local/bin", small))
                .doesNotContain("MemoryMax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/etcd/pki/member.key", "/etc/ssl/etcd/ssl/client-key.pem"})
    void keysAreForTheirUserOnly(String path) {
        TextFile file = (TextFile) rack.work("pandore", "file " + path);

        assertThat(file.mode()).isEqualTo("600");
        assertThat(file.owner()).isEqualTo(path.contains("member") ? "etcd" : "root");
    }

    private EtcdSpec withMemoryLimit(Optional<ByteQuantity> limit) {
        EtcdSpec etcd = rack.spec().etcd();
        return new EtcdSpec(
                etcd.deployment(),
                etcd.members(),
                etcd.main(),
                etcd.events(),
                etcd.storesEventsApart(),
                etcd.quota(),
                limit,
                etcd.compactionRetentionHours(),
                etcd.metrics(),
                etcd.peerClientAuthentication(),
                etcd.clientAuthentication(),
                etcd.heartbeatMilliseconds(),
                etcd.electionMilliseconds(),
                etcd.snapshotCount(),
                etcd.metricsPort(),
                etcd.further());
    }

    private static Facts rackHost() {
        return Systems.facts(Systems.rackHost(Cgroups.V2));
    }
}

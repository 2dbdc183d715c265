package io.urania.cluster.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.ClusterFact;
import io.urania.cluster.observation.EtcdBeginning;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.EtcdPeer;
import io.urania.cluster.observation.EtcdView;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.phases.FactsOf;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.FactBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hosts with whatever may be left on them of one etcd or several, chosen at random. A seed makes the same case each time.
 *
 * <p>Data that may be somebody's are those of a member that serves, of other members than those that are wanted, on a host that is not to
 * have any, or beside a control plane. What is left of the same beginning, cut off before any member served, is nobody's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeverTwoClustersTest {
    private static final int CASES = 2000;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ArticleRack rack;

    static IntStream seeds() {
        return IntStream.range(0, CASES);
    }

    @BeforeAll
    void readTheArticle(@TempDir Path directory) {
        rack = ArticleRack.of(directory, ArticleRack.NEWEST);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noMemberBeginsANewClusterWhereThereMayBeOne(int seed) {
        FactBook book = state(new Random(seed)).book();

        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            boolean begins = on(member.host(), book)
                            .filter(EtcdFact.Absent.class::isInstance)
                            .isPresent()
                    && settings(member, book).contains("ETCD_INITIAL_CLUSTER_STATE=new\n");
            if (begins) {
                assertThat(rack.spec().hosts())
                        .as("seed %d: what %s begins with", seed, member.name())
                        .allMatch(host -> isNobodys(host, book));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMemberEntersAClusterOnlyWhereThatClusterWaitsForIt(int seed) {
        FactBook book = state(new Random(seed)).book();
        boolean isRefused = !OtherEtcdMembersTest.findings(rack, book).isEmpty();

        for (EtcdSpec.Member member : rack.spec().etcd().members()) {
            boolean enters = on(member.host(), book)
                            .filter(EtcdFact.Absent.class::isInstance)
                            .isPresent()
                    && settings(member, book).contains("ETCD_INITIAL_CLUSTER_STATE=existing\n");
            if (enters && !isRefused) {
                assertThat(new EtcdView(
                                        rack.spec(),
                                        rack.view(),
                                        rack.spec().etcd().main())
                                .witness(book))
                        .as("seed %d: the cluster that %s enters", seed, member.name())
                        .hasValueSatisfying(witness -> assertThat(
                                        witness.getValue().peers())
                                .anyMatch(peer -> peer.peerUrls()
                                                .contains(member.peerUrl(
                                                        rack.spec().etcd().main()))
                                        && !peer.started()));
            }
        }
    }

    private String settings(EtcdSpec.Member member, FactBook book) {
        return rack.etcdSettings(member.host().shortName(), book);
    }

    private Optional<EtcdFact> on(HostSpec host, FactBook book) {
        return new EtcdView(rack.spec(), rack.view(), rack.spec().etcd().main()).on(host, book);
    }

    private boolean isNobodys(HostSpec host, FactBook book) {
        Optional<EtcdFact> fact = on(host, book);
        if (fact.isEmpty() || fact.get() instanceof EtcdFact.Serving) {
            return false;
        }
        return fact.get() instanceof EtcdFact.Absent
                || (rack.spec().etcdMemberOn(host.name()).isPresent()
                        && fact.get().begun().equals(Optional.of(FactsOf.beginning(rack, EtcdBeginning.NEW)))
                        && rack.spec().controlPlane().stream().allMatch(node -> isBare(node, book)));
    }

    private boolean isBare(NodeSpec node, FactBook book) {
        return rack.view().seenFrom(node, book) instanceof ClusterFact.None;
    }

    private FactsOf state(Random random) {
        FactsOf facts = FactsOf.bareHosts(rack);
        boolean isQuiet = random.nextBoolean();
        for (NodeSpec node : rack.spec().controlPlane()) {
            if (!isQuiet && random.nextInt(3) == 0) {
                facts.cluster(node, random.nextBoolean() ? new ClusterFact.Silent("refused") : FactsOf.finished(rack));
            }
        }
        List<HostSpec> hosts = rack.spec().hosts();
        for (HostSpec host : hosts) {
            boolean isMember = rack.spec().etcdMemberOn(host.name()).isPresent();
            if (random.nextInt(isMember ? 2 : 40) == 0) {
                put(facts, host, random);
            }
        }
        return facts;
    }

    private void put(FactsOf facts, HostSpec host, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> facts.withoutEtcd(host.name());
            case 1, 2 -> facts.etcd(host.name(), new EtcdFact.Silent("refused", beginning(random)));
            default ->
                facts.etcd(
                        host.name(),
                        new EtcdFact.Serving(
                                random.nextInt(4) == 0 ? "c2" : "c1",
                                host.shortName(),
                                "a1",
                                "3.6.8",
                                20480,
                                random.nextInt(4) == 0 ? List.of() : peers(random),
                                beginning(random)));
        }
    }

    private EtcdBeginning beginning(Random random) {
        String state = random.nextInt(3) == 0 ? EtcdBeginning.EXISTING : EtcdBeginning.NEW;
        return random.nextInt(3) == 0
                ? new EtcdBeginning(new TreeSet<>(Set.of("https://10.9.9.9:2380")), state, "")
                : FactsOf.beginning(rack, state);
    }

    /** Those that are wanted, or some of them, or others too; each has started or has not. */
    private List<EtcdPeer> peers(Random random) {
        int most = random.nextInt(3) == 0 ? random.nextInt(3) : 3;
        List<EtcdPeer> peers = new ArrayList<>(rack.spec().etcd().members().stream()
                .limit(most)
                .map(member -> new EtcdPeer(
                        member.name(),
                        new TreeSet<>(Set.of(member.peerUrl(rack.spec().etcd().main()))),
                        random.nextInt(3) > 0))
                .toList());
        if (random.nextInt(5) == 0) {
            peers.add(new EtcdPeer("other", new TreeSet<>(Set.of("https://10.9.9.9:2380")), true));
        }
        return peers;
    }
}

package io.urania.cluster.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.pki.EtcdCertificates;
import io.urania.cluster.pki.EtcdClient;
import io.urania.cluster.spec.EtcdInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtcdProbeTest {
    static final List<String> SHELLS = HostShells.PRESENT;

    /** What the script says of a host with data, before etcdctl is asked. */
    private static final String DATA = "data\na=https://10.0.0.1:2380,b=https://10.0.0.2:2380\nnew\n";

    private static final EtcdBeginning BEGINNING =
            new EtcdBeginning(new TreeSet<>(Set.of("https://10.0.0.1:2380", "https://10.0.0.2:2380")), "new", "");

    /** Of etcdctl 3.6.8. */
    private static final String SERVING = """
        [{"Endpoint":"https://127.0.0.1:2379","Status":{"header":{"cluster_id":324952591200643719,\
        "member_id":13319814642761637952,"revision":1,"raft_term":2},"version":"3.6.8","dbSize":20480,\
        "leader":%s,"raftIndex":4,"raftTerm":2,"raftAppliedIndex":4,"dbSizeInUse":16384,\
        "storageVersion":"3.6.0","dbSizeQuota":2147483648,"downgradeInfo":{}}}]
        """;

    /** Of etcdctl 3.6.8; member c has not started yet. */
    private static final String MEMBERS = """
        {"header":{"cluster_id":324952591200643719,"member_id":13319814642761637952,"raft_term":2},"members":[\
        {"ID":11496781084848068154,"name":"c","peerURLs":["https://10.0.0.3:2380"]},\
        {"ID":15318623299440074612,"name":"a","peerURLs":["https://10.0.0.1:2380"],\
        "clientURLs":["https://10.0.0.1:2379"]}]}
        """;

    /** Of etcdctl 3.6.8, whose word for no answer comes last. */
    private static final String REFUSED = """
        {"level":"warn","ts":"2026-11-23T23:10:00.673880Z","logger":"etcd-client",\
        "caller":"v3@v3.6.8/retry_interceptor.go:65","msg":"retrying of unary invoker failed"}
        Failed to get the status of endpoint https://127.0.0.1:2379 (context deadline exceeded)
        null
        """;

    @TempDir
    Path directory;

    @Test
    void readsTheLeaderOfItself() {
        assertThat(parse(DATA + MEMBERS + SERVING.formatted("13319814642761637952")))
                .isInstanceOfSatisfying(EtcdFact.Serving.class, member -> {
                    assertThat(member.cluster()).isEqualTo("48276a8f75b6a87");
                    assertThat(member.member()).isEqualTo("b8d97cd89fdaa040");
                    assertThat(member.version()).isEqualTo("3.6.8");
                    assertThat(member.databaseBytes()).isEqualTo(20480);
                    assertThat(member.beginning()).isEqualTo(BEGINNING);
                    assertThat(member.isLeader()).isTrue();
                });
    }

    @Test
    void readsAFollower() {
        assertThat(parse(DATA + SERVING.formatted("42"))).isInstanceOfSatisfying(EtcdFact.Serving.class, member -> {
            assertThat(member.leader()).isEqualTo("2a");
            assertThat(member.isLeader()).isFalse();
        });
    }

    @Test
    void readsThePeersAndWhichOfThemHaveStarted() {
        assertThat(parse(DATA + SERVING.formatted("42") + MEMBERS))
                .isInstanceOfSatisfying(
                        EtcdFact.Serving.class,
                        member -> assertThat(member.peers())
                                .containsExactly(
                                        new EtcdPeer("c", new TreeSet<>(Set.of("https://10.0.0.3:2380")), false),
                                        new EtcdPeer("a", new TreeSet<>(Set.of("https://10.0.0.1:2380")), true)));
    }

    @Test
    void withoutMostMembersNobodyTellsThePeers() {
        assertThat(parse(DATA + "Error: context deadline exceeded\n" + SERVING.formatted("42")))
                .isInstanceOfSatisfying(
                        EtcdFact.Serving.class,
                        member -> assertThat(member.peers()).isEmpty());
    }

    @Test
    void warningsBeforeTheAnswerDoNotMatter() {
        assertThat(parse(DATA + "{\"level\":\"warn\"}\n" + SERVING.formatted("42")))
                .isInstanceOf(EtcdFact.Serving.class);
    }

    @Test
    void aMemberThatDoesNotAnswerTellsWhy() {
        assertThat(parse(DATA + REFUSED))
                .isEqualTo(new EtcdFact.Silent(
                        "Failed to get the status of endpoint https://127.0.0.1:2379 (context deadline exceeded)",
                        BEGINNING));
    }

    @Test
    void noWordOfEtcdctlIsNoAnswerOfTheMember() {
        assertThat(parse(DATA)).isEqualTo(new EtcdFact.Silent("no answer", BEGINNING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data\n", "data\na=b\n", "nonsense\n"})
    void aScriptThatWasCutOffTellsNothing(String output) {
        assertThat(probe().parse(output, new TreeSet<>())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{", "[{}]", "[{\"Status\":{\"header\":{\"member_id\":\"x\"}}}]"})
    void anAnswerOfAnotherShapeIsTold(String output) {
        assertThat(parse(DATA + output))
                .isInstanceOfSatisfying(
                        EtcdFact.Silent.class,
                        silent -> assertThat(silent.reason()).startsWith("etcdctl's answer cannot be read"));
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void aDirectoryThatNoMemberHasUsedIsNothing(String shell) throws Exception {
        Files.createDirectories(directory.resolve("etcd/member/snap"));

        assertThat(asked(shell)).isEqualTo(new EtcdFact.Absent());
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void dataWithoutEtcdctlAreAMemberThatIsSilent(String shell) throws Exception {
        log(directory.resolve("etcd"));

        assertThat(asked(shell))
                .isEqualTo(new EtcdFact.Silent("etcdctl is missing", new EtcdBeginning(new TreeSet<>(), "", "")));
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void dataAreFoundWhereTheHostsOwnSettingsHaveThem(String shell) throws Exception {
        log(directory.resolve("other place"));
        Files.writeString(
                directory.resolve("etcd.env"),
                "ETCD_DATA_DIR=" + directory.resolve("other place")
                        + "\nETCD_INITIAL_CLUSTER=a=https://10.0.0.1:2380\nETCD_INITIAL_CLUSTER_STATE=existing");

        assertThat(asked(shell))
                .isEqualTo(new EtcdFact.Silent(
                        "etcdctl is missing",
                        new EtcdBeginning(
                                new TreeSet<>(Set.of("https://10.0.0.1:2380")),
                                "existing",
                                directory.resolve("other place").toString())));
    }

    /** kubeadm's static pod has its settings as flags in its manifest. */
    @ParameterizedTest
    @FieldSource("SHELLS")
    void aManifestTellsHowItsMemberWasBegun(String shell) throws Exception {
        Path data = directory.resolve("data of a pod");
        log(data);
        Files.writeString(directory.resolve("etcd.env"), """
                spec:
                  containers:
                  - command:
                    - etcd
                    - --data-dir=%s
                    - --initial-advertise-peer-urls=https://10.0.0.2:2380
                    - --initial-cluster=a=https://10.0.0.1:2380,b=https://10.0.0.2:2380
                    - --initial-cluster-state=existing
                """.formatted(data));

        assertThat(asked(shell))
                .isEqualTo(new EtcdFact.Silent(
                        "etcdctl is missing",
                        new EtcdBeginning(
                                new TreeSet<>(Set.of("https://10.0.0.1:2380", "https://10.0.0.2:2380")),
                                "existing",
                                data.toString())));
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void bothQuestionsToEtcdctlAreAnswered(String shell) throws Exception {
        log(directory.resolve("etcd"));
        Path etcdctl = directory.resolve("etcdctl");
        Files.writeString(etcdctl, """
            #!/bin/sh
            case $* in
            *"member list"*) cat <<'END'
            %sEND
            ;;
            *"endpoint status"*) cat <<'END'
            %sEND
            ;;
            esac
            """.formatted(MEMBERS, SERVING.formatted("42")));
        assertThat(etcdctl.toFile().setExecutable(true)).isTrue();

        assertThat(asked(shell))
                .isInstanceOfSatisfying(
                        EtcdFact.Serving.class,
                        member -> assertThat(member.peers()).hasSize(2));
    }

    private static void log(Path data) throws Exception {
        Files.createDirectories(data.resolve("member/wal"));
        Files.createFile(data.resolve("member/wal/0000000000000000-0000000000000000.wal"));
    }

    private EtcdFact asked(String shell) throws Exception {
        SortedSet<String> subjects = new TreeSet<>(Set.of(""));
        return only(probe().parse(HostShells.run(shell, probe().script(subjects)), subjects));
    }

    private EtcdFact parse(String output) {
        return only(probe().parse(output, new TreeSet<>()));
    }

    private static EtcdFact only(Map<String, EtcdFact> facts) {
        assertThat(facts).containsOnlyKeys("");
        return facts.getOrDefault("", new EtcdFact.Absent());
    }

    private EtcdProbe probe() {
        return new EtcdProbe(
                directory.resolve("etcdctl").toString(),
                EtcdInstance.ofObjects(directory.resolve("etcd").toString()),
                directory.resolve("etcd.env").toString(),
                new EtcdClient(
                        EtcdCertificates.CLIENT_AUTHORITY,
                        EtcdCertificates.CLIENT,
                        EtcdCertificates.CLIENT_KEY,
                        "127.0.0.1"));
    }
}

package io.urania.cluster.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtcdProbeTest {
    /** Of etcdctl 3.6.8. */
    private static final String SERVING = """
            [{"Endpoint":"https://127.0.0.1:2379","Status":{"header":{"cluster_id":324952591200643719,\
            "member_id":13319814642761637952,"revision":1,"raft_term":2},"version":"3.6.8","dbSize":20480,\
            "leader":%s,"raftIndex":4,"raftTerm":2,"raftAppliedIndex":4,"dbSizeInUse":16384,\
            "storageVersion":"3.6.0","dbSizeQuota":2147483648,"downgradeInfo":{}}}]
            """;

    /** Of etcdctl 3.6.8, whose word for no answer comes last. */
    private static final String REFUSED = """
            {"level":"warn","ts":"2026-11-23T23:10:00.673880Z","logger":"etcd-client",\
            "caller":"v3@v3.6.8/retry_interceptor.go:65","msg":"retrying of unary invoker failed"}
            Failed to get the status of endpoint https://127.0.0.1:2379 (context deadline exceeded)
            null
            """;

    @Test
    void readsTheLeaderOfItself() {
        EtcdFact fact = parse(SERVING.formatted("13319814642761637952"));

        assertThat(fact)
                .isEqualTo(new EtcdFact.Serving("b8d97cd89fdaa040", "b8d97cd89fdaa040", "3.6.8", 20480))
                .isInstanceOfSatisfying(
                        EtcdFact.Serving.class,
                        member -> assertThat(member.isLeader()).isTrue());
    }

    @Test
    void readsAFollower() {
        assertThat(parse(SERVING.formatted("42"))).isInstanceOfSatisfying(EtcdFact.Serving.class, member -> {
            assertThat(member.leader()).isEqualTo("2a");
            assertThat(member.isLeader()).isFalse();
        });
    }

    @Test
    void warningsBeforeTheAnswerDoNotMatter() {
        assertThat(parse("{\"level\":\"warn\"}\n" + SERVING.formatted("42"))).isInstanceOf(EtcdFact.Serving.class);
    }

    @Test
    void aMemberThatDoesNotAnswerTellsWhy() {
        assertThat(parse(REFUSED))
                .isEqualTo(new EtcdFact.Silent(
                        "Failed to get the status of endpoint https://127.0.0.1:2379 (context deadline exceeded)"));
    }

    @Test
    void noOutputAtAllIsNoAnswer() {
        assertThat(parse("")).isEqualTo(new EtcdFact.Silent("no answer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{", "[{}]", "[{\"Status\":{\"header\":{\"member_id\":\"x\"}}}]"})
    void anAnswerOfAnotherShapeIsTold(String output) {
        assertThat(parse(output))
                .isInstanceOfSatisfying(
                        EtcdFact.Silent.class,
                        silent -> assertThat(silent.reason()).startsWith("etcdctl's answer cannot be read"));
    }

    private static EtcdFact parse(String output) {
        return new EtcdProbe("/usr/local/bin/etcdctl")
                .parse(output, new TreeSet<>())
                .get("");
    }
}

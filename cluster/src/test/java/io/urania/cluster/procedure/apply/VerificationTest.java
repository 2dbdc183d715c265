package io.urania.cluster.procedure.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.phases.ArticleRack;
import io.urania.engine.plan.Change;
import io.urania.engine.text.ResourceText;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class VerificationTest {

    @TempDir
    Path directory;

    /** Without kubectl nothing comes about, and each would wait for minutes. */
    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void aVerificationEndsSoonWhenItsRunIsToEnd(String shell) throws Exception {
        ArticleRack rack = ArticleRack.of(
                directory, ArticleRack.NEWEST + "bin_dir: /nowhere\netcd_events_cluster_enabled: true\n");

        for (Change change :
                Verification.plan(rack.spec(), rack.deployment().versions()).changes()) {
            String script =
                    change.difference().operation().apply(_ -> Optional.empty()).script();
            assertThat(HostShells.all(shell, "waiting_for() { :; }\nasked_to_stop() { :; }\n" + script))
                    .as(change.id().toString())
                    .contains("stopped waiting because the run is ending")
                    .endsWith("ended with 1\n");
        }
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void eventsAreStoredWhereAllMembersServeAndHaveSome(String shell) throws Exception {
        assertThat(stored(shell, "*\\ health) ;; *) echo /registry/events/default/pod.1 ;;"))
                .isEmpty();
        assertThat(stored(shell, "*\\ health) ;; *) echo compact_rev_key ;;")).isEqualTo("""
                        stopped waiting because the run is ending: API servers have stored no event there
                        ended with 1
                        """);
        assertThat(stored(shell, "*=b*) echo refused; return 1 ;; *) ;;")).isEqualTo("""
                        stopped waiting because the run is ending: the member at b is not healthy: refused
                        ended with 1
                        """);
    }

    /** What is said if etcdctl answers so. */
    private static String stored(String shell, String answers) throws Exception {
        return HostShells.all(
                shell,
                "waiting_for() { :; }\nasked_to_stop() { :; }\nask() { case $* in " + answers + " esac; }\nset -- a b\n"
                        + ResourceText.beside(Verification.class, "events-stored.sh"));
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void everyScriptIsShellThatHostsCanRead(String shell) throws Exception {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + "etcd_events_cluster_enabled: true\n");

        for (Change change :
                Verification.plan(rack.spec(), rack.deployment().versions()).changes()) {
            String script =
                    change.difference().operation().apply(_ -> Optional.empty()).script();
            assertThat(HostShells.mistakes(shell, script))
                    .as(change.id().toString())
                    .isEmpty();
        }
    }
}

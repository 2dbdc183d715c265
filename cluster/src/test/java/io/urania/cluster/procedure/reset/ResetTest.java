package io.urania.cluster.procedure.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.phases.ArticleRack;
import io.urania.engine.fact.FactBook;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ResetTest {

    @TempDir
    Path directory;

    @Test
    void resetTakesFromEveryHostWhatItHas() {
        Plan plan = plan();

        assertThat(titles(plan, "pandore"))
                .containsExactly(
                        "remove Kubernetes from the node",
                        "remove etcd and its data",
                        "remove what earlier inventories had here",
                        "put back the files that were there before",
                        "remove our lines from /etc/hosts",
                        "check that nothing is left");
        assertThat(titles(plan, "balancer"))
                .containsExactly(
                        "stop the balancer",
                        "remove what earlier inventories had here",
                        "put back the files that were there before",
                        "remove our lines from /etc/hosts",
                        "check that nothing is left");
        assertThat(plan.changes())
                .allSatisfy(change ->
                        assertThat(change.needs()).allMatch(need -> need.host().equals(change.host())));
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void whatAHostHasOfAnEarlierGroupIsTaken(String shell) throws Exception {
        Path etcd = written("etcd.service", "[Unit]\nDescription=etcd, the store of Kubernetes\n");
        Path kubelet = written("kubelet.service", "[Unit]\nDescription=kubelet, the node agent of Kubernetes\n");
        Path settings = written("etcd.env", "ETCD_NAME=erato\nETCD_DATA_DIR=/var/lib/etcd of mine\n");

        assertThat(HostShells.run(shell, leftovers(settings, etcd, kubelet))).isEqualTo("""
                        an etcd member is left, with its data in /var/lib/etcd of mine
                        etcd goes: /var/lib/etcd of mine
                        a kubelet is left
                        node goes
                        """);
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void unitsOfOthersStay(String shell) throws Exception {
        Path etcd = written("etcd.service", "[Unit]\nDescription=etcd - highly-available key value store\n");
        Path nothing = directory.resolve("nothing");

        assertThat(HostShells.run(shell, leftovers(nothing, etcd, nothing))).isEmpty();
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String leftovers(Path settings, Path etcd, Path kubelet) {
        return "set -eu\nsettings=" + Shell.quote(settings.toString()) + "\netcd_unit=" + Shell.quote(etcd.toString())
                + "\nkubelet_unit=" + Shell.quote(kubelet.toString())
                + "\ntake_etcd() { echo \"etcd goes: $former_data\"; }\ntake_node() { echo \"node goes\"; }\n"
                + ResourceText.beside(FormerRoles.class, "former-roles.sh");
    }

    private static List<String> titles(Plan plan, String host) {
        return plan.changes().stream()
                .filter(change -> change.host().equals(ArticleRack.host(host)))
                .map(Change::title)
                .toList();
    }

    @ParameterizedTest
    @FieldSource("io.urania.cluster.HostShells#PRESENT")
    void everyScriptIsShellThatHostsCanRead(String shell) throws Exception {
        for (Change change : plan().changes()) {
            String script =
                    change.difference().operation().apply(_ -> Optional.empty()).script();
            assertThat(HostShells.mistakes(shell, script))
                    .as(change.id().toString())
                    .isEmpty();
        }
    }

    private Plan plan() {
        return new Reset(ArticleRack.of(directory, ArticleRack.NEWEST).spec()).plan(new FactBook(Map.of()));
    }
}

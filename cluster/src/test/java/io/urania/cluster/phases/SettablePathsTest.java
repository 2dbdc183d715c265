package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.procedure.reset.ResetText;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an inventory puts something, it is for all who use it: no probe, script, file or reset has the usual place built in. */
class SettablePathsTest {

    /** A variable, its usual value, and another one. */
    private static final List<Map.Entry<String, List<String>>> SETTINGS = List.of(
            Map.entry("bin_dir", List.of("/usr/local/bin", "/opt/own/bin")),
            Map.entry("kube_cert_dir", List.of("/etc/kubernetes/ssl", "/etc/kubernetes/own-pki")),
            Map.entry("etcd_data_dir", List.of("/var/lib/etcd", "/srv/own-etcd")),
            Map.entry("etcd_events_data_dir", List.of("/var/lib/etcd-events", "/srv/own-events")),
            Map.entry("containerd_storage_dir", List.of("/var/lib/containerd", "/srv/own-containerd")),
            Map.entry("containerd_state_dir", List.of("/run/containerd\"", "/run/containerd-own")),
            Map.entry("kube_apiserver_port", List.of("bindPort: 6443", "bindPort: 7443")));

    /** A program in its image, and the list of the system's own directories. */
    private static final List<String> ELSEWHERE = List.of("- /usr/local/bin/kube-proxy", " | /lost+found | ");

    @TempDir
    Path directory;

    @Test
    void nothingThatIsDoneOrAskedNamesTheUsualPlaces() {
        ArticleRack rack =
                ArticleRack.of(directory, ArticleRack.NEWEST + "etcd_events_cluster_enabled: true\n" + variables());
        Set<String> lines = new TreeSet<>();
        for (Change change : rack.plan(FactsOf.bareHosts(rack).book()).changes()) {
            lines.addAll(lines(change));
        }
        rack.tasks().forEach(task -> task.work().questions().forEach(question -> lines.addAll(lines(question))));
        lines.addAll(ResetText.of(rack.spec()));

        for (Map.Entry<String, List<String>> setting : SETTINGS) {
            assertThat(lines.stream()
                            .filter(line -> names(line, setting.getValue().getFirst())))
                    .as(setting.getKey())
                    .isEmpty();
            assertThat(lines.stream()
                            .filter(line -> line.contains(setting.getValue().getLast())))
                    .as(setting.getKey())
                    .isNotEmpty();
        }
    }

    private static String variables() {
        return SETTINGS.stream()
                .map(setting ->
                        setting.getKey() + ": " + setting.getValue().getLast().replace("bindPort: ", "") + "\n")
                .collect(Collectors.joining());
    }

    private static boolean names(String line, String usual) {
        return line.contains(usual) && ELSEWHERE.stream().noneMatch(line::contains);
    }

    private static Set<String> lines(Change change) {
        var operation = change.difference().operation().apply(_ -> Optional.of(FactsOf.AUTHORITY));
        Set<String> lines = new TreeSet<>(operation.script().lines().toList());
        operation.payloads().forEach(payload -> {
            if (!(payload instanceof Payload.LocalFile)) {
                lines.addAll(Plans.text(payload).lines().toList());
            }
        });
        return lines;
    }

    private static Set<String> lines(Question<?> question) {
        return new TreeSet<>(question.probe()
                .script(new TreeSet<>(Set.of(question.subject())))
                .lines()
                .toList());
    }
}

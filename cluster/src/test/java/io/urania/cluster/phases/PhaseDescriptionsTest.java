package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.registry.Variables;
import io.urania.engine.plan.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What phases say of themselves, compared with the tasks that they add for the article's rack, new and old. */
class PhaseDescriptionsTest {

    /** Read before and after the phases: for connections, preflight and what is handed out at the end. */
    private static final Set<String> READ_BY_NO_PHASE = Set.of(
            "ansible_host",
            "ansible_port",
            "ansible_user",
            "ansible_ssh_private_key_file",
            "ansible_ssh_args",
            "ansible_ssh_common_args",
            "ansible_ssh_extra_args",
            "ansible_become",
            "ansible_connection",
            "ansible_password",
            "ansible_become_password",
            "minimal_node_memory_mb",
            "minimal_master_memory_mb",
            "kubeconfig_localhost",
            "kubectl_localhost",
            "artifacts_dir",
            "urania_without");

    @TempDir
    Path directory;

    static Stream<PhaseDescription> phases() {
        return Phases.descriptions().stream();
    }

    @ParameterizedTest
    @MethodSource("phases")
    void aPhaseExplainsItself(PhaseDescription phase) {
        assertThat(phase.word()).matches("[a-z-]+");
        assertThat(phase.places()).isNotEmpty();
        assertThat(phase.purpose()).endsWith(".");
        assertThat(phase.variables())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(Variables.all())
                .allMatch(Variable::hasEffect);
    }

    @Test
    void everyVariableWithAnEffectIsNamedByThePhaseThatReadsIt() {
        Set<String> named = phases().flatMap(phase -> phase.variables().stream())
                .map(Variable::name)
                .collect(Collectors.toSet());
        Set<String> unnamed = Variables.all().stream()
                .filter(Variable::hasEffect)
                .map(Variable::name)
                .filter(name -> !named.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unnamed).isEqualTo(new TreeSet<>(READ_BY_NO_PHASE));
    }

    @ParameterizedTest
    @MethodSource("phases")
    void aPhaseWorksOnTheHostsThatItNames(PhaseDescription phase) {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST);
        Set<String> hosts = tasks(rack, phase).map(task -> task.id().host()).collect(Collectors.toSet());

        assertThat(Place.hosts(phase.places(), rack.spec()))
                .extracting(HostSpec::name)
                .containsExactlyInAnyOrderElementsOf(hosts);
    }

    @ParameterizedTest
    @MethodSource("phases")
    void aPhaseNamesTheFilesProgramsAndUnitsThatItMakes(PhaseDescription phase) throws IOException {
        Path plugin = Files.writeString(
                directory.resolve("plugin.yaml"), "{apiVersion: v1, kind: Namespace, metadata: {name: own}}");
        String others = ArticleRack.NEWEST
                + "helm_enabled: true\ndns_mode: coredns_dual\nenable_nodelocaldns_secondary: true\nkubelet_csr_approver_enabled: true\n"
                + "auto_renew_certificates: true\netcd_events_cluster_enabled: true\nkube_network_plugin: cni\ncustom_cni_manifests: ["
                + plugin + "]\n";
        String clock = ArticleRack.NEWEST + "ntp_enabled: true\nntp_manage_config: true\nntp_timezone: Etc/UTC\n"
                + "ntp_force_sync_immediately: true\nntp_package: ";
        List<String> tasks = Stream.of(
                        ArticleRack.NEWEST,
                        ArticleRack.ARTICLES_OWN,
                        others,
                        clock + "ntp\n",
                        clock + "chrony\n",
                        clock + "systemd-timesyncd\n")
                .map(variables -> ArticleRack.of(directory, variables))
                .flatMap(rack -> tasks(rack, phase))
                .map(task -> task.id().name())
                .distinct()
                .toList();

        assertThat(named(tasks, "service ")).containsExactlyInAnyOrderElementsOf(phase.about(Topic.UNITS));
        assertThat(named(tasks, "manifest ")).containsExactlyInAnyOrderElementsOf(phase.about(Topic.OBJECTS));
        assertThat(named(tasks, "program /usr/local/bin/"))
                .containsExactlyInAnyOrderElementsOf(phase.about(Topic.PROGRAMS));
        assertThat(Stream.of("file ", "lines of ", "program /opt").flatMap(kind -> named(tasks, kind).stream()))
                .allSatisfy(file -> assertThat(phase.about(Topic.FILES)).anyMatch(pattern -> fits(pattern, file)));
    }

    private static Stream<Task> tasks(ArticleRack rack, PhaseDescription phase) {
        return rack.tasks().stream().filter(task -> task.phase().equals(phase.title()));
    }

    private static List<String> named(List<String> tasks, String kind) {
        String kept = kind.endsWith("/opt") ? "/opt" : "";
        return tasks.stream()
                .filter(task -> task.startsWith(kind))
                .map(task -> kept + task.substring(kind.length()))
                .toList();
    }

    private static boolean fits(String pattern, String file) {
        return Pattern.matches(pattern.replace(".", "\\.").replace("*", "[^/]+"), file);
    }
}

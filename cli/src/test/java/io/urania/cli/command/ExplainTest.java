package io.urania.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phases.Phases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExplainTest {

    @TempDir
    private Path directory;

    static Stream<PhaseDescription> phases() {
        return Phases.descriptions().stream();
    }

    @ParameterizedTest
    @MethodSource("phases")
    void everyPhaseIsExplainedWithAllThatItSaysOfItself(PhaseDescription phase) {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("explain", phase.word())).isZero();
        assertThat(urania.output()).startsWith(phase.title() + "\n").contains("\nHosts\n");
        assertThat(urania.output().lines()).allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
        for (List<String> entries : phase.details().values()) {
            assertThat(urania.output()).contains(entries);
        }
    }

    @Test
    void withoutAPhaseAllAreListedInTheirOrder() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("explain")).isZero();
        assertThat(urania.output().lines().skip(1).map(line -> line.split(" ", -1)[0]))
                .containsExactlyElementsOf(phases().map(PhaseDescription::word).toList());
    }

    @Test
    void withAnInventoryTheHostsAreNamed() throws Exception {
        Path hosts = Files.writeString(directory.resolve("hosts.yaml"), """
                all:
                  hosts:
                    pi1: {ansible_host: 192.0.2.1, ip: 192.0.2.1}
                    pi2: {ansible_host: 192.0.2.2, ip: 192.0.2.2}
                  children:
                    kube_control_plane: {hosts: {pi1: {}}}
                    kube_node: {hosts: {pi1: {}, pi2: {}}}
                    etcd: {hosts: {pi1: {}}}
                    k8s_cluster: {children: {kube_control_plane: {}, kube_node: {}}}
                """);
        CommandLineOnPipes urania = new CommandLineOnPipes(directory.resolve("elsewhere"), new FakeCluster());

        assertThat(urania.run("explain", "etcd", "-i", hosts.toString()))
                .as(urania.errors())
                .isZero();
        assertThat(urania.output()).contains("\nHosts\n  etcd members; control plane hosts\n  pi1\n\n");
    }

    @Test
    void aPhaseThatThereIsNotIsAnsweredWithThoseThereAre() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run("explain", "ectd")).isEqualTo(2);
        assertThat(urania.errors()).contains("unknown phase 'ectd'", "etcd", "control-plane");
    }

    private CommandLineOnPipes urania() {
        return new CommandLineOnPipes(directory, new FakeCluster());
    }
}

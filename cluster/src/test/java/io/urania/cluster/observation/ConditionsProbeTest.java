package io.urania.cluster.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ConditionsProbeTest {
    static final List<String> SHELLS = HostShells.PRESENT;

    /** Of kubectl 1.36.3 with the template of the script, on a rack of three. */
    private static final String WELL = """
            node|pandore|NetworkUnavailable|False|"Flannel is running on this node"
            node|pandore|MemoryPressure|False|"kubelet has sufficient memory available"
            node|pandore|DiskPressure|False|"kubelet has no disk pressure"
            node|pandore|PIDPressure|False|"kubelet has sufficient PID available"
            node|pandore|Ready|True|"kubelet is posting ready status"
            node|erato|DiskPressure|False|"kubelet has no disk pressure"
            node|erato|Ready|True|"kubelet is posting ready status"
            workload|deployment|coredns|2|2|2|1|1
            workload|daemonset|flannel|2|2|2|1|1
            """;

    @TempDir
    Path directory;

    private List<Proof> proofs = List.of();

    @ParameterizedTest
    @FieldSource("SHELLS")
    void whereAllIsWellNothingIsSaid(String shell) throws Exception {
        assertThat(judgement(shell, WELL)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void nodesUnderPressureAreNamed(String shell) throws Exception {
        assertThat(judgement(
                        shell,
                        WELL.replace(
                                "erato|DiskPressure|False|\"kubelet has no disk pressure\"",
                                "erato|DiskPressure|True|\"kubelet has disk pressure\"")))
                .containsExactly("node erato has the condition DiskPressure: \"kubelet has disk pressure\"");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void nodesThatAreNotReadyOrNotThereAreNamed(String shell) throws Exception {
        String away = WELL.replace(
                        "erato|Ready|True|\"kubelet is posting ready status\"", "erato|Ready|Unknown|\"stopped\"")
                .replace("node|pandore", "node|urania");

        assertThat(judgement(shell, away))
                .containsExactly("node erato is not Ready: \"stopped\"", "pandore is not a cluster node");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void workloadsThatAreNotReadyUpToDateOrTakenUpAreNamed(String shell) throws Exception {
        assertThat(judgement(shell, WELL + """
                        workload|deployment|metrics-server|1|0|1|1|1
                        workload|daemonset|kube-proxy|2|2|1|4|4
                        workload|daemonset|node-local-dns|2|2|2|4|3
                        """))
                .containsExactly(
                        "deployment metrics-server of kube-system: 0 of 1 ready, 1 up to date",
                        "daemonset kube-proxy of kube-system: 2 of 2 ready, 1 up to date",
                        "daemonset node-local-dns of kube-system: its newest settings are not taken up yet");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void whatProvesThatAComponentWorksIsMissed(String shell) throws Exception {
        proofs = List.of(
                Proof.deployment("coredns"),
                Proof.deployment("metrics-server"),
                Proof.daemonSet("coredns"),
                Proof.api("v1beta1.metrics.k8s.io"));

        assertThat(judgement(shell, WELL))
                .containsExactly(
                        "deployment metrics-server of kube-system is missing",
                        "daemonset coredns of kube-system is missing",
                        "API v1beta1.metrics.k8s.io is missing");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void anApiThatNobodyServesIsNamed(String shell) throws Exception {
        proofs = List.of(Proof.api("v1beta1.metrics.k8s.io"));

        assertThat(judgement(shell, WELL + "api|v1beta1.metrics.k8s.io|True|\"all checks passed\"\n"))
                .isEmpty();
        assertThat(judgement(shell, WELL + "api|v1beta1.metrics.k8s.io|False|\"no response from 10.233.5.1 | 503\"\n"))
                .containsExactly("API v1beta1.metrics.k8s.io is not available: \"no response from 10.233.5.1 | 503\"");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void containersThatCannotStartAreNamedWithTheReasonAndTheirLastWord(String shell) throws Exception {
        assertThat(judgement(shell, WELL + """
                        waiting|coredns-5b7|coredns|CrashLoopBackOff|"plugin/loop: Loop (127.0.0.1 -> :53) | see more"
                        waiting|flannel-x1|flannel|ErrImageNeverPull|"Container image \\"flannel\\" is not present"
                        waiting|kube-proxy-1|kube-proxy|ContainerCreating|""
                        """))
                .containsExactly(
                        "pod coredns-5b7 of kube-system, container coredns: CrashLoopBackOff:"
                                + " \"plugin/loop: Loop (127.0.0.1 -> :53) | see more\"",
                        "pod flannel-x1 of kube-system, container flannel: ErrImageNeverPull:"
                                + " \"Container image \\\"flannel\\\" is not present\"");
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void whatKubectlPrintsIsReadAndJudged(String shell) throws Exception {
        ConditionsProbe probe = probe(WELL + "workload|deployment|metrics-server|1|0|1|1|1\n", 0);
        String functions = probe.functions();

        String output =
                HostShells.run(shell, functions + "look\necho seen\nprintf '%s\\n' \"$seen\"\necho judgement\njudge\n");

        assertThat(probe.parse(output, new TreeSet<>()))
                .isEqualTo(Map.of(
                        "",
                        new ConditionsFact.Seen(
                                List.of(
                                        new Workload("deployment", "coredns", 2, 2),
                                        new Workload("daemonset", "flannel", 2, 2),
                                        new Workload("deployment", "metrics-server", 1, 0)),
                                List.of("deployment metrics-server of kube-system: 0 of 1 ready, 1 up to date"))));
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void notToSeeIsNotToBeWell(String shell) throws Exception {
        String output = HostShells.run(
                shell, probe("refused\n", 1).functions() + "if look; then echo seen; else echo \"unseen $seen\"; fi");

        assertThat(output).isEqualTo("unseen refused\n");
    }

    @Test
    void answersThatWereCutOffTellNothing() throws Exception {
        ConditionsProbe probe = probe("", 0);

        assertThat(probe.parse("", new TreeSet<>())).isEmpty();
        assertThat(probe.parse("seen\n" + WELL, new TreeSet<>())).isEmpty();
        assertThat(probe.parse("none\n", new TreeSet<>()))
                .isEqualTo(Map.of("", new ConditionsFact.Unseen("it is not a control plane host")));
        assertThat(probe.parse("unseen\nrefused\n", new TreeSet<>()))
                .isEqualTo(Map.of("", new ConditionsFact.Unseen("refused")));
    }

    private List<String> judgement(String shell, String seen) throws Exception {
        return HostShells.run(shell, probe(seen, 0).functions() + "look\njudge\n")
                .lines()
                .toList();
    }

    /** A probe whose kubectl prints a text. */
    private ConditionsProbe probe(String text, int code) throws Exception {
        Path kubectl = directory.resolve("kubectl");
        Files.writeString(directory.resolve("answer"), text);
        Files.writeString(kubectl, "#!/bin/sh\ncat '%s'\nexit %d\n".formatted(directory.resolve("answer"), code));
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        return new ConditionsProbe(kubectl.toString(), List.of("pandore", "erato"), proofs);
    }
}

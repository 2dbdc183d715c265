package io.urania.cluster.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MachineProbeTest {
    static final List<String> SHELLS = HostShells.PRESENT;

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("SHELLS")
    void tellsTheMachineAndTheEtcdOfItsApiServer(String shell) throws Exception {
        Files.writeString(directory.resolve("machine-id"), "b4f0d1c2a3e44c5e8a7f6d5c4b3a2910\n");
        Files.writeString(directory.resolve("kube-apiserver.yaml"), """
            spec:
              containers:
              - command:
                - kube-apiserver
                - --etcd-cafile=/etc/ssl/etcd/ssl/ca.pem
                - --etcd-servers=https://10.0.0.1:2379,https://10.0.0.2:2379
                - --etcd-servers-overrides=/events#https://10.0.0.1:2383;https://10.0.0.2:2383
            """);

        assertThat(asked(shell))
                .isEqualTo(Map.of(
                        "",
                        new MachineFact(
                                "b4f0d1c2a3e44c5e8a7f6d5c4b3a2910",
                                new TreeSet<>(Set.of("https://10.0.0.1:2379", "https://10.0.0.2:2379")),
                                false,
                                false)));
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void readsWhatSomebodyHasQuoted(String shell) throws Exception {
        Files.writeString(directory.resolve("kube-apiserver.yaml"), """
            - kube-apiserver
            - "--etcd-servers=https://127.0.0.1:2379"
            """);

        assertThat(asked(shell))
                .isEqualTo(
                        Map.of("", new MachineFact("", new TreeSet<>(Set.of("https://127.0.0.1:2379")), false, false)));
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void aManifestThatDoesNotTellIsNoAnswer(String shell) throws Exception {
        Files.writeString(directory.resolve("kube-apiserver.yaml"), "- kube-apiserver\n- --config=elsewhere\n");

        assertThat(asked(shell)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void aHostWithNeitherTellsThat(String shell) throws Exception {
        assertThat(asked(shell)).isEqualTo(Map.of("", new MachineFact("", new TreeSet<>(), false, false)));
    }

    @ParameterizedTest
    @FieldSource("SHELLS")
    void tellsWhetherTheApiServerHasKeys(String shell) throws Exception {
        Files.writeString(
                directory.resolve("kube-apiserver.yaml"),
                "- kube-apiserver\n- --etcd-servers=https://127.0.0.1:2379\n");
        Files.writeString(
                directory.resolve("encryption.yaml"),
                "# urania: secrets secretbox:key-0123abcd identity\n---\nkind: x\n");

        assertThat(asked(shell).values()).allMatch(MachineFact::isEncrypting);

        Files.writeString(directory.resolve("encryption.yaml"), "# urania: secrets identity\n---\nkind: x\n");

        assertThat(asked(shell).values()).noneMatch(MachineFact::isEncrypting);
    }

    private Map<String, MachineFact> asked(String shell) throws Exception {
        MachineProbe probe = new MachineProbe(
                directory.resolve("machine-id").toString(),
                directory.resolve("kube-apiserver.yaml").toString(),
                directory.resolve("encryption.yaml").toString());
        return probe.parse(HostShells.run(shell, probe.script(new TreeSet<>(Set.of("")))), new TreeSet<>());
    }
}

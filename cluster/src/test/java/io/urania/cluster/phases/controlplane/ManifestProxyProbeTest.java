package io.urania.cluster.phases.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Step;
import io.urania.engine.transport.LocalTransport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestProxyProbeTest {

    /** As kubeadm 1.36 writes it, shortened. */
    private static final String MANIFEST = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: kube-apiserver
            spec:
              containers:
              - command:
                - kube-apiserver
                - --proxy-client-cert-file=/etc/kubernetes/pki/front-proxy-client.crt
                - --enable-admission-plugins=NodeRestriction
            %s    image: registry.k8s.io/kube-apiserver:v1.36.3
                name: kube-apiserver
            """;

    private static final String ENVIRONMENT = """
                env:
                - name: HTTP_PROXY
                  value: http://10.255.1.1:3128
                - name: no_proxy
                  value: $(touch never),*
                - name: GODEBUG
                  value: x
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void namesTheVariablesOfThoseManifestsThatHaveAny(String shell) throws Exception {
        Path clean = Files.writeString(directory.resolve("clean one.yaml"), MANIFEST.formatted(""));
        Path proxied = Files.writeString(directory.resolve("proxied.yaml"), MANIFEST.formatted(ENVIRONMENT.indent(4)));
        Path absent = directory.resolve("absent.yaml");
        SortedSet<String> subjects = new TreeSet<>(List.of(clean.toString(), proxied.toString(), absent.toString()));

        String output = new BatchRunner(new LocalTransport(List.of(shell.split(" ", -1))))
                .run(
                        LocalTransport.target("here"),
                        List.of(new Step("one", Operation.of(ManifestProxyProbe.INSTANCE.script(subjects)))),
                        Mode.KEEP_GOING,
                        BatchListener.NONE)
                .getFirst()
                .output();

        assertThat(ManifestProxyProbe.INSTANCE.parse(output, subjects))
                .isEqualTo(Map.of(
                        clean.toString(), new TreeSet<>(),
                        proxied.toString(), new TreeSet<>(List.of("HTTP_PROXY", "no_proxy")),
                        absent.toString(), new TreeSet<>()));
    }
}

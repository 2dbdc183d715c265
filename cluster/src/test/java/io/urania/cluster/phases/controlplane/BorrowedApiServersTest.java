package io.urania.cluster.phases.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.reader.RackFiles;
import io.urania.cluster.spec.ClusterSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BorrowedApiServersTest {
    static final List<String> SHELLS = HostShells.PRESENT;

    private static final String HOSTS = """
            127.0.0.1 localhost
            10.42.253.40 pandore.example.com pandore
            127.0.0.1 lb-apiserver.kubernetes.local
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("SHELLS")
    void theNameMeansTheOthersUntilTheHostHasItsOwn(String shell) throws Exception {
        ClusterSpec spec = new RackFiles(directory).withoutBalancer("").spec().orElseThrow();
        Path hosts = Files.writeString(directory.resolve("hosts"), HOSTS);

        String borrowed = HostShells.run(shell, functions(spec, 1) + "ask_other_api_servers\ncat '" + hosts + "'\n");
        HostShells.run(shell, functions(spec, 1) + "ask_own_api_server\n");

        assertThat(borrowed).isEqualTo("""
                127.0.0.1 localhost
                10.42.253.40 pandore.example.com pandore
                10.42.253.40 lb-apiserver.kubernetes.local
                10.42.253.42 lb-apiserver.kubernetes.local
                """);
        assertThat(hosts).hasContent(HOSTS);
        // A join that ends twice takes nothing back.
        HostShells.run(shell, functions(spec, 1) + "ask_own_api_server\n");
        assertThat(hosts).hasContent(HOSTS);
    }

    @Test
    void hostsWithABalancerBorrowNothing() {
        ClusterSpec spec = new RackFiles(directory).withoutBalancer("").spec().orElseThrow();
        ClusterSpec shared = new RackFiles(directory).withVariables("").spec().orElseThrow();

        assertThat(BorrowedApiServers.functions(spec, spec.workers().getFirst()))
                .doesNotContain("/etc/hosts");
        assertThat(BorrowedApiServers.functions(shared, shared.firstControlPlane()))
                .doesNotContain("/etc/hosts");
    }

    /** The functions for a control plane host, with files of the test in place of the host's. */
    private String functions(ClusterSpec spec, int host) {
        return BorrowedApiServers.functions(spec, spec.controlPlane().get(host))
                .replace("/etc/hosts", directory.resolve("hosts").toString())
                .replace("/run/urania/", directory + "/of-run-");
    }
}

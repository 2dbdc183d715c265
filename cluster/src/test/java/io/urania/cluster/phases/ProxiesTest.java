package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TextDifference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inventory's proxies reach containerd and the package manager, and nothing else. */
class ProxiesTest {
    private static final String PROXY = "http_proxy: http://urania:sesame17@proxy.example.com:3128\n";

    @TempDir
    Path directory;

    @Test
    void containerdGetsThemInAFileForRootAlone() {
        Plan plan = plan(PROXY + "no_proxy: 192.168.9.0/24, .corp.example.com\nadditional_no_proxy: mirror\n");

        Change file = change(plan, "file /etc/containerd/urania-proxies.env");
        assertThat(payloads(file))
                .startsWith("HTTP_PROXY=\"http://urania:sesame17@proxy.example.com:3128\"\n"
                        + "NO_PROXY=\"192.168.9.0/24,.corp.example.com,mirror,localhost,127.0.0.1,::1,")
                .contains(
                        "," + ArticleRack.host("pandore") + ",pandore,10.",
                        "," + ArticleRack.host("balancer") + ",",
                        ",api-k8s-arm.intra.example.com,",
                        ",svc,")
                .doesNotContain("HTTPS_PROXY");
        assertThat(file.difference().after().summary()).contains("mode 600");
        assertThat(TextDifference.of(file.difference())).isEmpty();
        assertThat(payloads(change(plan, "file /etc/systemd/system/containerd.service")))
                .contains("EnvironmentFile=/etc/containerd/urania-proxies.env\n");
    }

    @Test
    void thePackageManagerGetsThemForAsLongAsItInstalls() {
        Change packages = change(plan(PROXY), "packages for kubernetes");

        assertThat(payloads(packages))
                .isEqualTo("Acquire::http::Proxy \"http://urania:sesame17@proxy.example.com:3128\";\n");
        assertThat(operation(packages).script())
                .contains(
                        "apt-get -c /run/urania/apt-proxies.conf -qq",
                        "trap 'rm -f /run/urania/apt-proxies.conf' EXIT");
    }

    @Test
    void nobodyElseGetsThemAndNoPasswordIsInAScript() {
        for (Change change : plan(PROXY).changes()) {
            assertThat(operation(change).script()).as(change.id().toString()).doesNotContain("sesame17");
            if (!change.id().name().contains("urania-proxies.env")
                    && !change.id().name().startsWith("packages for ")) {
                assertThat(payloads(change)).as(change.id().toString()).doesNotContain("sesame17", "proxy.example.com");
            }
        }
    }

    @Test
    void anInventoryWithoutAnyOrWithEmptyOnesChangesNothing() {
        Plan none = plan("");
        Plan empty = plan("http_proxy: ''\nhttps_proxy: ''\nno_proxy: 192.168.9.0/24\n");

        for (Plan plan : List.of(none, empty)) {
            assertThat(plan.changes())
                    .extracting(change -> change.id().name())
                    .doesNotContain("file /etc/containerd/urania-proxies.env");
            assertThat(payloads(change(plan, "file /etc/systemd/system/containerd.service")))
                    .doesNotContain("EnvironmentFile");
            assertThat(operation(change(plan, "packages for kubernetes")).script())
                    .doesNotContain("-c /run/urania");
        }
    }

    private Plan plan(String variables) {
        ArticleRack rack = ArticleRack.of(directory, ArticleRack.NEWEST + variables);
        return rack.plan(FactsOf.bareHosts(rack).book());
    }

    private static Change change(Plan plan, String name) {
        return plan.changes().stream()
                .filter(change -> change.id().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Operation operation(Change change) {
        return change.difference().operation().apply(_ -> Optional.of(FactsOf.AUTHORITY));
    }

    private static String payloads(Change change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Payload payload : operation(change).payloads()) {
            if (payload instanceof Payload.Bytes text) {
                try {
                    text.writeTo(bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

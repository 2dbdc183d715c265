package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.urania.lab.Rack;
import io.urania.lab.RackHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The rack that the tests run against: deployed, named by the system property {@code urania.rack}. */
final class RackUnderTest {

    /** What kubectl and the programs' own command lines are asked with. */
    private static final String FUNCTIONS = """
            PATH=/usr/local/bin:/usr/sbin:/sbin:$PATH
            kubectl() { /usr/local/bin/kubectl --kubeconfig=/etc/kubernetes/admin.conf "$@"; }
            arguments_of() {
                for process in /proc/[0-9]*; do
                    read -r name <"$process/comm" 2>/dev/null || continue
                    [ "$name" != "$1" ] || tr '\\0' '\\n' <"$process/cmdline"
                done
            }
            environment_of() { tr '\\0' '\\n' <"/proc/$(systemctl show -P MainPID "$1")/environ"; }
            kubelet_configuration() { kubectl get --raw "/api/v1/nodes/$1/proxy/configz"; }
            """;

    private final Path directory;
    private final Rack rack;

    private RackUnderTest(Path directory, Rack rack) {
        this.directory = directory;
        this.rack = rack;
    }

    static RackUnderTest find() throws Exception {
        String named = System.getProperty("urania.rack", "");
        Assumptions.assumeFalse(named.isEmpty(), "no rack: name one that is deployed with -Durania.rack=DIR");
        Path directory = Path.of(named).toAbsolutePath().normalize();
        Assumptions.assumeTrue(Rack.exists(directory), "there is no rack in " + directory);
        return new RackUnderTest(directory, Rack.open(directory));
    }

    Path directory() {
        return directory;
    }

    List<Path> inventories() throws Exception {
        return rack.inventories();
    }

    String controlPlane() throws Exception {
        return rack.list().hosts().getFirst().name();
    }

    /** The last host that is no balancer. */
    String worker() throws Exception {
        List<RackHost> hosts = rack.list().hosts();
        return hosts.stream()
                .filter(host -> !host.shortName().equals("balancer"))
                .toList()
                .getLast()
                .name();
    }

    String balancer() {
        return "balancer";
    }

    /** The output of shell text on a host; fails if the shell does. */
    String run(String host, String script) throws Exception {
        Answer answer = ask(host, script);
        assertThat(answer.code())
                .as("%s on %s: %s", script, host, answer.output())
                .isZero();
        return answer.output();
    }

    /** Asks until the shell text works, for two minutes at most. */
    String eventually(String host, String script) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        Answer answer = ask(host, script + "\n");
        while (answer.code() != 0) {
            if (Instant.now().isAfter(deadline)) {
                fail("%s on %s did not work within two minutes: %s", script, host, answer.output());
            }
            answer = ask(host, "sleep 2\n" + script);
        }
        return answer.output();
    }

    private Answer ask(String host, String script) throws Exception {
        Process process = rack.command(host, List.of("sh", "-c", FUNCTIONS + script))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = read(process);
        return new Answer(process.waitFor(), output);
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private record Answer(int code, String output) {}
}

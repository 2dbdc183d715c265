package io.urania.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.JavaProgram;
import io.urania.cli.Main;
import io.urania.lab.Rack;
import io.urania.lab.RackHost;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The cluster on the rack that {@code urania.rack} names, made by {@code lab up} if it is not there. */
final class ClusterUnderTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String NODES = "5";
    private static final String BALANCER = "load-balancer";

    private final Rack rack;

    private ClusterUnderTest(Rack rack) {
        this.rack = rack;
    }

    /**
     * Has {@code lab up} make the rack and its cluster, or bring both to what they should be.
     *
     * @param told the lines that it prints
     */
    static ClusterUnderTest up(Consumer<String> told) throws Exception {
        String named = System.getProperty("urania.rack", "");
        Path place = REPOSITORY.resolve(named.isEmpty() ? "rack" : named).normalize();
        List<String> command = JavaProgram.command(Main.class, "lab", "up", place.toString(), "--yes");
        if (!Rack.exists(place)) {
            command.addAll(List.of("--nodes", NODES));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        process.inputReader().lines().forEach(told);
        assertThat(process.waitFor()).as("lab up " + place).isZero();
        return new ClusterUnderTest(Rack.open(place));
    }

    String version() {
        return rack.kubernetesVersion();
    }

    Path directory() {
        return rack.directory();
    }

    Path kubeconfig() {
        return artifact("admin.conf");
    }

    Path kubectl() {
        return artifact("kubectl");
    }

    /** The hosts that run pods. */
    List<String> nodes() throws IOException {
        return rack.list().hosts().stream()
                .filter(host -> !host.role().equals(BALANCER))
                .map(RackHost::name)
                .toList();
    }

    /** What a command on a host prints; fails if the command does. */
    String run(String host, String... words) throws Exception {
        return run(host, ProcessBuilder.Redirect.from(new File("/dev/null")), words);
    }

    /** The same, for a command that reads a file of this machine. */
    String run(String host, Path input, String... words) throws Exception {
        return run(host, ProcessBuilder.Redirect.from(input.toFile()), words);
    }

    private String run(String host, ProcessBuilder.Redirect input, String... words) throws Exception {
        Process process = rack.command(host, List.of(words))
                .redirectInput(input)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s on %s: %s", String.join(" ", words), host, output)
                .isZero();
        return output;
    }

    private Path artifact(String name) {
        return rack.directory().resolve(Rack.INVENTORY).resolve("artifacts").resolve(name);
    }
}

package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * All that a deployment leaves and that is the same after each: on every host files with their rights and sums, units, packages
 * and images; in the cluster nodes, pods, objects and etcd's members; on this machine the names of credentials and of what is
 * handed out.
 *
 * @param things a line for each
 */
record Footprint(NavigableSet<String> things) {

    private static final String HOST = EffectTable.text("footprint-host.sh");
    private static final String CLUSTER = EffectTable.text("footprint-cluster.sh");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What is there now. */
    static Footprint of(RackUnderTest rack) throws Exception {
        NavigableSet<String> things = new TreeSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Stream<String>>> answers = threads.invokeAll(Stream.concat(
                            rack.names().stream().map(host -> lines(rack, host, HOST)),
                            Stream.of(lines(rack, rack.controlPlane(), CLUSTER)))
                    .toList());
            for (Future<Stream<String>> answer : answers) {
                answer.get().forEach(things::add);
            }
        }
        Path inventory = rack.inventories().getFirst();
        for (String folder : List.of("credentials", "artifacts")) {
            things.addAll(files(inventory.resolve(folder)));
        }
        return new Footprint(things);
    }

    /**
     * Fails unless the rack comes to be as it was: pods go on starting, and what verified them goes on ending, for a while after
     * an apply.
     */
    void assertComesBack(RackUnderTest rack) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        Footprint now = of(rack);
        while (!now.equals(this) && Instant.now().isBefore(deadline)) {
            now = of(rack);
        }
        assertThat(without(now.things, things))
                .as("what an undisturbed run does not leave")
                .isEmpty();
        assertThat(without(things, now.things))
                .as("what is missing that an undisturbed run leaves")
                .isEmpty();
    }

    private static Callable<Stream<String>> lines(RackUnderTest rack, String host, String script) {
        return () -> rack.run(host, script).lines().map(line -> host + ": " + line.strip());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> "here: " + folder.getFileName() + "/" + folder.relativize(file))
                    .toList();
        }
    }

    private static NavigableSet<String> without(NavigableSet<String> some, NavigableSet<String> others) {
        NavigableSet<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}

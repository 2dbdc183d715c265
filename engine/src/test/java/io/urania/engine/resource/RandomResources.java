package io.urania.engine.resource;

import io.urania.engine.batch.Payload;
import io.urania.engine.resource.file.Directory;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextBlock;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.kernel.Sysctls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Resources as a phase might ask for them, no two about one thing; the same for the same seed. */
final class RandomResources {

    private static final String ME = System.getProperty("user.name");
    private static final List<String> MODES = List.of("600", "640", "644", "755");

    private final Random random;
    private final Sandbox host;

    RandomResources(long seed, Sandbox host) {
        this.random = new Random(seed);
        this.host = host;
    }

    List<Resource> some() throws IOException {
        List<Resource> resources = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            resources.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Directory("/var/lib/made" + i, "7" + random.nextInt(6) + "0", ME);
                        case 1 -> new TextBlock("/etc/shared" + i, lines());
                        case 2 -> program(i);
                        default -> file(i);
                    });
        }
        resources.add(new Sysctls(new TreeMap<>(Map.of("kernel.panic", "1" + random.nextInt(9)))));
        return resources;
    }

    /** What every host has. */
    void system() throws IOException {
        host.write("/etc/hostname", "clio\n");
        host.write("/proc/sys/kernel/panic", "0\n");
    }

    /** A system, and what somebody else has left on it, at some of the places that the resources are about. */
    void clutter(List<Resource> resources) throws IOException {
        system();
        for (Resource resource : resources) {
            if (random.nextBoolean()) {
                switch (resource) {
                    case TextFile file -> host.write(file.path(), lines());
                    case TextBlock block -> host.write(block.path(), lines());
                    case Program program -> host.write(program.path(), lines());
                    default -> {}
                }
            }
        }
    }

    private TextFile file(int i) {
        String content = lines();
        return new TextFile(
                "/etc/own" + i + "/file.conf", MODES.get(random.nextInt(MODES.size())), ME, _ -> content, "");
    }

    private Program program(int i) throws IOException {
        String content = lines();
        Path source = host.write("/source" + i, content);
        Payload.LocalFile payload = new Payload.LocalFile(
                source, content.length(), Payload.text(content).sha256());
        return new Program("/usr/local/bin/program" + i, _ -> payload);
    }

    private String lines() {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> "line " + random.nextInt(1000) + "\n")
                .collect(Collectors.joining());
    }
}

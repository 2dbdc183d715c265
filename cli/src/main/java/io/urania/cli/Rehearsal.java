package io.urania.cli;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.KubernetesVersion;
import io.urania.artifacts.Progress;
import io.urania.artifacts.source.BundleCreator;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.operation.BundleNeeds;
import io.urania.control.bundle.EmptyFiles;
import io.urania.lab.RackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Runs, one after the other, commands that people wait for, while the JVM writes down which classes they load: the launcher
 * makes its caches from that.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /**
     * Ends with 0 whatever the commands say of the inventory.
     *
     * @param words {@code inventory}, for commands that need no hosts, and the path of one; or {@code cluster}, for commands that
     *     reach hosts, and the path of an empty directory. For these the program {@code ssh} is to play the hosts.
     */
    public static void main(String[] words) throws Exception {
        Path place = Path.of(words[1]);
        switch (words[0]) {
            case "inventory" -> inventory(place.toString());
            case "cluster" -> cluster(place);
            default -> throw new IllegalArgumentException(words[0]);
        }
        System.exit(0);
    }

    private static void inventory(String inventory) {
        run("--help");
        run("apply", "--help");
        run("inventory", "check", "-i", inventory);
        run("inventory", "check", "--json", "-i", inventory);
        run("inventory", "graph", "-i", inventory);
        run("runs", "-i", inventory);
        run("explain", "etcd");
        run("unknown");
    }

    private static void cluster(Path directory) throws ArtifactException, IOException, InterruptedException {
        String inventory = directory.resolve("inventory").toString();
        String bundle = bundle(Files.createDirectories(directory.resolve("bundle")));
        run("init", "--rack", "article", "--kubernetes", RackOptions.DEFAULT_KUBERNETES, inventory);
        run("check", "-i", inventory, "--bundle", bundle);
        run("plan", "-i", inventory, "--bundle", bundle);
        run("plan", "-i", inventory, "--bundle", bundle, "--json");
        run("status", "-i", inventory);
        run("apply", "-i", inventory, "--bundle", bundle, "--yes");
    }

    private static void run(String... words) {
        Main.run(List.of(words));
    }

    private static String bundle(Path directory) throws ArtifactException, InterruptedException {
        new BundleCreator(VersionTable.standard(), List.of(new EmptyFiles()), Progress.silent())
                .create(
                        BundleNeeds.usual(KubernetesVersion.parse(RackOptions.DEFAULT_KUBERNETES))
                                .on(new TreeSet<>(List.of(Architecture.AMD64))),
                        directory);
        return directory.toString();
    }
}

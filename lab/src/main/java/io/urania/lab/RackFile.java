package io.urania.lab;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.urania.lab.card.Peculiarity;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Subnet;
import io.urania.lab.platform.Architecture;
import io.urania.lab.platform.Platform;
import io.urania.lab.report.RackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code rack.json}: what a rack was made to be. What runs is never read from it.
 *
 * @param format tells the file from any other, and this layout of it from later ones
 * @param id tells what the rack's hosts have on this machine (links, cgroups) from those of any other rack
 * @param nodes the cluster's nodes in the article's order, then the balancer
 * @param peculiarities by short name; a rack of an earlier version of the program has none
 * @param base the tree that the layers of hosts with the usual platform lie on; only a rack of an earlier version of the program has it
 * @param bases by platform: the tree that the layers of its hosts lie on, from their first start on
 */
record RackFile(
        String format,
        String id,
        String bridge,
        String subnet,
        String kubernetesVersion,
        List<RackNode> nodes,
        @Nullable Map<String, Peculiarity> peculiarities,
        @Nullable String base,
        @Nullable Map<String, String> bases) {
    static final String NAME = "rack.json";
    static final String FORMAT = "urania rack 1";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    RackNetwork network() {
        return new RackNetwork(bridge, Subnet.parse(subnet));
    }

    Optional<Peculiarity> peculiarity(RackNode node) {
        return peculiarities == null ? Optional.empty() : Optional.ofNullable(peculiarities.get(node.shortName()));
    }

    /** The tree that the layers of hosts with this platform lie on; none before their first start. */
    Optional<Path> base(Platform platform) {
        @Nullable String tree = bases == null ? null : bases.get(platform.label());
        if (tree == null && platform.equals(Platform.usual())) {
            tree = base;
        }
        return Optional.ofNullable(tree).map(Path::of);
    }

    RackFile withBase(Platform platform, Path tree) {
        SortedMap<String, String> trees = bases == null ? new TreeMap<>() : new TreeMap<>(bases);
        trees.put(platform.label(), tree.toString());
        return new RackFile(format, id, bridge, subnet, kubernetesVersion, nodes, peculiarities, base, trees);
    }

    /** Architectures of hosts among these whose programs this machine's processor does not run. */
    static Set<Architecture> foreign(List<RackNode> nodes) {
        return nodes.stream()
                .map(node -> node.platform().architecture())
                .filter(Architecture::isForeign)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isIn(Path directory) {
        return Files.isRegularFile(directory.resolve(NAME));
    }

    static RackFile read(Path directory) throws RackException, IOException {
        Path file = directory.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new RackException(
                    directory + " does not contain a rack",
                    "there is no file " + NAME + " in it",
                    "specify the rack's directory, or create one: urania lab create " + directory);
        }
        try {
            @Nullable RackFile rack = GSON.fromJson(Files.readString(file, StandardCharsets.UTF_8), RackFile.class);
            if (rack != null && FORMAT.equals(rack.format())) {
                return rack;
            }
        } catch (JsonParseException malformed) {
            throw new RackException(
                    file + " cannot be read", "it is not valid JSON: " + malformed.getMessage(), "restore the file");
        }
        throw new RackException(
                file + " is not a rack of this program",
                "its format is not '" + FORMAT + "'",
                "use the program that made it, or another directory");
    }

    void write(Path directory) throws IOException {
        Path whole = directory.resolve(NAME + ".new");
        Files.writeString(whole, GSON.toJson(this) + "\n", StandardCharsets.UTF_8);
        Files.move(whole, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }
}

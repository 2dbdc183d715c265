package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.debian.DebianPackages;
import io.urania.artifacts.debian.DebianTree;
import io.urania.artifacts.image.Layer;
import io.urania.artifacts.image.LayerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The layer below kube-proxy and flannel: iptables in both variants with all its extensions, nft, ip, conntrack and ipset
 * out of Debian's packages, with the libraries they need and nothing else.
 */
public final class NetworkToolsLayer {
    private static final List<String> PACKAGES =
            List.of("iptables", "nftables", "iproute2", "conntrack", "ipset", "netbase");
    private static final List<String> PROGRAMS =
            List.of("xtables-nft-multi", "xtables-legacy-multi", "nft", "ip", "conntrack", "ipset");
    /** Without it ipset knows no tcp, and kube-proxy in mode ipvs makes no service reachable (getprotobyname(3)). */
    private static final String PROTOCOLS = "etc/protocols";

    private static final List<String> COMMANDS = List.of("", "-save", "-restore");

    private final DebianPackages packages;
    private final Path directory;

    /** Makes layers in that directory, which is made when it is needed. */
    public NetworkToolsLayer(DebianPackages packages, Path directory) {
        this.packages = packages;
        this.directory = directory;
    }

    /** A layer's tar, and the name and version of the packages in it. */
    record Made(Path tar, List<String> packages) {}

    Made make(Architecture architecture, Path iptablesWrapper)
            throws ArtifactException, IOException, InterruptedException {
        DebianTree tree = packages.unpack(architecture, PACKAGES);
        Files.createDirectories(directory);
        Path tar = directory.resolve("network-tools-" + architecture + ".layer.tar");
        new Layer(entries(tree, iptablesWrapper)).write(tar);
        return new Made(tar, tree.packages());
    }

    private static List<LayerEntry> entries(DebianTree tree, Path iptablesWrapper) throws IOException {
        List<LayerEntry> entries = new ArrayList<>();
        List<Path> loaded = new ArrayList<>();
        for (String name : PROGRAMS) {
            Path program = tree.program(name);
            loaded.add(program);
            entries.add(new LayerEntry.Program("usr/sbin/" + name, program));
        }
        String extensions = "usr/lib/" + tree.libraryDirectoryName() + "/xtables/";
        for (Path extension : tree.libraries("xtables")) {
            loaded.add(extension);
            entries.add(new LayerEntry.Program(extensions + extension.getFileName(), extension));
        }
        tree.needed(loaded).forEach((path, content) -> entries.add(new LayerEntry.Program(path, content)));
        entries.add(new LayerEntry.Content(PROTOCOLS, tree.root().resolve(PROTOCOLS), 0644));
        entries.add(new LayerEntry.Program("usr/sbin/iptables-wrapper", iptablesWrapper));
        for (String family : List.of("iptables", "ip6tables")) {
            for (String command : COMMANDS) {
                entries.add(new LayerEntry.Link("usr/sbin/" + family + command, "iptables-wrapper"));
                for (String variant : List.of("nft", "legacy")) {
                    entries.add(new LayerEntry.Link(
                            "usr/sbin/" + family + "-" + variant + command, "xtables-" + variant + "-multi"));
                }
            }
        }
        return entries;
    }
}

package io.urania.lab.network;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bridge of a rack, with the rules that let its hosts out. It carries the name of its rack as its alias. */
public final class Bridge {
    private static final String ALIAS_START = "urania rack ";
    private static final Path LINKS = Path.of("/sys/class/net");
    private static final Script UP = new Script("network/up");
    private static final Script DOWN = new Script("network/down");

    private final RackNetwork network;

    public Bridge(RackNetwork network) {
        this.network = network;
    }

    /** What the bridge of the rack in this directory says of itself. */
    public static String alias(Path rack) {
        return ALIAS_START + rack;
    }

    /**
     * Makes what is missing.
     *
     * @param inside networks that exist on the hosts only: what is sent to their addresses is rejected here
     */
    public void up(Path rack, List<Subnet> inside) throws RackException, IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                network.bridge(),
                network.gateway() + "/" + network.subnet().prefix(),
                network.ipv6Gateway() + "/" + RackNetwork.IPV6_PREFIX,
                network.subnet().toString(),
                alias(rack)));
        inside.forEach(subnet -> arguments.add(subnet.toString()));
        Commands.output(UP.command(arguments));
    }

    /** Takes away what is there, unless it belongs to another rack. */
    public void down(Path rack) throws RackException, IOException, InterruptedException {
        Path link = LINKS.resolve(network.bridge());
        if (!Files.exists(link) || aliasOf(link).equals(alias(rack))) {
            Commands.output(DOWN.command(network.bridge()));
        }
    }

    /** Whether any rack of this machine, this one or another, has its bridge up. */
    public static boolean anyUp() throws IOException {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(LINKS)) {
            for (Path link : links) {
                if (aliasOf(link).startsWith(ALIAS_START)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String aliasOf(Path link) throws IOException {
        Path alias = link.resolve("ifalias");
        return Files.isReadable(alias)
                ? Files.readString(alias, StandardCharsets.UTF_8).strip()
                : "";
    }
}

package io.urania.lab.card;

import io.urania.lab.card.CardEntry.Directory;
import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Owner;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the freshly written card of one host has over the tree that all of them share: name, address, keys, login, swap, language,
 * profile. It is the same for a container and for a virtual machine.
 *
 * @param hostKey the host's own ssh key
 * @param authorizedKey the public key that opens the login's account
 * @param nameServers addresses of resolvers
 * @param aptConfiguration for {@code /etc/apt/apt.conf.d}; may be empty
 */
public record Card(
        RackNode node,
        RackNetwork network,
        HostKey hostKey,
        Login login,
        String authorizedKey,
        List<String> nameServers,
        String aptConfiguration,
        Language language,
        boolean noisyProfile) {
    /** The file that {@code /etc/fstab} names for swap, as Raspberry Pi OS has it up to Bookworm. */
    public static final String SWAP_FILE = "/var/swap";

    /** The language of programs' messages; the tree has its texts and its locale. */
    public enum Language {
        ENGLISH("C.UTF-8"),
        FRENCH("fr_FR.UTF-8");

        private final String locale;

        Language(String locale) {
            this.locale = locale;
        }
    }

    /** The ssh server's key: the lines of its private and its public file. */
    public record HostKey(String privateText, String publicText) {
        private static final String PATH = "etc/ssh/ssh_host_ed25519_key";

        @Override
        public String toString() {
            return publicText;
        }
    }

    public Card {
        nameServers = List.copyOf(nameServers);
    }

    /**
     * All of it, in an order in which it can be made.
     *
     * @param base the tree that it goes over, or a copy of it: accounts are added to its own
     */
    public List<CardEntry> entries(Path base) throws IOException {
        List<CardEntry> entries = new ArrayList<>(List.of(
                File.secret(HostKey.PATH, hostKey.privateText()),
                File.of(HostKey.PATH + ".pub", hostKey.publicText()),
                File.of("etc/hostname", node.shortName() + "\n"),
                File.of("etc/hosts", hosts()),
                new File(
                        "etc/machine-id",
                        "r--r--r--",
                        Owner.ROOT,
                        UUID.randomUUID().toString().replace("-", "") + "\n"),
                File.of("etc/resolv.conf", resolver()),
                File.of("etc/rack/network", address()),
                File.of("etc/fstab", """
                        proc            /proc           proc    defaults          0       0
                        %s       none            swap    sw                0       0
                        """.formatted(SWAP_FILE)),
                File.of("etc/default/locale", "LANG=" + language.locale + "\n"),
                new Directory("root", "rwx------", Owner.ROOT)));
        if (!aptConfiguration.isBlank()) {
            entries.add(File.of("etc/apt/apt.conf.d/rack-proxy", aptConfiguration));
        }
        entries.addAll(login.entries(base, authorizedKey));
        if (noisyProfile) {
            entries.addAll(NoisyProfile.entries(login, node.shortName()));
        }
        return List.copyOf(entries);
    }

    private String hosts() {
        return """
                127.0.0.1	localhost
                ::1		localhost ip6-localhost ip6-loopback
                ff02::1		ip6-allnodes
                ff02::2		ip6-allrouters

                127.0.1.1	%s
                """.formatted(node.shortName());
    }

    private String resolver() {
        return String.join(
                "", nameServers.stream().map("nameserver %s\n"::formatted).toList());
    }

    private String address() {
        return "ADDRESS=%s/%d\nGATEWAY=%s\nIPV6_ADDRESS=%s/%d\nIPV6_GATEWAY=%s\n"
                .formatted(
                        node.address(),
                        network.subnet().prefix(),
                        network.gateway(),
                        network.ipv6(node.address()),
                        RackNetwork.IPV6_PREFIX,
                        network.ipv6Gateway());
    }
}

package io.urania.lab.host;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

/**
 * The directory of one host: its key, its own layer over the base tree, and plain directories for what cannot sit on
 * an overlay (containerd's snapshots) or should not (etcd's log, kubelet's volumes).
 */
public record HostFiles(Path directory) {
    static final String LAYER = "upper";
    private static final String KEY = "ssh_host_ed25519_key";
    private static final List<String> DIRECTORIES = List.of("work", "root", "containerd", "kubelet", "etcd");

    /** Where the host's whole tree is mounted while it runs. */
    public Path root() {
        return directory.resolve("root");
    }

    public Path consoleLog() {
        return directory.resolve("console.log");
    }

    /** The public host key: {@code ssh-ed25519 AAAA…}. */
    public String publicKey() throws IOException {
        String[] fields = Files.readString(directory.resolve(KEY + ".pub"), StandardCharsets.US_ASCII)
                .split("\\s+", -1);
        return fields[0] + " " + fields[1];
    }

    /** Makes the directory with the host's ssh key, so that the key can be pinned before the host exists. */
    public void create(RackNode node) throws RackException, IOException, InterruptedException {
        Files.createDirectories(directory);
        Commands.output(List.of(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-C",
                node.shortName(),
                "-f",
                directory.resolve(KEY) + ""));
    }

    /** Whether the host was made and not deleted: it has its key. */
    public boolean exists() {
        return Files.exists(directory.resolve(KEY));
    }

    /** Whether the host has a layer of its own: it was started at least once. */
    public boolean isSeeded() {
        return Files.isDirectory(directory.resolve(LAYER), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Makes the host's own layer: name, identity, address, keys, resolver. A layer that is there is left as it is, with
     * all that happened to the host since.
     *
     * @param authorizedKey the public key that opens root's account
     * @param aptConfiguration for {@code /etc/apt/apt.conf.d}; may be empty
     */
    public void seed(
            RackNode node, RackNetwork network, String authorizedKey, List<String> nameServers, String aptConfiguration)
            throws IOException {
        for (String name : DIRECTORIES) {
            Files.createDirectories(directory.resolve(name));
        }
        Files.setPosixFilePermissions(directory.resolve("etcd"), PosixFilePermissions.fromString("rwx------"));
        if (isSeeded()) {
            return;
        }
        Path half = directory.resolve(LAYER + ".partial");
        directory(half.resolve("etc/ssh"), "rwxr-xr-x");
        directory(half.resolve("etc/rack"), "rwxr-xr-x");
        directory(half.resolve("etc/apt/apt.conf.d"), "rwxr-xr-x");
        directory(half.resolve("root"), "rwx------");
        directory(half.resolve("root/.ssh"), "rwx------");
        for (Path parent : List.of(half, half.resolve("etc"), half.resolve("etc/apt"))) {
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        file(half.resolve("root/.ssh/authorized_keys"), authorizedKey + "\n", "rw-------");
        file(half.resolve("etc/ssh/" + KEY), Files.readString(directory.resolve(KEY)), "rw-------");
        file(half.resolve("etc/ssh/" + KEY + ".pub"), Files.readString(directory.resolve(KEY + ".pub")), "rw-r--r--");
        file(half.resolve("etc/hostname"), node.shortName() + "\n", "rw-r--r--");
        file(half.resolve("etc/hosts"), hosts(node), "rw-r--r--");
        file(half.resolve("etc/machine-id"), UUID.randomUUID().toString().replace("-", "") + "\n", "r--r--r--");
        file(half.resolve("etc/resolv.conf"), resolver(nameServers), "rw-r--r--");
        file(half.resolve("etc/rack/network"), address(node, network), "rw-r--r--");
        if (!aptConfiguration.isBlank()) {
            file(half.resolve("etc/apt/apt.conf.d/rack-proxy"), aptConfiguration, "rw-r--r--");
        }
        Files.move(half, directory.resolve(LAYER), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String hosts(RackNode node) {
        return "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n127.0.1.1\t%s\n"
                .formatted(node.shortName());
    }

    private static String resolver(List<String> nameServers) {
        return String.join(
                "", nameServers.stream().map("nameserver %s\n"::formatted).toList());
    }

    private static String address(RackNode node, RackNetwork network) {
        return "ADDRESS=%s/%d\nGATEWAY=%s\n"
                .formatted(node.address(), network.subnet().prefix(), network.gateway());
    }

    private static void directory(Path path, String mode) throws IOException {
        Files.createDirectories(path, new FileAttribute<?>[0]);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static void file(Path path, String text, String mode) throws IOException {
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}

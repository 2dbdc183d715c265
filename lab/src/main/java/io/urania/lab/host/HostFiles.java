package io.urania.lab.host;

import io.urania.lab.card.Card.HostKey;
import io.urania.lab.card.CardEntry;
import io.urania.lab.card.CardWriter;
import io.urania.lab.layout.RackNode;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The directory of one host: its key, its own layer over the base tree, its console log, and what its kind needs besides. */
public record HostFiles(Path directory) {
    /** The name of the directory with the host's own layer. */
    public static final String LAYER = "upper";

    private static final String KEY = "ssh_host_ed25519_key";
    private static final String PASSWORD_HASH = "password-hash";

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

    /** What the host's card has as its ssh server's key. */
    public HostKey hostKey() throws IOException {
        return new HostKey(
                Files.readString(directory.resolve(KEY), StandardCharsets.US_ASCII),
                Files.readString(directory.resolve(KEY + ".pub"), StandardCharsets.US_ASCII));
    }

    /** Keeps what the host's login is to be checked against until the host has a layer: for root alone to read. */
    public void keepPasswordHash(String hash) throws IOException {
        Path file = directory.resolve(PASSWORD_HASH);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, hash + "\n", StandardCharsets.US_ASCII);
    }

    /** See {@link #keepPasswordHash}. */
    public String passwordHash() throws IOException {
        return Files.readString(directory.resolve(PASSWORD_HASH), StandardCharsets.US_ASCII)
                .strip();
    }

    /**
     * Makes the host's own layer over the base tree. A layer that is there is left as it is, with all that happened to the host
     * since.
     *
     * @param entries what is on the host's card, and what the host has besides
     */
    public void seed(List<CardEntry> entries) throws IOException {
        if (isSeeded()) {
            return;
        }
        Path half = directory.resolve(LAYER + ".partial");
        Files.createDirectories(half);
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        new CardWriter(half).write(entries);
        Files.move(half, directory.resolve(LAYER), StandardCopyOption.ATOMIC_MOVE);
    }
}

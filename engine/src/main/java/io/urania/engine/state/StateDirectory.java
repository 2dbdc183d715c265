package io.urania.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** The directory {@code .urania} beside an inventory: journal, pinned host keys, lock. Only its owner may enter it. */
public record StateDirectory(Path path) {

    /**
     * Opens the state directory of an inventory, making it if need be.
     *
     * @param inventory the inventory's folder
     */
    public static StateDirectory of(Path inventory) throws IOException {
        Path path = inventory.resolve(".urania");
        Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rwx------");
        if (!Files.isDirectory(path)) {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else if (!Files.getPosixFilePermissions(path).equals(ownerOnly)) {
            Files.setPosixFilePermissions(path, ownerOnly);
        }
        Files.createDirectories(path.resolve("runs"));
        return new StateDirectory(path);
    }

    /** Pinned host keys, in OpenSSH's format; need not exist. */
    public Path knownHosts() {
        return path.resolve("known_hosts");
    }

    /** The journals, one file per run. */
    public Path runs() {
        return path.resolve("runs");
    }

    /** The journal of one run. */
    public Path journal(RunId run) {
        return runs().resolve(run.text() + ".jsonl");
    }

    /**
     * What tells this directory from all others, a copy of it included: of the runs that say they are from here, only one
     * can hold the lock.
     */
    public String place() throws IOException {
        Path file = path.resolve("place");
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID() + "\n");
        }
        return Files.readString(file).strip() + "-" + Files.getAttribute(file, "unix:ino");
    }

    /** Locked while a run changes hosts. */
    public Path lock() {
        return path.resolve("lock");
    }
}

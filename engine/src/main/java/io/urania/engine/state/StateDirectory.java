package io.urania.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The directory {@code .urania} beside an inventory: journal, pinned host keys, lock. Only its owner may enter it. */
public record StateDirectory(Path path) {

    /**
     * Opens the state directory of an inventory for a run that writes to it, making it if need be.
     *
     * @param inventory the inventory's folder
     * @throws IOException also for what {@link #seen} refuses
     */
    public static StateDirectory of(Path inventory) throws IOException {
        StateDirectory state = seen(inventory);
        state.make();
        return state;
    }

    /**
     * The state directory of an inventory, which need not be there: nothing is written. An inventory may come from somebody else with such
     * a directory in it: no link is followed, so that nothing outside is read, written or given other rights.
     *
     * @param inventory the inventory's folder
     * @throws IOException also if it, or something in it that is read or written, is a link or nothing that keeps a text, or belongs to
     *     somebody else, or if others could write in it and cannot be kept from that
     */
    public static StateDirectory seen(Path inventory) throws IOException {
        StateDirectory state = new StateDirectory(inventory.resolve(".urania"));
        if (!Files.exists(state.path(), LinkOption.NOFOLLOW_LINKS)) {
            return state;
        }
        state.requireOurs();
        if (PrivateDirectory.doubtAbout(state.path()).isPresent()) {
            PrivateDirectory.make(state.path());
        }
        for (Path file : List.of(state.runs(), state.knownHosts(), state.lock(), state.placeFile())) {
            if (Files.isSymbolicLink(file)) {
                throw new IOException(file + " is a symbolic link, which is not followed; remove it");
            }
        }
        for (Path file : List.of(state.knownHosts(), state.lock(), state.placeFile())) {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException(file + " is not a regular file; remove it");
            }
        }
        return state;
    }

    /** Makes it for its owner alone, if it is not there; whoever keeps the inventory in git is not to keep this with it. */
    public void make() throws IOException {
        boolean isNew = !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        PrivateDirectory.make(path);
        if (isNew) {
            Files.writeString(path.resolve(".gitignore"), "*\n");
        }
        PrivateDirectory.make(runs());
    }

    private void requireOurs() throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(path + " is " + (Files.isSymbolicLink(path) ? "a symbolic link" : "not a directory")
                    + "; remove it: journals and host keys are kept in a real directory");
        }
        String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
        String user = System.getProperty("user.name");
        if (!owner.equals(user)) {
            throw new IOException(path + " belongs to " + owner + ", who could change the host keys in it; run as "
                    + owner + ", or, if it is yours: chown -R " + user + " " + path);
        }
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
        Path file = placeFile();
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID() + "\n");
        }
        return Files.readString(file).strip() + "-" + Files.getAttribute(file, "unix:ino");
    }

    private Path placeFile() {
        return path.resolve("place");
    }

    /** Locked while a run changes hosts. */
    public Path lock() {
        return path.resolve("lock");
    }
}

package io.urania.control.opening;

import io.urania.control.port.Telling;
import io.urania.engine.shell.Shell;
import io.urania.engine.state.SecretFolder;
import io.urania.inventory.library.lookup.NewPasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The secrets of a cluster in a folder on this machine, which may have become open to others. */
final class SecretsBeside {

    private final Path credentials;
    private final SecretFolder folder;
    private final Path inventory;
    private final Telling telling;

    SecretsBeside(ReadInventory read, Telling telling) {
        this.credentials = read.spec().paths().credentials();
        this.folder = new SecretFolder(credentials);
        this.inventory = read.folder();
        this.telling = telling;
    }

    /** Tells which of them others may read or change. */
    void tell() throws IOException {
        List<Path> open = folder.open();
        if (!open.isEmpty()) {
            tell(open);
        }
    }

    /** Takes them from others if they lie in the inventory's own folder; tells which they are in any case. */
    void close() throws IOException {
        List<Path> open = folder.open();
        if (open.isEmpty()) {
            return;
        }
        if (isOwn()) {
            folder.close();
            telling.note("others could read or change " + named(open) + ": now only its owner can");
        } else {
            tell(open);
        }
    }

    private void tell(List<Path> open) throws IOException {
        telling.warn("others may read or change " + named(open)
                + ", where the cluster's secrets are; remove their permissions with: chmod -R go= "
                + Shell.quote(credentials.toString()) + (isOwn() ? ", as apply does" : ""));
    }

    private String named(List<Path> open) {
        return credentials + (open.size() == 1 ? "" : ", and " + (open.size() - 1) + " more in it");
    }

    private boolean isOwn() throws IOException {
        return NewPasswords.isBelow(credentials, inventory) && !Files.isSameFile(credentials, inventory);
    }
}

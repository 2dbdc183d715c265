package io.urania.cli.hostkey;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Console;
import io.urania.engine.transport.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows the keys of hosts that nobody knows yet, asks once for all of them, and pins those that are accepted. */
public final class FirstContact {

    private final Console console;
    private final KeyScan scan;
    private final Path pinned;

    /**
     * @param pinned the known_hosts file to add accepted keys to
     */
    public FirstContact(Console console, KeyScan scan, Path pinned) {
        this.console = console;
        this.scan = scan;
        this.pinned = pinned;
    }

    /**
     * Introduces hosts. Those with a key that differs from a known one are left out: that is no first contact.
     *
     * @return whether keys were accepted, so that it makes sense to try again
     */
    public boolean introduce(Collection<Target> unknown) throws IOException, InterruptedException {
        if (!console.canAsk()) {
            return false;
        }
        Map<Target, KeyScan.Shown> keys = new LinkedHashMap<>();
        for (Target target : unknown) {
            Optional<KeyScan.Shown> shown = scan.ask(target).filter(key -> !key.pinned());
            shown.ifPresent(key -> keys.put(target, key));
        }
        if (keys.isEmpty()) {
            return false;
        }
        show(keys);
        if (!console.confirm("Are these the hosts you mean? Their keys will be kept in " + pinned + ".")) {
            return false;
        }
        StringBuilder lines = new StringBuilder();
        keys.values().forEach(shown -> lines.append(shown.key().knownHostsLine(shown.knownAs())));
        Files.writeString(pinned, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return true;
    }

    private void show(Map<Target, KeyScan.Shown> keys) {
        int width = keys.keySet().stream()
                .mapToInt(target -> target.name().length())
                .max()
                .orElse(0);
        console.printError("First contact with " + keys.size() + (keys.size() == 1 ? " host." : " hosts.")
                + " On a host, this shows its key: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub");
        keys.forEach((target, shown) -> console.printError("  " + Columns.padded(target.name(), width) + "  "
                + shown.key().type() + "  " + shown.key().fingerprint()));
    }
}

package io.urania.cli.hostkey;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Console;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.hostkey.ShownKey;
import io.urania.engine.transport.hostkey.SshNames;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the keys of hosts that nobody knows yet, asks once for all of them, and pins those that are accepted. */
public final class FirstContact {

    private final Console console;
    private final KeyScan scan;
    private final KnownHosts knownHosts;
    private final Place place;

    /**
     * @param knownHosts where accepted keys are added
     * @param place of the file that they are added to
     */
    public FirstContact(Console console, KeyScan scan, KnownHosts knownHosts, Place place) {
        this.console = console;
        this.scan = scan;
        this.knownHosts = knownHosts;
        this.place = place;
    }

    /** Where keys are kept, which commands that only look do not make before there is one to keep. */
    @FunctionalInterface
    public interface Place {
        void make() throws IOException;
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
        Map<Target, ShownKey> keys = new LinkedHashMap<>();
        for (Target target : unknown) {
            // A person's own configuration of ssh may have an alias that stands for many hosts.
            Optional<ShownKey> shown = scan.ask(target)
                    .filter(key -> key.verdict() instanceof HostKeyVerdict.Unknown)
                    .filter(key -> SshNames.isKnownAs(key.knownAs()));
            shown.ifPresent(key -> keys.put(target, key));
        }
        if (keys.isEmpty()) {
            return false;
        }
        show(keys);
        if (!console.confirm("Are these the hosts you mean? Their keys will be kept in "
                + knownHosts.files().getFirst() + ".")) {
            return false;
        }
        place.make();
        for (ShownKey shown : keys.values()) {
            knownHosts.pin(shown.knownAs(), shown.key());
        }
        return true;
    }

    private void show(Map<Target, ShownKey> keys) {
        int width = longest(keys.keySet().stream().map(Target::name));
        int widthOfNames = longest(keys.values().stream().map(ShownKey::knownAs));
        console.printError("First contact with " + keys.size() + (keys.size() == 1 ? " host." : " hosts.")
                + " On a host, this shows its key: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub");
        keys.forEach((target, shown) -> console.printError(
                "  " + Columns.padded(target.name(), width) + "  " + Columns.padded(shown.knownAs(), widthOfNames)
                        + "  " + shown.key().type() + "  " + shown.key().fingerprint()));
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }
}

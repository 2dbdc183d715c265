package io.urania.control.hostkey;

import io.urania.control.port.Asking;
import io.urania.control.port.NewHost;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.hostkey.SshNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Has the keys of hosts shown that nobody knows yet, asks once for all of them, and pins those that are accepted. */
public final class FirstContact {

    private final Asking asking;
    private final KeyScan scan;
    private final KnownHosts knownHosts;
    private final Place place;

    /**
     * @param knownHosts where accepted keys are added
     * @param place of the file that they are added to
     */
    public FirstContact(Asking asking, KeyScan scan, KnownHosts knownHosts, Place place) {
        this.asking = asking;
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
        if (!asking.canAsk()) {
            return false;
        }
        List<NewHost> hosts = new ArrayList<>();
        for (Target target : unknown) {
            // A person's own configuration of ssh may have an alias that stands for many hosts.
            scan.ask(target)
                    .filter(key -> key.verdict() instanceof HostKeyVerdict.Unknown)
                    .filter(key -> SshNames.isKnownAs(key.knownAs()))
                    .ifPresent(key -> hosts.add(new NewHost(target.name(), key)));
        }
        if (hosts.isEmpty() || !asking.recognises(hosts, knownHosts.files().getFirst())) {
            return false;
        }
        place.make();
        for (NewHost host : hosts) {
            knownHosts.pin(host.shown().knownAs(), host.shown().key());
        }
        return true;
    }
}

package io.urania.cluster.observation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A member as the others know it.
 *
 * @param name empty for one that was added and has not started yet
 * @param peerUrls where the other members reach it
 * @param started whether it has ever served
 */
public record EtcdPeer(String name, SortedSet<String> peerUrls, boolean started) {

    public EtcdPeer {
        peerUrls = Collections.unmodifiableSortedSet(new TreeSet<>(peerUrls));
    }

    /** What to call it. */
    public String title() {
        return name.isEmpty() ? "without a name" : name;
    }
}

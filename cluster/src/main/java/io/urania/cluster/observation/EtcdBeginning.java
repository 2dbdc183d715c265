package io.urania.cluster.observation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a member was told to begin, as its settings say: etcd looks at them only while it has no data (etcd documentation, "Clustering
 * flags").
 *
 * @param peerUrls of all members of {@code ETCD_INITIAL_CLUSTER}, its own among them; empty where the settings are not Urania's
 * @param state {@code ETCD_INITIAL_CLUSTER_STATE}: {@value #NEW}, {@value #EXISTING} or empty
 * @param directory {@code ETCD_DATA_DIR}, where the member has its data; empty where the settings do not say
 */
public record EtcdBeginning(SortedSet<String> peerUrls, String state, String directory) {

    /** The member begins a cluster together with the others. */
    public static final String NEW = "new";

    /** The member enters a cluster that knows it already. */
    public static final String EXISTING = "existing";

    public EtcdBeginning {
        peerUrls = Collections.unmodifiableSortedSet(new TreeSet<>(peerUrls));
    }
}

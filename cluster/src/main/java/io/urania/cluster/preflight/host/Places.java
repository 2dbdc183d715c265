package io.urania.cluster.preflight.host;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import java.util.ArrayList;
import java.util.List;

/** Where a host's roles write, and how much. */
final class Places {
    static final String KUBELET = "/var/lib/kubelet";
    static final String ETC = "/etc";
    static final String RUN = "/run";

    private static final long MEBIBYTE = 1L << 20;

    private Places() {}

    /**
     * A directory that is written to.
     *
     * @param bytes what a whole installation puts there: about what that of the newest Kubernetes does, rounded up
     */
    record Place(String path, long bytes) {}

    /** The places of a host. */
    static List<Place> of(ClusterSpec spec, HostSpec host) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(ETC, MEBIBYTE));
        places.add(new Place(RUN, 4 * MEBIBYTE));
        spec.etcdMemberOn(host.name()).ifPresent(_ -> {
            places.add(new Place(spec.paths().programs(), 64 * MEBIBYTE));
            spec.etcd()
                    .instances()
                    .forEach(instance -> places.add(new Place(instance.dataDirectory(), 256 * MEBIBYTE)));
        });
        spec.node(host.name()).ifPresent(_ -> {
            places.add(new Place(spec.paths().programs(), 384 * MEBIBYTE));
            places.add(new Place(spec.paths().cniPrograms(), 64 * MEBIBYTE));
            places.add(new Place(KUBELET, 16 * MEBIBYTE));
            // Archives in transit, images, and their unpacked copies.
            places.add(new Place(spec.runtime().storageDirectory(), 1536 * MEBIBYTE));
        });
        return List.copyOf(places);
    }
}

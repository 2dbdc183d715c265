package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.preflight.host.Places.Place;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.system.HostSystem;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.storage.FileSystemFact;
import io.urania.engine.storage.FileSystemProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is written fits, and leaves so much free that the kubelet does not evict pods: it taints its node with disk-pressure when less than
 * a share of the file system is available (Kubernetes, "Node-pressure Eviction", hard eviction thresholds).
 */
record LittleRoom() implements HostRule {
    private static final long MEBIBYTE = 1L << 20;
    /** {@code nodefs.available}, {@code imagefs.available} and {@code nodefs.inodesFree}: the kubelet's own, in percent. */
    private static final int NODE_AVAILABLE = 10;

    private static final int IMAGES_AVAILABLE = 15;
    private static final int INODES_FREE = 5;

    /** Files and directories of an installation, most of them in images. */
    private static final long NEEDED_INODES = 10_000;

    @Override
    public String id() {
        return "little-room";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a file system has too little space for what is written, or would be below the kubelet's thresholds (15 % for images, 10 % for /var/lib/kubelet, 5 % of the inodes), or has no inodes left",
                "the kubelet taints its node with disk-pressure and evicts pods; nothing can be written",
                "free some space",
                "Kubernetes, \"Node-pressure Eviction\"");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return Places.of(spec, host).stream()
                .map(Place::path)
                .distinct()
                .<Question<?>>map(FileSystemProbe::of)
                .toList();
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        ClusterSpec spec = situation.spec();
        Map<String, List<Place>> places = new LinkedHashMap<>();
        for (Place place : Places.of(spec, host)) {
            String point = facts.answer(FileSystemProbe.of(place.path())).mountPoint();
            places.computeIfAbsent(point, _ -> new ArrayList<>()).add(place);
        }
        // A node of the cluster has on it what it needs, but for what changes.
        boolean installed = situation.view().node(situation.book(), host.name()).isPresent();
        List<Finding> findings = new ArrayList<>();
        for (List<Place> together : places.values()) {
            FileSystemFact system =
                    facts.answer(FileSystemProbe.of(together.getFirst().path()));
            Demand demand =
                    new Demand(host, OperatingSystems.find(facts), together, spec.node(host.name()), spec, installed);
            room(demand, system).or(() -> inodes(demand, system)).ifPresent(findings::add);
        }
        return findings;
    }

    /** What is put on one file system of a host. */
    private record Demand(
            HostSpec host,
            Optional<HostSystem> system,
            List<Place> places,
            Optional<NodeSpec> node,
            ClusterSpec spec,
            boolean installed) {

        long bytes() {
            return installed ? 0 : places.stream().mapToLong(Place::bytes).sum();
        }

        String paths() {
            return places.stream().map(Place::path).distinct().collect(Collectors.joining(", "));
        }

        private boolean holds(String path) {
            return places.stream().anyMatch(place -> place.path().equals(path));
        }

        /** The bytes that must stay free for the kubelet not to evict pods; the larger of both where one file system is for both. */
        long keptFree(FileSystemFact system) {
            long kept = 0;
            if (node.isPresent() && holds(Places.KUBELET)) {
                kept = share(NODE_AVAILABLE, system.bytes());
            }
            if (node.isPresent() && holds(spec.runtime().storageDirectory())) {
                kept = Math.max(kept, share(IMAGES_AVAILABLE, system.bytes()));
            }
            return kept;
        }

        long keptFreeInodes(FileSystemFact system) {
            boolean watched = node.isPresent()
                    && (holds(Places.KUBELET) || holds(spec.runtime().storageDirectory()));
            return watched ? share(INODES_FREE, system.inodes()) : 0;
        }

        private static long share(int percent, long whole) {
            return whole / 100 * percent;
        }
    }

    private Optional<Finding> room(Demand demand, FileSystemFact system) {
        long kept = demand.keptFree(system);
        // With nothing to write and nothing to keep free, a full file system still keeps every change from being made.
        long wanted = Math.max(demand.bytes() + kept, MEBIBYTE);
        if (system.availableBytes() >= wanted) {
            return Optional.empty();
        }
        String why = kept == 0
                ? wanted / MEBIBYTE + " MiB are needed for " + demand.paths()
                : "below " + kept / MEBIBYTE + " MiB the kubelet evicts pods"
                        + (demand.bytes() == 0
                                ? ""
                                : ", and " + demand.bytes() / MEBIBYTE + " MiB are needed for " + demand.paths());
        return Optional.of(error(
                demand.host().name(),
                "only " + system.availableBytes() / MEBIBYTE + " of " + system.bytes() / MEBIBYTE + " MiB ("
                        + percent(system.availableBytes(), system.bytes()) + " %) are free on " + system.mountPoint(),
                why,
                "free some space"
                        + demand.system()
                                .map(found -> ", for example with: "
                                        + found.packageManager().toClean() + ";")
                                .orElse(",")
                        + " or use a larger disk"));
    }

    private Optional<Finding> inodes(Demand demand, FileSystemFact system) {
        long kept = demand.keptFreeInodes(system);
        long wanted = Math.max(kept + (demand.bytes() > MEBIBYTE * 64 ? NEEDED_INODES : 0), 16);
        if (system.inodes() == 0 || system.freeInodes() >= wanted) {
            return Optional.empty();
        }
        return Optional.of(error(
                demand.host().name(),
                "only " + system.freeInodes() + " of " + system.inodes() + " inodes are free on " + system.mountPoint(),
                "no file can be created without one, however much space is free; " + wanted + " are needed for "
                        + demand.paths(),
                "remove many small files; the directories with the most: du --inodes -xS " + system.mountPoint()
                        + " | sort -n | tail"));
    }

    private static long percent(long part, long whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    }
}

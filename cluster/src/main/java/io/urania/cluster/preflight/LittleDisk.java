package io.urania.cluster.preflight;

import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.SystemProbe;
import java.util.List;

/** Programs and images fit on the disk. */
record LittleDisk() implements NodeRule {
    private static final long MEBIBYTE = 1L << 20;
    /** Programs, images and their unpacked copies; twice for an archive in transit. */
    private static final long NEEDED = 2048 * MEBIBYTE;

    @Override
    public String id() {
        return "little-disk";
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return List.of(SystemProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        long free = facts.answer(SystemProbe.QUESTION).freeBytes();
        if (free >= NEEDED) {
            return List.of();
        }
        return List.of(error(
                node.name(),
                "only " + free / MEBIBYTE + " MiB are free under /var/lib",
                "programs and images need " + NEEDED / MEBIBYTE + " MiB",
                "make room, for example with: apt-get clean"));
    }
}

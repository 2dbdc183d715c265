package io.urania.cluster.preflight.system;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.NodeRule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.HardwareProbe;
import java.util.List;

/**
 * Images are built for pages of 4 KiB; the usual kernel of a Raspberry Pi 5 has 16 KiB, with which programs end that manage their memory
 * themselves (raspberrypi/bookworm-feedback#107).
 */
record LargePages() implements NodeRule {

    private static final int USUAL = 4096;

    @Override
    public String id() {
        return "large-pages";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "the kernel has pages of more than 4 KiB, as the usual one of a Raspberry Pi 5",
                "images with jemalloc or tcmalloc crash",
                "on a Raspberry Pi 5 `boot_page_size: 4k`",
                "raspberrypi/bookworm-feedback#107");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, NodeSpec node) {
        return List.of(HardwareProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(NodeSpec node, Facts facts, Situation situation) {
        int page = facts.answer(HardwareProbe.QUESTION).pageBytes();
        if (page == USUAL || situation.spec().boot(node.host()).smallPages()) {
            return List.of();
        }
        return List.of(
                warning(
                        node.name(),
                        "its kernel has memory pages of " + page / 1024 + " KiB",
                        "images with jemalloc or tcmalloc, such as redis or fluent-bit, are built for 4 KiB and crash",
                        "on a Raspberry Pi 5: set boot_page_size: 4k, or add kernel=kernel8.img to config.txt on its boot partition and reboot"));
    }
}

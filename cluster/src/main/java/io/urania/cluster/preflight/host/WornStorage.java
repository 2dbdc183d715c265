package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.storage.StorageHealthFact;
import io.urania.engine.storage.StorageHealthProbe;
import java.util.ArrayList;
import java.util.List;

/** Cards wear out, and say so before they fail: {@link StorageHealthProbe} has the sources. */
record WornStorage() implements HostRule {

    /** In tenths: 90 % are used. */
    private static final int NEARLY_ALL = 10;

    @Override
    public String id() {
        return "worn-storage";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "a file system has noted errors, or soldered memory (eMMC) has used 90 % of its life",
                "files get lost, and etcd with them",
                "`fsck` at the next boot, then another card or disk",
                "Linux, sysfs-fs-ext4; JEDEC JESD84-B51");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(StorageHealthProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        StorageHealthFact health = facts.answer(StorageHealthProbe.QUESTION);
        List<Finding> findings = new ArrayList<>();
        health.errors()
                .forEach(
                        (device, errors) -> findings.add(
                                warning(
                                        host.name(),
                                        "the file system on " + device + " has noted "
                                                + (errors == 1 ? "an error" : errors + " errors"),
                                        "cards and disks that fail lose files",
                                        "save what is on it; add fsck.mode=force to the kernel's arguments for one boot; replace the card if it comes again")));
        health.wear().entrySet().stream()
                .filter(wear -> wear.getValue() >= NEARLY_ALL)
                .forEach(wear -> findings.add(warning(
                        host.name(),
                        wear.getKey() + " has used 90 % of its life, or more",
                        "worn memory becomes read-only, or loses files",
                        "replace it")));
        return findings;
    }
}

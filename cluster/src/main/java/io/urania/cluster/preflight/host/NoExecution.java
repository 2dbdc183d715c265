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
import io.urania.engine.storage.FileSystemFact;
import io.urania.engine.storage.FileSystemProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs can be run from where they are installed: mount(8), option noexec. */
record NoExecution() implements HostRule {

    @Override
    public String id() {
        return "no-execution";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "`bin_dir`, `cni_bin_dir` or the container runtime's directory is mounted with noexec",
                "programs there cannot be run",
                "`mount -o remount,exec`",
                "mount(8)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return paths(spec, host).stream().<Question<?>>map(FileSystemProbe::of).toList();
    }

    private static List<String> paths(ClusterSpec spec, HostSpec host) {
        boolean node = spec.node(host.name()).isPresent();
        List<String> paths = new ArrayList<>();
        if (node || spec.etcdMemberOn(host.name()).isPresent()) {
            paths.add(spec.paths().programs());
        }
        if (node) {
            paths.add(spec.paths().cniPrograms());
            paths.add(spec.runtime().storageDirectory());
        }
        return paths;
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (String path : paths(situation.spec(), host)) {
            FileSystemFact system = facts.answer(FileSystemProbe.of(path));
            if (system.isWithoutExecution()) {
                findings.putIfAbsent(
                        system.mountPoint(),
                        error(
                                host.name(),
                                system.mountPoint() + " is mounted with noexec",
                                "programs in " + path + " could not be run",
                                "mount -o remount,exec " + system.mountPoint() + ", and remove noexec from /etc/fstab"
                                        + (path.equals(situation.spec().paths().programs())
                                                ? "; or set bin_dir to another directory"
                                                : "")));
            }
        }
        return List.copyOf(findings.values());
    }
}

package io.urania.cluster.preflight.host;

import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.preflight.host.Places.Place;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.storage.FileSystemFact;
import io.urania.engine.storage.FileSystemProbe;
import io.urania.engine.storage.WritabilityProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Root may write what an installation writes: root alone does not help where a file system is read-only or a file immutable. */
record NotWritable() implements HostRule {

    @Override
    public String id() {
        return "not-writable";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "a file system is mounted read-only or has no space for a change, or a file or directory is immutable",
                "it must be written",
                "`mount -o remount,rw`, `chattr -i`",
                "open(2), chattr(1)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        List<Question<?>> questions = new ArrayList<>();
        for (String path : paths(spec, host)) {
            questions.add(WritabilityProbe.of(path));
            questions.add(FileSystemProbe.of(path));
        }
        return questions;
    }

    /** Directories, and the files that have a system's own text besides ours. */
    private static List<String> paths(ClusterSpec spec, HostSpec host) {
        List<String> paths = new ArrayList<>(
                Places.of(spec, host).stream().map(Place::path).distinct().toList());
        paths.addAll(List.of("/etc/hosts", "/etc/hostname", "/etc/systemd/system", "/var/lib/urania"));
        if (spec.hasBalancer(host)) {
            paths.add("/etc/haproxy/haproxy.cfg");
        }
        spec.node(host.name()).ifPresent(node -> {
            paths.addAll(
                    List.of(spec.paths().configuration(), NodeRuntimes.of(spec).configuration(), "/etc/cni/net.d"));
            if (node.kubelet().failSwapOn()) {
                paths.add("/etc/fstab");
            }
        });
        return paths;
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (String path : paths(situation.spec(), host)) {
            FileSystemFact system = facts.answer(FileSystemProbe.of(path));
            if (system.isReadOnly()) {
                findings.putIfAbsent(system.mountPoint(), readOnly(host, path, system.mountPoint()));
                continue;
            }
            switch (facts.answer(WritabilityProbe.of(path))) {
                case WRITABLE -> {}
                case READ_ONLY -> findings.put(path, readOnly(host, path, path));
                case FULL ->
                    findings.putIfAbsent(
                            system.mountPoint(),
                            error(
                                    host.name(),
                                    "no space left on " + system.mountPoint(),
                                    path + " is on it and must be written",
                                    "free some: df -h " + system.mountPoint()));
                case REFUSED ->
                    findings.put(
                            path,
                            error(
                                    host.name(),
                                    path + " cannot be changed, not even by root",
                                    "the file, or the directory it is in, is immutable",
                                    "check with: lsattr -d " + path + "; make it changeable with: chattr -i -a "
                                            + path));
            }
        }
        return List.copyOf(findings.values());
    }

    private Finding readOnly(HostSpec host, String path, String point) {
        return error(
                host.name(),
                point + " is mounted read-only",
                path.equals(point) ? "it must be written" : path + " is on it and must be written",
                "mount it for writing: mount -o remount,rw " + point
                        + "; if the kernel made it read-only after an error (check dmesg), check the disk"
                        + " first");
    }
}

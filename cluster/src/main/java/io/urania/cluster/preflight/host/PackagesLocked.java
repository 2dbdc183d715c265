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
import io.urania.engine.process.RunningProcess;
import io.urania.engine.resource.packages.PackageManagerFact;
import io.urania.engine.resource.packages.PackageManagerProbe;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody else is installing packages: an apply that installs some waits for it, and gives up after minutes. */
record PackagesLocked() implements HostRule {

    @Override
    public String id() {
        return "packages-locked";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "another process holds the lock of dpkg or pacman",
                "packages cannot be installed until it is done",
                "wait, or stop it",
                "dpkg, apt, pacman");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(PackageManagerProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        PackageManagerFact packages = facts.answer(PackageManagerProbe.QUESTION);
        List<RunningProcess> holders = packages.holders();
        if (holders.isEmpty()) {
            return List.of();
        }
        return List.of(warning(
                host.name(),
                packages.manager().lock() + " is locked by "
                        + holders.stream().map(RunningProcess::words).collect(Collectors.joining(", ")),
                "packages cannot be installed until it is done",
                "wait for it; if it does not finish: "
                        + holders.stream().map(RunningProcess::end).collect(Collectors.joining("; "))));
    }
}

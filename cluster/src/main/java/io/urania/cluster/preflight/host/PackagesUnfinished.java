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
import io.urania.engine.resource.packages.PackageManagerFact;
import io.urania.engine.resource.packages.PackageManagerProbe;
import java.util.List;

/** An installation of packages was cut off; apply finishes it before it installs others. */
record PackagesUnfinished() implements HostRule {

    @Override
    public String id() {
        return "packages-unfinished";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "a package installation was interrupted",
                "apply finishes it first",
                "`dpkg --configure -a`; for pacman, remove a lock that nobody has, and install again what has no description",
                "dpkg, libalpm");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(PackageManagerProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        PackageManagerFact packages = facts.answer(PackageManagerProbe.QUESTION);
        // Of one who is at work it is not known yet.
        if (!packages.interrupted() || !packages.holders().isEmpty()) {
            return List.of();
        }
        return List.of(warning(
                host.name(),
                "a package installation was interrupted",
                packages.manager().program() + " installs nothing until it is finished; apply finishes it first",
                "to finish it yourself: " + packages.manager().toFinish()));
    }
}

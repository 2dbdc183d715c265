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
import io.urania.engine.resource.packages.BuiltPackageFact;
import io.urania.engine.resource.packages.BuiltPackageProbe;
import io.urania.engine.system.PackageRecipe;
import java.util.List;

/** Packages that are built from a PKGBUILD need makepkg, which comes with pacman. */
record NoRecipes() implements HostRule {

    @Override
    public String id() {
        return "no-recipes";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR),
                "`aur_packages` is set for a host without makepkg",
                "nothing is built from a PKGBUILD there",
                "set it in `host_vars`, or for a group of hosts with Arch Linux",
                "makepkg(8)");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return spec.upkeep(host).built().stream()
                .<Question<?>>map(recipe -> BuiltPackageProbe.of(recipe.name()))
                .toList();
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        List<String> impossible = situation.spec().upkeep(host).built().stream()
                .map(PackageRecipe::name)
                .filter(name -> facts.answer(BuiltPackageProbe.of(name)) instanceof BuiltPackageFact.Impossible)
                .toList();
        return impossible.isEmpty()
                ? List.of()
                : List.of(error(
                        host.name(),
                        "it has no makepkg, and aur_packages asks for " + String.join(", ", impossible),
                        "its system builds nothing from a PKGBUILD",
                        "set aur_packages for hosts of Arch Linux only, in host_vars or for a group"));
    }
}

package io.urania.cluster.preflight.host;

import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.UnitFact;
import io.urania.engine.system.UnitFact.DropIn;
import io.urania.engine.system.UnitProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Units do what Urania writes into them: a masked unit cannot be started, and a drop-in counts for more than the unit (systemd.unit(5)).
 * The packages of kubeadm bring one that replaces the kubelet's command, 10-kubeadm.conf.
 */
record ChangedUnits() implements HostRule {

    @Override
    public String id() {
        return "changed-units";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "a unit of the cluster is masked, or a drop-in replaces its command (error) or changes it (warning)",
                "it would not run as Urania writes it",
                "remove the file or its package",
                "systemd.unit(5); kubeadm's 10-kubeadm.conf");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return units(spec, host).stream().<Question<?>>map(UnitProbe::of).toList();
    }

    private static List<String> units(ClusterSpec spec, HostSpec host) {
        List<String> units = new ArrayList<>();
        if (spec.node(host.name()).isPresent()) {
            units.addAll(List.of("kubelet.service", NodeRuntimes.of(spec).unit()));
        }
        if (spec.etcdMemberOn(host.name()).isPresent()) {
            units.addAll(spec.etcd().units());
        }
        if (spec.hasBalancer(host)) {
            units.add("haproxy.service");
        }
        return units;
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        return units(situation.spec(), host).stream()
                .flatMap(unit -> findings(host, unit, facts.answer(UnitProbe.of(unit)), facts))
                .toList();
    }

    private Stream<Finding> findings(HostSpec host, String unit, UnitFact fact, Facts facts) {
        Stream<Finding> changed =
                fact.dropIns().stream().map(dropIn -> changed(host, unit, dropIn, removing(dropIn.path(), facts)));
        if (!fact.isMasked()) {
            return changed;
        }
        return Stream.concat(
                Stream.of(error(
                        host.name(),
                        unit + " is masked",
                        "systemd does not start a masked unit",
                        "systemctl unmask " + unit)),
                changed);
    }

    private static String removing(String path, Facts facts) {
        String search = OperatingSystems.find(facts)
                .map(system -> " (" + system.packageManager().toFindOwner(path) + ")")
                .orElse("");
        return "remove the file, or the package that installs it" + search + ", then: systemctl daemon-reload";
    }

    private Finding changed(HostSpec host, String unit, DropIn dropIn, String remedy) {
        return dropIn.replacesCommand()
                ? error(
                        host.name(),
                        dropIn.path() + " replaces what " + unit + " runs",
                        "the unit would not run with the configuration that Urania writes",
                        remedy)
                : warning(
                        host.name(),
                        dropIn.path() + " changes " + unit,
                        "its settings override the unit that Urania writes",
                        "check whether this is intended; if not, " + remedy);
    }
}

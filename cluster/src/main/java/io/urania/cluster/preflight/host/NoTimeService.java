package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.HostRule;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.system.HostSystem;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.ClockProbe;
import io.urania.engine.system.UnitProbe;
import java.util.ArrayList;
import java.util.List;

/** Something keeps a host's clock right: a Raspberry Pi has none that goes on without power. Containers have the clock of their machine. */
record NoTimeService() implements HostRule {
    private static final List<String> SERVICES = List.of(
            "systemd-timesyncd.service",
            "chrony.service",
            "chronyd.service",
            "ntpsec.service",
            "ntp.service",
            "ntpd.service",
            "openntpd.service");

    @Override
    public String id() {
        return "no-time-service";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.WARNING),
                "no service synchronizes a clock",
                "certificates and leases depend on it",
                "`timedatectl set-ntp true`",
                "");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        List<Question<?>> questions = new ArrayList<>(List.of(ClockProbe.QUESTION));
        SERVICES.forEach(service -> questions.add(UnitProbe.of(service)));
        return questions;
    }

    @Override
    public List<Finding> findings(HostSpec host, Facts facts, Situation situation) {
        if (situation.spec().clocks().containsKey(host.name())
                || facts.answer(ClockProbe.QUESTION).ofAnother()
                || SERVICES.stream()
                        .anyMatch(service -> facts.answer(UnitProbe.of(service)).isActive())) {
            return List.of();
        }
        return List.of(warning(
                host.name(),
                "no service synchronizes its clock",
                "certificates and leases depend on the clock, which drifts",
                "timedatectl set-ntp true"
                        + OperatingSystems.find(facts)
                                .map(NoTimeService::installing)
                                .orElse("")));
    }

    private static String installing(HostSystem system) {
        List<String> packages = system.packages(Software.TIME_SERVICE);
        return packages.isEmpty()
                ? ""
                : "; if that fails: " + system.packageManager().toInstall(packages);
    }
}

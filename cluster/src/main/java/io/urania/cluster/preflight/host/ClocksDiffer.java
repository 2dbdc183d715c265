package io.urania.cluster.preflight.host;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Asked;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.ClockProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of the hosts say the same as the one of this machine, which makes etcd's certificates. Only what is certain counts: a host was
 * asked some time between question and answer. Kubernetes gives certificates a validity that began five minutes before (kubeadm,
 * {@code CertificateBackdate}; Kubernetes' signer, {@code backdate}; Urania's own authority alike): a host that is further behind takes a new
 * one for not yet valid.
 */
record ClocksDiffer() implements Rule {
    private static final Duration BORNE = Duration.ofMinutes(5);
    private static final Duration NOTICED = Duration.ofSeconds(2);

    @Override
    public String id() {
        return "clocks-differ";
    }

    @Override
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "a clock differs from this machine's by at least five minutes (error) or two seconds (warning)",
                "certificates are valid from five minutes before they are issued",
                "`timedatectl set-ntp true`",
                "kubeadm, Kubernetes' signer");
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(ClockProbe.QUESTION);
    }

    @Override
    public List<Finding> findings(Situation situation) {
        return situation.spec().hosts().stream()
                .filter(host -> situation.hasAnswered(this, host))
                .flatMap(host -> finding(host, situation.facts(host)).stream())
                .toList();
    }

    private Optional<Finding> finding(HostSpec host, Facts facts) {
        Optional<Asked> asked = facts.asked();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Instant now = facts.answer(ClockProbe.QUESTION).now();
        boolean behind = now.isBefore(asked.get().before());
        Duration difference = behind
                ? Duration.between(now, asked.get().before())
                : Duration.between(asked.get().after(), now);
        if (difference.compareTo(NOTICED) < 0) {
            return Optional.empty();
        }
        String what = "its clock is at least " + words(difference) + (behind ? " behind" : " ahead of")
                + " that of this machine";
        String remedy = "set both: timedatectl set-ntp true; check with: timedatectl";
        return Optional.of(
                difference.compareTo(BORNE) < 0
                        ? warning(host.name(), what, "logs and leases of different hosts do not match", remedy)
                        : error(
                                host.name(),
                                what,
                                "certificates are valid from " + BORNE.toMinutes()
                                        + " minutes before they are issued, so hosts would reject those of others",
                                remedy));
    }

    private static String words(Duration difference) {
        if (difference.compareTo(Duration.ofMinutes(2)) < 0) {
            return difference.toSeconds() + " seconds";
        }
        return difference.compareTo(Duration.ofHours(2)) < 0
                ? difference.toMinutes() + " minutes"
                : difference.toHours() + " hours";
    }
}

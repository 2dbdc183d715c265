package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.clock.ClockSpec;
import io.urania.cluster.spec.clock.TimeService;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ClockVariables;
import io.urania.inventory.problem.Suggestion;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads how the clocks of hosts are kept right. */
final class ClockReader {
    private final Source source;

    ClockReader(Source source) {
        this.source = source;
    }

    /** By the names of the hosts of which anything is wanted. */
    Map<String, ClockSpec> read(Collection<HostSpec> hosts) {
        Map<String, ClockSpec> clocks = new TreeMap<>();
        for (HostSpec host : hosts) {
            ClockSpec clock = read(host.name());
            if (get(ClockVariables.ENABLED, host.name())) {
                clocks.put(host.name(), clock);
            }
        }
        return clocks;
    }

    private ClockSpec read(String host) {
        TimeService service = service(get(ClockVariables.PACKAGE, host));
        ClockSpec.Servers servers = servers(host, service);
        return new ClockSpec(
                service,
                get(ClockVariables.MANAGED, host) ? Optional.of(servers) : Optional.empty(),
                get(ClockVariables.SET_AT_ONCE, host),
                zone(host));
    }

    /** A host's own database decides; the one of Java only knows what most hosts have. */
    private Optional<String> zone(String host) {
        Optional<String> zone = find(ClockVariables.ZONE, host).filter(name -> !name.isEmpty());
        Set<String> known =
                zone.isEmpty() || !get(ClockVariables.ENABLED, host) ? Set.of() : ZoneId.getAvailableZoneIds();
        zone.filter(name -> !known.isEmpty() && !known.contains(name))
                .ifPresent(name -> source.warning(
                        source.variables().position(ClockVariables.ZONE, host).orElse(null),
                        ClockVariables.ZONE.name() + " is " + name + ", which is not a known time zone",
                        "apply fails on hosts that do not have it in /usr/share/zoneinfo",
                        Suggestion.didYouMean(name, known, "timedatectl list-timezones lists what a host has")));
        return zone;
    }

    private ClockSpec.Servers servers(String host, TimeService service) {
        List<String> sources = get(ClockVariables.SERVERS, host);
        List<String> interfaces = get(ClockVariables.INTERFACES, host);
        boolean isFiltered = get(ClockVariables.FILTERED, host);
        boolean isUsed = get(ClockVariables.ENABLED, host) && get(ClockVariables.MANAGED, host);
        if (isUsed && sources.isEmpty()) {
            missing(
                    ClockVariables.SERVERS,
                    ClockVariables.MANAGED,
                    host,
                    "list time servers, such as [ntp.example.com iburst]");
        }
        if (isUsed && isFiltered && interfaces.isEmpty() && service == TimeService.NTP) {
            missing(
                    ClockVariables.INTERFACES,
                    ClockVariables.FILTERED,
                    host,
                    "list interfaces, such as [ignore wildcard, listen eth0]");
        }
        return new ClockSpec.Servers(
                sources,
                get(ClockVariables.RESTRICTIONS, host),
                isFiltered ? interfaces : List.of(),
                find(ClockVariables.DRIFT_FILE, host),
                get(ClockVariables.ALWAYS_SET, host));
    }

    private void missing(Variable<?> variable, Variable<?> asking, String host, String remedy) {
        source.error(
                source.variables()
                        .position(variable, host)
                        .or(() -> source.variables().position(asking, host))
                        .orElse(null),
                "missing value for " + variable.name() + " of " + host,
                asking.name() + " is true",
                remedy + ", or set " + asking.name() + ": false");
    }

    /** ntp is another name of ntpsec, as in Debian. */
    private static TimeService service(String word) {
        return switch (word) {
            case "chrony" -> TimeService.CHRONY;
            case "systemd-timesyncd" -> TimeService.TIMESYNCD;
            default -> TimeService.NTP;
        };
    }

    private <T> T get(Variable<T> variable, String host) {
        return source.variables().get(variable, host);
    }

    private <T> Optional<T> find(Variable<T> variable, String host) {
        return source.variables().find(variable, host);
    }
}

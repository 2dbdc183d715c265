package io.urania.cluster.phases.host;

import io.urania.cluster.format.Line;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.phase.OutsideProxies;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.clock.ClockSpec;
import io.urania.cluster.spec.clock.TimeService;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.registry.SoftwarePackages;
import io.urania.cluster.variable.rows.ClockVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.account.TimeZone;
import io.urania.engine.resource.file.AbsentFile;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.resource.service.Service;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The time service of a host, with the system's package. Its unit is skipped by systemd where it cannot set a clock, as in most containers.
 *
 * @param spec the cluster of which the host is
 */
record HostClock(ClusterSpec spec, HostSpec host, ClockSpec clock) {

    /** What may be installed for it. */
    static final List<Software> SOFTWARE =
            List.of(Software.NTP, Software.CHRONY, Software.TIME_SERVICE, Software.TIME_ZONES);

    /** Its units, one of which a host has. */
    static final List<String> UNITS =
            Stream.of(TimeService.values()).map(HostClock::unit).toList();

    /** Its files. */
    static final List<String> FILES = Stream.concat(
                    Stream.of(TimeService.values()).map(HostClock::file),
                    Stream.of(dropIn("chrony.service"), dropIn("ntpsec.service"), TimeZone.LINK))
            .toList();

    private static final String PACKAGES = "the clock";
    private static final String ZONES = "the time zone";

    void declare(Tasks tasks) {
        Tasks asked = tasks.because(ClockVariables.ENABLED, ClockVariables.PACKAGE);
        TaskId installed = asked.add(host, packages(PACKAGES, software(clock.service())), NameResolution.ready(host));
        List<TaskId> needs = new ArrayList<>(List.of(installed));
        List<String> reads = new ArrayList<>();
        clock.servers().ifPresent(servers -> {
            String file = file(clock.service());
            reads.add(file);
            needs.add(tasks.because(ClockVariables.ALL)
                    .add(host, TextFile.of(file, text(clock.service(), servers)), installed));
        });
        if (clock.service() != TimeService.TIMESYNCD) {
            String file = dropIn(unit(clock.service()));
            Tasks atOnce = tasks.because(ClockVariables.SET_AT_ONCE);
            if (clock.isSetAtOnce()) {
                reads.add(file);
                needs.add(atOnce.add(host, TextFile.of(file, setting(clock.service()))));
            } else {
                needs.add(atOnce.add(host, new AbsentFile(file)));
            }
        }
        asked.add(
                host,
                Service.of(unit(clock.service()), reads, List.of())
                        .restartMeaning("the clock runs on its own for seconds")
                        .whereItCan(),
                needs.toArray(TaskId[]::new));
        clock.zone().ifPresent(zone -> {
            Tasks zoned = tasks.because(ClockVariables.ZONE);
            TaskId known = zoned.add(host, packages(ZONES, Software.TIME_ZONES), NameResolution.ready(host));
            zoned.add(host, new TimeZone(zone), known);
        });
    }

    /** A host keeps its time service and its time zone; the service goes on with the package's own configuration. */
    List<Leftover> leftovers() {
        String unit = unit(clock.service());
        List<Leftover> leftovers = new ArrayList<>(List.of(
                new Leftover.Kept("packages for " + PACKAGES, "distribution packages are kept"),
                new Leftover.Kept(unit, "a host keeps its time service"),
                new Leftover.Written(file(clock.service())),
                new Leftover.Written(dropIn(unit)),
                new Leftover.Cleared(dropIn(unit).substring(0, dropIn(unit).lastIndexOf('/'))),
                new Leftover.Own(
                        Stage.LAST,
                        "settings of " + unit,
                        "systemctl daemon-reload\nsystemctl try-restart " + Shell.quote(unit)
                                + " 2>/dev/null || :\n")));
        clock.zone().ifPresent(_ -> {
            leftovers.add(new Leftover.Kept("packages for " + ZONES, "distribution packages are kept"));
            leftovers.add(new Leftover.Kept(TimeZone.LINK, "a host keeps its time zone"));
        });
        return leftovers;
    }

    private Packages packages(String purpose, Software software) {
        return new Packages(purpose, SoftwarePackages.of(List.of(software)))
                .through(new OutsideProxies(spec).forPackages());
    }

    private static Software software(TimeService service) {
        return switch (service) {
            case CHRONY -> Software.CHRONY;
            case NTP -> Software.NTP;
            case TIMESYNCD -> Software.TIME_SERVICE;
        };
    }

    private static String unit(TimeService service) {
        return switch (service) {
            case CHRONY -> "chrony.service";
            case NTP -> "ntpsec.service";
            case TIMESYNCD -> "systemd-timesyncd.service";
        };
    }

    private static String file(TimeService service) {
        return switch (service) {
            case CHRONY -> "/etc/chrony/chrony.conf";
            case NTP -> "/etc/ntpsec/ntp.conf";
            case TIMESYNCD -> "/etc/systemd/timesyncd.conf.d/zz-urania.conf";
        };
    }

    private static String dropIn(String unit) {
        return "/etc/systemd/system/" + unit + ".d/urania.conf";
    }

    /** As root and outside of the unit's sandbox, for a minute at most; that no server answers keeps nobody from starting. */
    private static String setting(TimeService service) {
        String command = service == TimeService.CHRONY ? "/usr/sbin/chronyd -q" : "/usr/sbin/ntpd -gq";
        return "[Service]\nExecStartPre=-+/usr/bin/timeout -k 5 60 " + command + "\n";
    }

    /** As chrony.conf(5), ntp.conf(5) and timesyncd.conf(5) have it; comments stay out, since a value could be nothing else. */
    private static String text(TimeService service, ClockSpec.Servers servers) {
        return switch (service) {
            case CHRONY -> chrony(servers);
            case NTP -> ntp(servers);
            case TIMESYNCD -> "[Time]\nNTP=\nNTP=" + names(servers) + "\n";
        };
    }

    private static String chrony(ClockSpec.Servers servers) {
        return lines("server", servers.sources()) + """
                driftfile /var/lib/chrony/chrony.drift
                logdir /var/log/chrony
                makestep 1.0 %s
                rtcsync
                """.formatted(servers.isAlwaysSet() ? "-1" : "3");
    }

    /** Anyone may ask for the time, and nothing else. */
    private static String ntp(ClockSpec.Servers servers) {
        return "driftfile " + Line.of(servers.driftFile().orElse("/var/lib/ntpsec/ntp.drift")) + "\n"
                + (servers.isAlwaysSet() ? "tinker panic 0\n" : "")
                + lines("pool", servers.sources())
                + "restrict default kod limited nomodify noquery\n"
                + lines("restrict", servers.restrictions())
                + lines("interface", servers.interfaces());
    }

    private static String names(ClockSpec.Servers servers) {
        return servers.sources().stream()
                .map(source -> Line.of(source).split(" ", 2)[0])
                .collect(Collectors.joining(" "));
    }

    private static String lines(String word, List<String> values) {
        return values.stream().map(value -> word + " " + Line.of(value) + "\n").collect(Collectors.joining());
    }
}

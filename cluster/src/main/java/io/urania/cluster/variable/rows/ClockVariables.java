package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The hosts' clocks. */
public final class ClockVariables {
    private static final String FILES =
            "/etc/chrony/chrony.conf, /etc/ntpsec/ntp.conf or /etc/systemd/timesyncd.conf.d/zz-urania.conf";
    private static final String OF_NTPD = "/etc/ntpsec/ntp.conf; chrony and systemd-timesyncd have no such setting";
    private static final String WORDS = "(?: +[A-Za-z0-9.:/_-]+)*";

    public static final Variable<Boolean> ENABLED = variable("ntp_enabled", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether Urania installs a time service")
            .does(
                    "every host: the package, enabled and started; a host that is a container has the clock of its machine, and systemd may skip the service"
                            + " there. With false, the hosts' own time service stays as it is")
            .otherwise(false);

    public static final Variable<String> PACKAGE = variable(
                    "ntp_package",
                    ChoiceTypes.choice(
                            List.of("ntp", "ntpsec", "chrony", "systemd-timesyncd"), Function.identity(), Map.of()))
            .scope(Scope.HOST)
            .means("the time service")
            .does(
                    "every host: package ntpsec (also for ntp, which is ntpsec since Debian 12), chrony or systemd-timesyncd; installing one removes the others")
            .otherwise("ntp");

    public static final Variable<Boolean> MANAGED = variable("ntp_manage_config", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether Urania configures the time service")
            .does("every host: " + FILES)
            .otherwise(false);

    public static final Variable<List<String>> SERVERS = variable(
                    "ntp_servers",
                    lines(
                            "a time server and its options",
                            "[A-Za-z0-9][A-Za-z0-9.:_-]*" + WORDS,
                            "ntp.example.com iburst"))
            .scope(Scope.HOST)
            .means("time servers; systemd-timesyncd has no options for them")
            .does("every host, with ntp_manage_config: " + FILES)
            .otherwise(List.of(
                    "0.pool.ntp.org iburst",
                    "1.pool.ntp.org iburst",
                    "2.pool.ntp.org iburst",
                    "3.pool.ntp.org iburst"));

    public static final Variable<List<String>> RESTRICTIONS = variable(
                    "ntp_restrict",
                    lines("an address and its flags", "-?[A-Za-z0-9:][A-Za-z0-9.:/_-]*" + WORDS, "192.0.2.1 nomodify"))
            .scope(Scope.HOST)
            .means("who may ask ntpd more than the time")
            .does("every host, with ntp_manage_config: restrict in " + OF_NTPD)
            .otherwise(List.of("127.0.0.1", "::1"));

    public static final Variable<Boolean> FILTERED = variable("ntp_filter_interface", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether ntpd listens on some interfaces only")
            .does("every host, with ntp_manage_config: interface in " + OF_NTPD)
            .otherwise(false);

    public static final Variable<List<String>> INTERFACES = variable(
                    "ntp_interfaces",
                    lines(
                            "what to do with an interface",
                            "(?:listen|ignore|drop) [A-Za-z0-9][A-Za-z0-9.:/_-]*",
                            "listen eth0"))
            .scope(Scope.HOST)
            .means("those interfaces, each as listen NAME, ignore NAME or drop NAME")
            .does("every host, with ntp_filter_interface: interface in " + OF_NTPD)
            .otherwise(List.of(), "none");

    public static final Variable<String> DRIFT_FILE = variable(
                    "ntp_driftfile",
                    ScalarTypes.matching(
                            "an absolute path", "(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+", "/var/lib/ntpsec/ntp.drift"))
            .scope(Scope.HOST)
            .means("where ntpd keeps how fast the clock is")
            .does("every host, with ntp_manage_config: driftfile in " + OF_NTPD)
            .unlessSet("/var/lib/ntpsec/ntp.drift");

    public static final Variable<Boolean> ALWAYS_SET = variable("ntp_tinker_panic", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether a clock is set however wrong it is")
            .does(
                    "every host, with ntp_manage_config: tinker panic 0 of ntpd, makestep 1.0 -1 of chrony; systemd-timesyncd always does so")
            .otherwise(false);

    public static final Variable<Boolean> SET_AT_ONCE = variable("ntp_force_sync_immediately", ScalarTypes.truth())
            .scope(Scope.HOST)
            .means("whether the time service sets the clock before it starts, for a minute at most")
            .does(
                    "every host: ExecStartPre in /etc/systemd/system/UNIT.d/urania.conf of ntpsec.service or chrony.service; systemd-timesyncd always does so")
            .otherwise(false);

    public static final Variable<String> ZONE = variable(
                    "ntp_timezone",
                    ScalarTypes.matching(
                            "a time zone such as Europe/Berlin",
                            "(?:[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*)?",
                            "Europe/Berlin"))
            .scope(Scope.HOST)
            .means("time zone of the hosts")
            .does("every host, with ntp_enabled: /etc/localtime, and package tzdata")
            .unlessSet("the host's own");

    public static final List<Variable<?>> ALL = List.of(
            ENABLED,
            PACKAGE,
            MANAGED,
            SERVERS,
            RESTRICTIONS,
            FILTERED,
            INTERFACES,
            DRIFT_FILE,
            ALWAYS_SET,
            SET_AT_ONCE,
            ZONE);

    private ClockVariables() {}

    private static VariableType<List<String>> lines(String description, String pattern, String example) {
        return CollectionTypes.listOf(ScalarTypes.matching(description + " such as " + example, pattern, example));
    }
}

package io.urania.engine.resource.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.safeguard.GuardedHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ServicesOffTest {

    private static final String ADDRESS = "192.0.2.11";

    /** A systemd of files: {@code enabled}, {@code active} and {@code masked} have the names of units. */
    private static final String PROGRAMS = """
            date() { echo 1796120254.0; }
            ip() { echo '2: wlan0    inet ADDRESS/24 brd 192.0.2.255 scope global dynamic wlan0'; }
            word() {
                if [ -e "/var/state/masked.$1" ]; then echo masked
                elif [ -e "/var/state/enabled.$1" ]; then echo enabled
                else echo disabled; fi
            }
            systemctl() {
                verb=$1
                shift
                quiet=
                while :; do
                    case ${1:-} in
                    --quiet) quiet=y ;;
                    --now | --property=* | --) ;;
                    *) break ;;
                    esac
                    shift
                done
                case $verb in
                is-enabled) word "$1" ;;
                is-active)
                    if [ -e "/var/state/active.$1" ] || [ -e "/var/state/active.$1.service" ]; then
                        [ -n "$quiet" ] || echo active
                    else
                        [ -n "$quiet" ] || echo inactive
                        return 3
                    fi
                    ;;
                disable) rm -f "/var/state/enabled.$1" "/var/state/active.$1" ;;
                mask) : >"/var/state/masked.$1" ;;
                unmask) rm -f "/var/state/masked.$1" ;;
                enable) : >"/var/state/enabled.$1" ;;
                start) : >"/var/state/active.$1" ;;
                show)
                    for unit in "$@"; do
                        echo "Id=$unit"
                        if [ -e "/var/state/active.$unit" ]; then echo ActiveState=active; else echo ActiveState=inactive; fi
                        echo "UnitFileState=$(word "$unit")"
                        echo
                    done
                    ;;
                esac
            }
            """.replace("ADDRESS", ADDRESS);

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void goOffAndComeBackAsTheyWere(ShellKind shell) throws Exception {
        try (GuardedHost host = host(shell, "enabled.bluetooth", "active.bluetooth", "enabled.avahi")) {
            change(host, off("avahi.service", "bluetooth.service", "not-there.service"));
            assertThat(state(host)).containsExactly("masked.avahi.service", "masked.bluetooth.service");

            assertThat(change(host, off("bluetooth.service")).title()).isEqualTo("enable avahi.service again");
            assertThat(state(host)).containsExactly("enabled.avahi.service", "masked.bluetooth.service");

            change(host, off());
            assertThat(state(host))
                    .containsExactly("active.bluetooth.service", "enabled.avahi.service", "enabled.bluetooth.service");
            assertThat(host.sandbox().at("/var/lib/urania/services-off")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatCarriesTheAddressStaysAndNothingElseGoesOff(ShellKind shell) throws Exception {
        try (GuardedHost host = host(shell, "active.wpa_supplicant", "active.dhcpcd", "active.avahi")) {
            host.sandbox().write("/sys/class/net/wlan0/phy80211", "");

            for (String carrier : List.of("wpa_supplicant.service", "dhcpcd.service")) {
                StepResult result = host.carryOut(
                        difference(host, off("avahi.service", carrier)).orElseThrow());

                assertThat(result.succeeded()).isFalse();
                assertThat(result.output()).contains(carrier, ADDRESS, "remove it from services_off");
                assertThat(state(host)).contains("active.avahi.service");
            }
        }
    }

    /** What somebody else keeps up does not go with it. */
    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void anIdleKeeperOfInterfacesMayGo(ShellKind shell) throws Exception {
        try (GuardedHost host = host(shell, "active.dhcpcd", "active.NetworkManager", "active.wpa_supplicant")) {
            change(host, off("dhcpcd.service", "wpa_supplicant.service"));

            assertThat(state(host)).contains("active.NetworkManager.service", "masked.dhcpcd.service");
        }
    }

    private static ServicesOff off(String... units) {
        return new ServicesOff(new TreeSet<>(List.of(units)), ADDRESS);
    }

    /** Carries a difference out, after which there is none any more. */
    private static Difference change(GuardedHost host, ServicesOff wanted) throws Exception {
        Difference difference = difference(host, wanted).orElseThrow();
        StepResult result = host.carryOut(difference);
        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(difference(host, wanted)).isEmpty();
        return difference;
    }

    private static Optional<Difference> difference(GuardedHost host, ServicesOff wanted) throws Exception {
        Facts.Builder facts = Facts.of("here");
        for (Question<?> question : wanted.questions()) {
            answer(host, question, facts);
        }
        return Sandbox.difference(wanted, facts.build());
    }

    private static <T> void answer(GuardedHost host, Question<T> question, Facts.Builder facts) throws Exception {
        facts.put(question, host.ask(question));
    }

    private static List<String> state(GuardedHost host) throws IOException {
        try (Stream<Path> files = Files.list(host.sandbox().at("/var/state"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static GuardedHost host(ShellKind shell, String... state) throws IOException {
        GuardedHost host = new GuardedHost(shell, PROGRAMS);
        host.sandbox().write("/proc/uptime", "100.0 5.0\n");
        Files.createDirectories(host.sandbox().at("/var/state"));
        for (String file : state) {
            host.sandbox().write("/var/state/" + file + ".service", "");
        }
        return host;
    }
}

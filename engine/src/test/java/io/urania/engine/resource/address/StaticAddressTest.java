package io.urania.engine.resource.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.Facts;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.safeguard.GuardedHost;
import io.urania.engine.resource.safeguard.UnconfirmedProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of those who configure interfaces, on hosts that are directories, in every shell. */
class StaticAddressTest {

    private static final AddressSettings SETTINGS =
            new AddressSettings("192.168.1.11", 24, Optional.of("192.168.1.1"), List.of("192.168.1.1", "2001:db8::53"));
    private static final StaticAddress STATIC = new StaticAddress(SETTINGS);

    /** A host with eth0; what runs is in ACTIVE, and programs that tell it something are noted. */
    private static final String PROGRAMS = """
            ip() {
                case $* in
                '-o -4 addr show')
                    echo '1: lo    inet 127.0.0.1/8 scope host lo'
                    echo '2: eth0    inet 192.168.1.11/24 brd 192.168.1.255 scope global dynamic eth0'
                    ;;
                '-o -4 addr show dev eth0') echo '2: eth0    inet HAS brd 192.168.1.255 scope global eth0' ;;
                '-4 route show default') echo 'default via 192.168.1.1 dev eth0 proto static ' ;;
                esac
            }
            systemctl() {
                case $1 in
                is-active) case ' ACTIVE ' in *" $3 "*) return 0 ;; esac; return 1 ;;
                *) said systemctl "$@" ;;
                esac
            }
            nmcli() {
                case $* in
                *'device status') printf 'lo:loopback:connected (externally):lo\\neth0:TYPE:connected:Wired connection 1\\n' ;;
                *) said nmcli "$@" ;;
                esac
            }
            networkctl() {
                case $* in
                '--no-pager status eth0') printf '* 2: eth0\\n    Network File: FILE\\n' ;;
                *) said networkctl "$@" ;;
                esac
            }
            netplan() { said netplan "$@"; }
            dhcpcd() { said dhcpcd "$@"; }
            ifup() { said ifup "$@"; }
            ifdown() { said ifdown "$@"; }
            sleep() { :; }
            """;

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void networkManagerGetsAProfile(ShellKind shell) throws Exception {
        try (GuardedHost host = host(shell, "NetworkManager.service", "")) {
            Path file = host.sandbox().at("/etc/NetworkManager/system-connections/urania-eth0.nmconnection");
            Difference difference = change(host);

            assertThat(file).hasContent("""
                    [connection]
                    id=urania-eth0
                    type=ethernet
                    interface-name=eth0
                    autoconnect-priority=999

                    [ipv4]
                    method=manual
                    address1=192.168.1.11/24,192.168.1.1
                    dns=192.168.1.1;

                    [ipv6]
                    method=auto
                    dns=2001:db8::53;
                    """);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(host.said())
                    .containsSubsequence("nmcli connection reload", "nmcli --wait 30 connection up id urania-eth0");

            assertSucceeds(host.timeOver("address"));
            assertThat(file).doesNotExist();
            assertThat(host.said())
                    .endsWith("nmcli connection reload", "nmcli --wait 30 connection up id Wired connection 1");
            isConfirmedAndThenRight(host, difference);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void netplanGetsAFileAndCloudInitLeavesNetworksAlone(ShellKind shell) throws Exception {
        try (GuardedHost host =
                host(shell, "systemd-networkd.service", "/run/systemd/network/10-netplan-eth0.network")) {
            Files.createDirectories(host.sandbox().at("/etc/cloud/cloud.cfg.d"));
            Path file = host.sandbox().at("/etc/netplan/99-urania.yaml");
            Path cloud = host.sandbox().at("/etc/cloud/cloud.cfg.d/99-urania-network.cfg");
            Difference difference = change(host);

            assertThat(file).hasContent("""
                    network:
                      version: 2
                      ethernets:
                        eth0:
                          dhcp4: false
                          addresses: [192.168.1.11/24]
                          routes: [{to: default, via: 192.168.1.1}]
                          nameservers: {addresses: ["192.168.1.1", "2001:db8::53"]}
                    """);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(cloud).hasContent("network: {config: disabled}\n");
            assertThat(host.said()).containsSubsequence("netplan generate", "netplan apply");

            assertSucceeds(host.timeOver("address"));
            assertThat(file).doesNotExist();
            assertThat(cloud).doesNotExist();
            assertThat(host.said()).endsWith("netplan apply");
            isConfirmedAndThenRight(host, difference);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void networkdGetsTheFirstOfItsFiles(ShellKind shell) throws Exception {
        try (GuardedHost host = host(shell, "systemd-networkd.service", "/etc/systemd/network/20-wired.network")) {
            Path file = host.sandbox().at("/etc/systemd/network/05-urania-eth0.network");
            Difference difference = change(host);

            assertThat(file).hasContent("""
                    [Match]
                    Name=eth0

                    [Network]
                    Address=192.168.1.11/24
                    Gateway=192.168.1.1
                    DNS=192.168.1.1
                    DNS=2001:db8::53
                    """);
            assertThat(host.said()).containsSubsequence("networkctl reload", "networkctl reconfigure eth0");

            assertSucceeds(host.timeOver("address"));
            assertThat(file).doesNotExist();
            assertThat(host.said()).endsWith("networkctl reload", "networkctl reconfigure eth0");
            isConfirmedAndThenRight(host, difference);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void dhcpcdGetsItsLastLines(ShellKind shell) throws Exception {
        String own = "hostname\npersistent\n# END of mine";
        try (GuardedHost host = host(shell, "dhcpcd.service", "")) {
            Path file = host.sandbox().write("/etc/dhcpcd.conf", own);
            Difference difference = change(host);

            assertThat(file).hasContent(own + """

                    # BEGIN urania
                    interface eth0
                    static ip_address=192.168.1.11/24
                    static routers=192.168.1.1
                    static domain_name_servers=192.168.1.1 2001:db8::53
                    # END urania
                    """);
            assertThat(host.said()).contains("dhcpcd -n eth0");

            assertSucceeds(host.timeOver("address"));
            assertThat(Files.readString(file)).isEqualTo(own);
            assertThat(host.said()).endsWith("dhcpcd -n eth0");
            isConfirmedAndThenRight(host, difference);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void ifupdownGetsAStanzaAndTheFormerOneIsHidden(ShellKind shell) throws Exception {
        String own = """
                source /etc/network/interfaces.d/*

                auto lo
                iface lo inet loopback

                allow-hotplug eth0
                # the cable
                iface eth0 inet dhcp
                    hostname clio
                    mtu 1400
                iface eth0 inet6 auto
                """;
        try (GuardedHost host = host(shell, "", "")) {
            Path file = host.sandbox().write("/etc/network/interfaces", own);
            Path stanza = host.sandbox().at("/etc/network/interfaces.d/urania-eth0");
            Difference difference = change(host);

            assertThat(file)
                    .hasContent(own.replace("iface eth0 inet dhcp", "#urania: iface eth0 inet dhcp")
                            .replace("    hostname", "#urania:     hostname")
                            .replace("    mtu", "#urania:     mtu"));
            assertThat(stanza).hasContent("""
                    iface eth0 inet static
                        address 192.168.1.11/24
                        gateway 192.168.1.1
                        dns-nameservers 192.168.1.1 2001:db8::53
                        mtu 1400
                    """);
            assertThat(host.said()).containsSubsequence("ifdown eth0", "ifup eth0");

            assertSucceeds(host.timeOver("address"));
            assertThat(file).hasContent(own);
            assertThat(stanza).doesNotExist();
            assertThat(host.said()).endsWith("ifdown eth0", "ifup eth0");
            isConfirmedAndThenRight(host, difference);
        }
    }

    /** As the article writes it. */
    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aMainFileWithoutADirectoryGetsTheStanzaItself(ShellKind shell) throws Exception {
        try (GuardedHost host = host(shell, "", "")) {
            Path file = host.sandbox().write("/etc/network/interfaces", "iface eth0 inet dhcp\n");
            change(host);

            assertThat(file).hasContent("""
                    #urania: iface eth0 inet dhcp
                    # BEGIN urania
                    auto eth0
                    iface eth0 inet static
                        address 192.168.1.11/24
                        gateway 192.168.1.1
                        dns-nameservers 192.168.1.1 2001:db8::53
                    # END urania
                    """);
            assertThat(host.sandbox().at("/etc/network/interfaces.d/urania-eth0"))
                    .doesNotExist();
        }
    }

    /** The program says that all is well, and nothing has come of it. */
    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatIsNotInEffectIsTakenBackAtOnce(ShellKind shell) throws Exception {
        String programs = programs("systemd-networkd.service", "/etc/systemd/network/20-wired.network")
                .replace("192.168.1.11/24 brd 192.168.1.255 scope global eth0", "192.168.1.99/24 scope global eth0");
        try (GuardedHost host = new GuardedHost(shell, programs)) {
            StepResult result = host.carryOut(difference(host, STATIC).orElseThrow());

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("eth0 does not have 192.168.1.11/24", "its former settings come back");
            assertThat(host.sandbox().at("/etc/systemd/network/05-urania-eth0.network"))
                    .doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wpa-ssid home | have 'wpa-ssid'",
                "pre-up iptables-restore /etc/rules | have 'pre-up'",
                "bridge_ports eth1 | have 'bridge_ports'",
                "hostname \\ | go on in others",
            })
    void linesThatSayMoreAreNotTouched(String option, String reason) throws Exception {
        try (GuardedHost host = host(ShellKind.DASH, "", "")) {
            host.sandbox().write("/etc/network/interfaces", "iface eth0 inet dhcp\n    " + option + "\n");

            assertThat(refusal(host)).contains(reason);
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void whatUraniaCannotTellAnybodyIsRefused(ShellKind shell) throws Exception {
        try (GuardedHost host = host(shell, "", "")) {
            assertThat(refusal(host)).contains("nobody whom Urania knows configures eth0");
            StepResult result = host.carryOut(difference(host, STATIC).orElseThrow());
            assertThat(result.succeeded()).isFalse();
            assertThat(result.output()).contains("nobody whom Urania knows");
        }
        try (GuardedHost host =
                host(shell, "systemd-networkd.service", "/run/systemd/network/10-netplan-all-en.network")) {
            assertThat(refusal(host)).contains("under another name than its own");
        }
        try (GuardedHost host = host(shell, "systemd-networkd.service", "/etc/systemd/network/00-first.network")) {
            assertThat(refusal(host)).contains("00-first.network comes before Urania's file");
        }
        String wireless = programs("NetworkManager.service", "").replace("TYPE", "wifi");
        try (GuardedHost host = new GuardedHost(shell, wireless)) {
            assertThat(refusal(host)).contains("eth0 is of type wifi");
        }
        try (GuardedHost host = host(shell, "systemd-networkd.service", "/etc/systemd/network/20-wired.network")) {
            AddressFact other = host.ask(AddressProbe.of("192.168.1.12"));
            assertThat(StaticAddress.refusal(other, "192.168.1.12")).hasValue("no interface has 192.168.1.12 now");
        }
    }

    private static String refusal(GuardedHost host) throws Exception {
        AddressFact fact = host.ask(AddressProbe.of(SETTINGS.address()));
        return StaticAddress.refusal(fact, SETTINGS.address()).orElse("");
    }

    private static String programs(String active, String file) {
        return PROGRAMS.replace("ACTIVE", active).replace("FILE", file);
    }

    private static GuardedHost host(ShellKind shell, String active, String file) throws Exception {
        return new GuardedHost(
                shell, programs(active, file).replace("TYPE", "ethernet").replace("HAS", "192.168.1.11/24"));
    }

    private static Difference change(GuardedHost host) throws Exception {
        Difference difference = difference(host, STATIC).orElseThrow();
        assertSucceeds(host.carryOut(difference));
        assertThat(difference.interrupts()).extracting(Interruption::what).containsExactly("eth0");
        return difference;
    }

    /** Made once more, after it was taken back. */
    private static void isConfirmedAndThenRight(GuardedHost host, Difference difference) throws Exception {
        assertSucceeds(host.carryOut(difference));
        assertThat(difference(host, STATIC).orElseThrow().title()).startsWith("confirm");
        assertSucceeds(host.confirm(difference));
        assertThat(difference(host, STATIC)).isEmpty();
    }

    private static Optional<Difference> difference(GuardedHost host, StaticAddress resource) throws Exception {
        return Sandbox.difference(
                resource,
                Facts.of("here")
                        .put(AddressProbe.of(SETTINGS.address()), host.ask(AddressProbe.of(SETTINGS.address())))
                        .put(UnconfirmedProbe.of("address"), host.ask(UnconfirmedProbe.of("address")))
                        .build());
    }

    private static void assertSucceeds(StepResult result) {
        assertThat(result.succeeded()).as(result.output()).isTrue();
    }
}

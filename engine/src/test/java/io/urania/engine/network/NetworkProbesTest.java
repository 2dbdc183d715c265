package io.urania.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.PlantedHost;
import io.urania.engine.network.FirewallFact.DroppingChain;
import io.urania.engine.network.FirewallFact.Hook;
import io.urania.engine.network.LinksFact.Attached;
import io.urania.engine.network.NameServersFact.Absent;
import io.urania.engine.network.NameServersFact.Servers;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NetworkProbesTest {

    private static final String TABLES = """
            table inet filter {
            	chain input {
            		type filter hook input priority filter; policy drop;
            	}
            	chain forward {
            		type filter hook forward priority filter; policy accept;
            	}
            }
            table ip filter {
            	chain KUBE-FORWARD {
            	}
            	chain FORWARD {
            		type filter hook forward priority filter; policy drop;
            	}
            }
            """;

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void readsNameServers(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.write("/etc/resolv.conf", """
                    # made by hand
                    search example.com
                    nameserver 127.0.0.53
                      nameserver\t192.168.1.1 # the router
                    nameserver ::1""");
            host.write("/etc/empty.conf", "");

            assertThat(host.askPlanted(NameServersProbe.in("/etc/resolv.conf")))
                    .contains(new Servers(List.of("127.0.0.53", "192.168.1.1", "::1")))
                    .hasValueSatisfying(fact -> assertThat(fact.isOfUseToPods()).isTrue());
            assertThat(host.askPlanted(NameServersProbe.in("/etc/empty.conf"))).contains(new Servers(List.of()));
            assertThat(host.askPlanted(NameServersProbe.in("/etc/absent.conf"))).contains(new Absent());
        }
        assertThat(new Servers(List.of("127.0.0.53", "::1")).isOfUseToPods()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void knowsTheLinksOfThisMachine(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            assertThat(host.ask(LinksProbe.QUESTION).orElseThrow().names())
                    .containsAll(NetworkInterface.networkInterfaces()
                            .filter(link -> !link.isVirtual())
                            .map(NetworkInterface::getName)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void readsTheNetworksOfLinks(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.write("/sys/class/net/cni0/mtu", "1450\n");
            host.write("/proc/net/route", """
                    Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
                    eth0\t00000000\t0100A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
                    cni0\t0001F40A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
                    """);

            assertThat(host.askPlanted(LinksProbe.QUESTION))
                    .contains(
                            new LinksFact(Map.of("cni0", 1450), List.of(new Attached("cni0", "10.244.1.0/24")), true));
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void readsIpv6Addresses(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            assertThat(host.askPlanted(Ipv6Probe.QUESTION)).contains(new Ipv6Fact(List.of(), List.of(), Set.of()));

            host.write("/proc/net/if_inet6", """
                    fd75720a2afd00000000000000000040 04 40 00 82     eth0
                    00000000000000000000000000000001 01 80 10 80       lo
                    """);
            host.write("/proc/net/ipv6_route", """
                    fd75720a2afd00000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001    host0
                    fd000000000000000000000000000000 08 00000000000000000000000000000000 00 fd75720a2afd00000000000000000001 00000400 00000001 00000000 00000003    host0
                    00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000400 00000001 00000000 00450003    host0
                    00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
                    """);
            host.write("/proc/sys/net/ipv6/conf/host0/accept_ra", "1\n");
            host.write("/proc/sys/net/ipv6/conf/host1/accept_ra", "2\n");
            assertThat(host.askPlanted(Ipv6Probe.QUESTION))
                    .contains(new Ipv6Fact(
                            List.of(
                                    "fd75:720a:2afd:0000:0000:0000:0000:0040",
                                    "0000:0000:0000:0000:0000:0000:0000:0001"),
                            List.of(
                                    new Ipv6Fact.Route("fd75:720a:2afd:0000:0000:0000:0000:0000/64", "host0", false),
                                    new Ipv6Fact.Route("fd00:0000:0000:0000:0000:0000:0000:0000/8", "host0", false),
                                    new Ipv6Fact.Route("0000:0000:0000:0000:0000:0000:0000:0000/0", "host0", true)),
                            Set.of("host0")));
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void readsWhichChainsDropAsNftTells(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.write("/etc/ufw/ufw.conf", "# on\nENABLED=yes\n");
            host.program("nft", """
                    case "$*" in
                    'list chains') printf '%%s' '%s' ;;
                    'list chain inet filter input') printf 'table inet filter {\\n\\tchain input {\\n\\t\\ttype filter hook input priority 0; policy drop;\\n\\t\\ttcp dport 22 accept\\n\\t}\\n}\\n' ;;
                    'list chain ip filter FORWARD') printf 'table ip filter {\\n\\tchain FORWARD {\\n\\t}\\n}\\n' ;;
                    *) exit 1 ;;
                    esac
                    """.formatted(TABLES));

            assertThat(host.askPlanted(FirewallProbe.QUESTION))
                    .contains(new FirewallFact(
                            List.of(
                                    new DroppingChain(Hook.INPUT, "inet filter input", List.of("tcp dport 22 accept")),
                                    new DroppingChain(Hook.FORWARD, "ip filter FORWARD", List.of())),
                            true,
                            true));
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void answersOnThisMachine(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            assertThat(host.ask(FirewallProbe.QUESTION)).isPresent();
        }
    }

    @Test
    void readsTheRulesOfIptables() {
        FirewallFact fact = FirewallProbe.QUESTION
                .probe()
                .parse("""
                        drop input ip filter INPUT
                        rule -A INPUT -i lo -j ACCEPT
                        rule -A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
                        all
                        """, new TreeSet<>(List.of("")))
                .get("");

        assertThat(fact)
                .isEqualTo(new FirewallFact(
                        List.of(new DroppingChain(
                                Hook.INPUT,
                                "ip filter INPUT",
                                List.of("-A INPUT -i lo -j ACCEPT", "-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT"))),
                        false,
                        false));
    }
}

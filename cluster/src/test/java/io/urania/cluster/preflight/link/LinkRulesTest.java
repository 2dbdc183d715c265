package io.urania.cluster.preflight.link;

import static io.urania.cluster.preflight.host.HostFindings.BALANCER;
import static io.urania.cluster.preflight.host.HostFindings.ERATO;
import static io.urania.cluster.preflight.host.HostFindings.PANDORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.host.HostFindings;
import io.urania.cluster.value.Address;
import io.urania.engine.network.Ipv6Fact;
import io.urania.engine.network.Ipv6Probe;
import io.urania.engine.network.LinksFact;
import io.urania.engine.network.LinksFact.Attached;
import io.urania.engine.network.LinksProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about interfaces, addresses and routes. */
class LinkRulesTest {
    private static final String NETWORK = "10.42.253.0/24";

    @TempDir
    Path directory;

    @Test
    void twoInterfacesInOneNetworkAreNamed() {
        assertThat(HostFindings.told(HostFindings.of(new TwoLinksInOneNetwork(), directory)
                        .with(ERATO, LinksProbe.QUESTION, links(Map.of("eth0", 1500, "wlan0", 1500)))
                        .with(PANDORE, LinksProbe.QUESTION, links(Map.of("eth0", 1500)))
                        .with(
                                BALANCER,
                                LinksProbe.QUESTION,
                                new LinksFact(
                                        Map.of("eth0", 1500, "eth1", 1500),
                                        List.of(new Attached("eth0", NETWORK), new Attached("eth1", "192.168.7.0/24")),
                                        true))
                        .found()))
                .singleElement()
                .asString()
                .startsWith("warning erato: eth0 and wlan0 are interfaces in one network");
    }

    @Test
    void theHostWhosePacketsAreLargerThanMostIsNamed() {
        HostFindings rack = HostFindings.of(new UnlikeTransmissionUnits(), directory);
        rack.rack()
                .spec()
                .hosts()
                .forEach(host -> rack.with(host.name(), LinksProbe.QUESTION, links(Map.of("eth0", 1500))));

        assertThat(rack.found()).isEmpty();
        assertThat(HostFindings.told(rack.with(ERATO, LinksProbe.QUESTION, links(Map.of("eth0", 9000)))
                        .found()))
                .containsExactly("warning erato: the MTU of eth0 is 9000, and 1500 on other hosts of its network");
    }

    @Test
    void aRouteToServicesIsEnough() {
        LinksFact none = new LinksFact(Map.of("eth0", 1500), List.of(new Attached("eth0", NETWORK)), false);
        LinksFact some = new LinksFact(
                Map.of("eth0", 1500),
                List.of(new Attached("eth0", NETWORK), new Attached("eth0", "10.233.0.0/16")),
                false);

        assertThat(HostFindings.told(HostFindings.of(new NoDefaultRoute(), directory)
                        .with(ERATO, LinksProbe.QUESTION, none)
                        .with(PANDORE, LinksProbe.QUESTION, some)
                        .found()))
                .containsExactly("warning erato: it has no default route");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            fd75:0000:0000:0000:0000:0000:0000:0046 | -
            fe80:0000:0000:0000:0000:0000:0000:0046 | it does not have the IPv6 address fd75::46
            -                                       | it has no IPv6 address at all
            """)
    void aHostHasTheIpv6AddressThatItIsSaidToHave(@Nullable String address, @Nullable String complaint) {
        HostFindings rack = ofBothFamilies(new MissingIpv6(), "iptables");
        rack.with(
                ERATO,
                Ipv6Probe.QUESTION,
                new Ipv6Fact(address == null ? List.of() : List.of(address), List.of(), Set.of()));

        assertThat(rack.found())
                .extracting(finding -> finding.host() + ": " + finding.what())
                .isEqualTo(complaint == null ? List.of() : List.of(ERATO + ": " + complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ::/0      | false | iptables | -
            fd75::/64 | false | iptables | it has no IPv6 route to fd85:ee78:d8a6:8607::1000/116, the addresses of services
            fd75::/64 | false | ipvs     | -
            fd00::/8  | false | iptables | it has a route to fd00::/8 on eth0, in which fd85:ee78:d8a6:8607::1:0/112, the network of pods, is
            ::/0      | true  | iptables | its IPv6 route to services is one that a router advertises on eth0
            """)
    void aNodeKeepsAWayToServices(String network, boolean advertised, String mode, @Nullable String complaint) {
        HostFindings rack = ofBothFamilies(new MissingIpv6Route(), mode);
        Ipv6Fact.Route route = new Ipv6Fact.Route(network, "eth0", advertised);
        rack.with(ERATO, Ipv6Probe.QUESTION, new Ipv6Fact(List.of(), List.of(route), Set.of("eth0")));

        assertThat(rack.found())
                .extracting(finding -> finding.host() + ": " + finding.what())
                .isEqualTo(complaint == null ? List.of() : List.of(ERATO + ": " + complaint));
    }

    private HostFindings ofBothFamilies(Rule rule, String mode) {
        HostFindings rack =
                HostFindings.inMode(mode, rule, directory, "ipv6_stack: true\nflannel_backend_type: vxlan\n");
        Ipv6Fact.Route route = new Ipv6Fact.Route("::/0", "eth0", false);
        rack.rack()
                .spec()
                .hosts()
                .forEach(host -> rack.with(
                        host.name(),
                        Ipv6Probe.QUESTION,
                        new Ipv6Fact(
                                host.ownAddresses().stream()
                                        .map(Address::toString)
                                        .toList(),
                                List.of(route),
                                Set.of())));
        return rack;
    }

    private static LinksFact links(Map<String, Integer> units) {
        return new LinksFact(
                units,
                units.keySet().stream().map(link -> new Attached(link, NETWORK)).toList(),
                true);
    }
}

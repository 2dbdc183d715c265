package io.urania.engine.resource.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ResolverProbeTest {

    @Test
    void serversOfInterfacesAreThoseOfLinks() {
        assertThat(read("""
                link /run/systemd/resolve/stub-resolv.conf
                active systemd-resolved
                text /etc/resolv.conf.head IyBoZWFkCg==
                text /etc/resolvconf.conf
                hooks
                of Global: 10.0.0.1
                of Link 2 (eth0): 192.168.1.1 fe80::1%2
                of Link 3 (wlan0):
                end
                """))
                .hasValue(new ResolverFact(
                        Optional.of("/run/systemd/resolve/stub-resolv.conf"),
                        Set.of("systemd-resolved"),
                        Map.of("/etc/resolv.conf.head", "# head\n", "/etc/resolvconf.conf", ""),
                        true,
                        List.of("192.168.1.1", "fe80::1%2"),
                        false));
    }

    @Test
    void anAnswerThatIsCutOffIsNone() {
        assertThat(read("active systemd-resolved\n")).isEmpty();
    }

    @Test
    void theLastOfEachKindOfLineCountsAndAllServers() {
        ResolvConf file = ResolvConf.of("""
                # nameserver 1.1.1.1
                ; nameserver 1.1.1.1
                 nameserver 1.1.1.1
                nameserver\t10.0.0.1 trailing
                search a b
                domain c
                options ndots:3 rotate
                options ndots:2
                nameserver
                nameserver ::1
                """);

        assertThat(file.servers()).containsExactly("10.0.0.1", "::1");
        assertThat(file.search()).containsExactly("c");
        assertThat(file.options()).isEqualTo(Map.of("ndots", "2", "rotate", ""));
    }

    private static Optional<ResolverFact> read(String output) {
        return Optional.ofNullable(ResolverProbe.QUESTION
                .probe()
                .parse(output, new TreeSet<>(Set.of("")))
                .get(""));
    }
}

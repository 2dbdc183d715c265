package io.urania.engine.resource.packetfilter;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.Decisions;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.safeguard.GuardedHost;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PacketFilterChoiceTest {

    private static final Set<PacketFilter> BOTH = Set.of(PacketFilter.values());
    private static final Optional<PacketFilter> NFT = Optional.of(PacketFilter.NFT);
    private static final Optional<PacketFilter> LEGACY = Optional.of(PacketFilter.LEGACY);

    @Test
    void byItselfOnlyWhatTheKernelCannotDoIsGivenUp() {
        assertThat(difference(Optional.empty(), LEGACY, Optional.of(false)).map(Difference::title))
                .contains("use iptables-nft as iptables");
        assertThat(difference(Optional.empty(), LEGACY, Optional.of(true))).isEmpty();
        assertThat(difference(Optional.empty(), LEGACY, Optional.empty())).isEmpty();
        assertThat(difference(Optional.empty(), NFT, Optional.of(false))).isEmpty();
        assertThat(difference(NFT, Optional.empty(), Optional.of(false))).isEmpty();
    }

    @Test
    void whatIsAskedForIsChosenWhereItCanBe() {
        assertThat(script(LEGACY, NFT, true)).contains("update-alternatives");
        assertThat(script(LEGACY, NFT, false)).contains("no module ip_tables", "exit 1");
        assertThat(difference(NFT, NFT, Optional.of(true))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aHostTellsWhatItHas(ShellKind shell) throws Exception {
        String programs = "readlink() { echo /usr/sbin/iptables-legacy; }\n";
        try (GuardedHost host = new GuardedHost(shell, programs)) {
            host.sandbox().program("/usr/sbin/iptables-nft", "");
            host.sandbox().write("/proc/net/ip_tables_names", "");

            assertThat(host.ask(PacketFilterProbe.QUESTION))
                    .isEqualTo(new PacketFilterFact(LEGACY, Set.of(PacketFilter.NFT), Optional.of(true)));
        }
    }

    private static String script(Optional<PacketFilter> wanted, Optional<PacketFilter> chosen, boolean kernel) {
        return difference(wanted, chosen, Optional.of(kernel))
                .orElseThrow()
                .operation()
                .apply(_ -> Optional.empty())
                .script();
    }

    private static Optional<Difference> difference(
            Optional<PacketFilter> wanted, Optional<PacketFilter> chosen, Optional<Boolean> kernel) {
        return Sandbox.difference(
                new PacketFilterChoice(wanted),
                Decisions.facts()
                        .put(PacketFilterProbe.QUESTION, new PacketFilterFact(chosen, BOTH, kernel))
                        .build());
    }
}

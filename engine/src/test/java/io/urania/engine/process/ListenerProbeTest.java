package io.urania.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.PlantedHost;
import io.urania.engine.process.Listener.Protocol;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the ports of this very process. */
final class ListenerProbeTest {

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsAddressAndProcessOfAListener(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell);
                ServerSocket everywhere = new ServerSocket(0);
                ServerSocket loopback = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.53"))) {
            Listener wide = only(host.ask(ListenerProbe.on(Protocol.TCP, everywhere.getLocalPort())));
            Listener narrow = only(host.ask(ListenerProbe.on(Protocol.TCP, loopback.getLocalPort())));

            assertThat(wide.isEverywhere()).isTrue();
            assertThat(narrow.address()).endsWith("127.0.0.53");
            assertThat(narrow.isEverywhere()).isFalse();
            assertThat(List.of(wide, narrow))
                    .extracting(listener -> listener.process().orElseThrow().number())
                    .containsOnly(ProcessHandle.current().pid());
            assertThat(wide.process().orElseThrow().name()).isEqualTo("java");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsPacketsFromConnections(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell);
                DatagramSocket packets =
                        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            assertThat(host.ask(ListenerProbe.on(Protocol.TCP, packets.getLocalPort())))
                    .contains(List.of());
            assertThat(only(host.ask(ListenerProbe.on(Protocol.UDP, packets.getLocalPort())))
                            .process())
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aHostWhoseTableCannotBeReadGivesNoAnswer(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            assertThat(host.askPlanted(ListenerProbe.on(Protocol.TCP, 22))).isEmpty();
        }
    }

    @Test
    void readsUnitsAndSocketsThatNobodyShows() {
        var facts = ListenerProbe.on(Protocol.TCP, 10250)
                .probe()
                .parse("""
                tcp 00000000:280A 812 busy.service systemd-socket
                udp 0100007F:2118 - - -
                tcp 00000000000000000000000000000000:192B 9 - kube apiserver
                all
                """, new TreeSet<>(List.of("tcp/10250", "udp/8472", "tcp/6443", "tcp/53")));

        assertThat(facts.get("tcp/10250"))
                .singleElement()
                .satisfies(listener -> assertThat(listener.process()).hasValueSatisfying(process -> {
                    assertThat(process.words()).isEqualTo("systemd-socket (pid 812, busy.service)");
                    assertThat(process.end()).isEqualTo("systemctl stop busy.service");
                }));
        assertThat(facts.get("udp/8472"))
                .containsExactly(new Listener(Protocol.UDP, "127.0.0.1", 8472, Optional.empty()));
        assertThat(facts.get("tcp/6443"))
                .containsExactly(new Listener(
                        Protocol.TCP, "::", 6443, Optional.of(new RunningProcess(9, "kube apiserver", ""))));
        assertThat(facts.get("tcp/53")).isEmpty();
    }

    private static Listener only(Optional<List<Listener>> listeners) {
        assertThat(listeners).isPresent();
        assertThat(listeners.orElseThrow()).hasSize(1);
        return listeners.orElseThrow().getFirst();
    }
}

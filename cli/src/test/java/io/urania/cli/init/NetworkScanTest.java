package io.urania.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.control.failure.Refusal;
import io.urania.control.hostkey.KeyScan;
import io.urania.engine.transport.hostkey.HostKey;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.ShownKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On loopback addresses only. */
final class NetworkScanTest {

    private static final HostKey KEY = new HostKey("ssh-ed25519", "AAAA");

    @Test
    void onlyThoseWhoAcceptConnectionsAreAskedForTheirKey() throws Exception {
        Set<String> asked = new ConcurrentSkipListSet<>();
        KeyScan keys = target -> {
            asked.add(target.address() + ":" + target.port());
            return target.address().endsWith(".9")
                    ? Optional.empty()
                    : Optional.of(new ShownKey(target.address(), KEY, new HostKeyVerdict.Unknown()));
        };
        try (ServerSocket one = listening("127.83.5.4", 0);
                ServerSocket other = listening("127.83.5.9", one.getLocalPort())) {
            List<NetworkScan.Found> found = new NetworkScan(keys, other.getLocalPort(), Duration.ofSeconds(2))
                    .of(AddressRange.parse("127.83.5.0/28"));

            assertThat(found).extracting(NetworkScan.Found::address).containsExactly("127.83.5.4", "127.83.5.9");
            assertThat(found).extracting(host -> host.key().isPresent()).containsExactly(true, false);
            assertThat(asked).containsExactly("127.83.5.4:" + one.getLocalPort(), "127.83.5.9:" + one.getLocalPort());
        }
    }

    @Test
    void aFailureToAskEndsTheScan() throws Exception {
        KeyScan keys = _ -> {
            throw new IOException("no ssh-keyscan");
        };
        try (ServerSocket server = listening("127.83.6.1", 0)) {
            NetworkScan scan = new NetworkScan(keys, server.getLocalPort(), Duration.ofSeconds(2));

            assertThatThrownBy(() -> scan.of(AddressRange.parse("127.83.6.1")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no ssh-keyscan");
        }
    }

    @Test
    void aRangeHasTheAddressesThatHostsCanHave() throws Exception {
        assertThat(AddressRange.parse("127.0.1.77/30").addresses()).containsExactly("127.0.1.77", "127.0.1.78");
        assertThat(AddressRange.parse("127.0.1.77/31").addresses()).containsExactly("127.0.1.76", "127.0.1.77");
        assertThat(AddressRange.parse("255.255.255.255").addresses()).containsExactly("255.255.255.255");
        assertThat(AddressRange.parse("127.0.16.0/20").addresses())
                .hasSize(4094)
                .startsWith("127.0.16.1")
                .endsWith("127.0.31.254");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/19", "0.0.0.0/0", "10.0.0.256/24", "10.0.0.0/33", "fd00::/120", "pi1", "10.0.0/24"})
    void otherRangesAreRefused(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot scan '" + text + "'")
                .hasMessageContaining("192.168.1.0/24");
    }

    private static ServerSocket listening(String address, int port) throws IOException {
        return new ServerSocket(port, 50, InetAddress.getByName(address));
    }
}

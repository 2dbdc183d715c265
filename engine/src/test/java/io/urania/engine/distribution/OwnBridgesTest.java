package io.urania.engine.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.distribution.OwnBridges.Subnet;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links are directories, laid out as in {@code /sys/class/net}. */
final class OwnBridgesTest {

    @TempDir
    private Path links;

    @Test
    void reachHostsBehindABridgeThatNoCableLeaves() throws Exception {
        bridge("rack0", "container1", "container2");

        OwnBridges bridges = with("rack0", "10.42.253.1", 24);

        assertThat(bridges.reach("10.42.253.40")).isTrue();
        assertThat(bridges.reach("10.42.254.40")).isFalse();
        assertThat(bridges.reach("fd00::40")).isFalse();
    }

    @Test
    void reachNoHostsOfANetworkThatABridgeJoinsByACable() throws Exception {
        bridge("br0", "container1", "eth0");
        Files.createDirectories(links.resolve("eth0/device"));

        assertThat(with("br0", "192.168.1.2", 24).reach("192.168.1.10")).isFalse();
    }

    @Test
    void reachNoHostsBehindOrdinaryLinks() throws Exception {
        Files.createDirectories(links.resolve("eth0/device"));

        assertThat(with("eth0", "192.168.1.2", 24).reach("192.168.1.10")).isFalse();
    }

    @Test
    void knowSubnetsWhosePrefixEndsWithinAByteAndThoseOfIpVersion6() throws Exception {
        bridge("rack0", "container1");

        assertThat(with("rack0", "10.42.253.1", 22).reach("10.42.252.7")).isTrue();
        assertThat(with("rack0", "10.42.253.1", 22).reach("10.42.248.7")).isFalse();
        assertThat(with("rack0", "fd00::1", 64).reach("fd00::40")).isTrue();
        assertThat(with("rack0", "fd00::1", 64).reach("fd00:0:0:1::40")).isFalse();
    }

    @Test
    void areReadFromThisMachine() {
        assertThat(OwnBridges.ofThisMachine().reach("192.0.2.1")).isFalse();
    }

    private void bridge(String name, String... ports) throws IOException {
        for (String port : ports) {
            Files.createDirectories(links.resolve(port));
            Files.createDirectories(links.resolve(name).resolve("brif").resolve(port));
        }
    }

    private OwnBridges with(String link, String address, int prefix) {
        return new OwnBridges(links, List.of(new Subnet(link, InetAddress.ofLiteral(address), prefix)));
    }
}

package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.platform.Platform;
import io.urania.lab.platform.PlatformWish;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host with Debian 13, and one that is taken for Arch Linux. */
@Tag("rack")
class OtherSystemsOnTheRackTest extends TestWithItsOwnRack {
    /** One that no rack takes by itself. */
    private static final RackNetwork NETWORK = new RackNetwork("urania-o", Subnet.parse("10.43.255.0/24"));

    private static final RackOptions OPTIONS = RackOptions.defaults()
            .withNodes("1")
            .withNetwork(NETWORK)
            .withPlatforms(new PlatformWish("debian-13", "", List.of("balancer=arch")));

    @Test
    void hostsRunTheSystemsThatTheyWereMadeFor() throws Exception {
        Rack rack = create(OPTIONS);
        String architecture = Platform.usual().architecture().label();

        start(rack);

        assertThat(rack.list().hosts())
                .extracting(RackHost::state, RackHost::architecture, RackHost::operatingSystem)
                .containsExactly(
                        tuple(HostState.RUNNING, architecture, "Debian GNU/Linux 13 (trixie)"),
                        tuple(HostState.RUNNING, architecture, "Arch Linux"));

        var trixie = new SshLogin(rack, "pi", "pandore");
        assertThat(trixie.output(". /etc/os-release; echo $ID $VERSION_ID")).isEqualTo("debian 13");
        assertThat(trixie.output("dpkg --print-architecture")).isEqualTo(architecture);
        assertThat(trixie.output("systemctl is-active ssh.service rack-start.service"))
                .isEqualTo("active\nactive");

        var arch = new SshLogin(rack, "root", "balancer");
        assertThat(arch.output(". /etc/os-release; echo $ID")).isEqualTo("arch");
        assertThat(arch.output("command -v apt-get dpkg || echo none")).isEqualTo("none");
        assertThat(arch.output("pacman -Q systemd")).startsWith("systemd ");
        arch.output("pacman -S --noconfirm haproxy iptables");
        assertThat(arch.output("pacman -T haproxy iptables; haproxy -v | head -n 1; iptables --version"))
                .contains("HAProxy version", "iptables v");
        assertThat(arch.output("getent passwd haproxy")).contains("/var/lib/haproxy");
    }
}

package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.platform.Architecture;
import io.urania.lab.platform.PlatformWish;
import io.urania.lab.report.RackProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host whose programs are 32-bit ARM. Its tree takes minutes to make, for QEMU runs every program of it. */
@Tag("nightly")
class ForeignArchitectureOnTheRackTest extends TestWithItsOwnRack {
    /** One that no rack takes by itself. */
    private static final RackNetwork NETWORK = new RackNetwork("urania-f", Subnet.parse("10.43.254.0/24"));

    private static final RackOptions OPTIONS = RackOptions.defaults()
            .withNodes("pandore,thalia")
            .withNetwork(NETWORK)
            .withPlatforms(new PlatformWish("", "", List.of("thalia=/armhf")));

    @Test
    void aHostOfAForeignArchitectureIsAllOfItAndTheMachineIsAsBeforeInTheEnd() throws Exception {
        Assumptions.assumeTrue(Architecture.ARMHF.isForeign());
        List<String> before = binaryFormats();
        Rack rack = create(OPTIONS);

        start(rack);

        var thalia = new SshLogin(rack, "root", "thalia");
        assertThat(thalia.output(". /etc/os-release; echo $ID $VERSION_ID")).isEqualTo("debian 12");
        assertThat(thalia.output("dpkg --print-architecture; uname -m; getconf LONG_BIT"))
                .isEqualTo("armhf\narmv7l\n32");
        assertThat(rack.list().hosts()).extracting(RackHost::architecture).contains("armhf");
        assertThat(rack.exec("thalia", List.of("touch", "/root/kept"))).isZero();

        rack.stop(List.of("thalia"), RackProgress.silent());
        assertThat(place().resolve("hosts/thalia/console.log")).content().contains("Power Off");
        rack.start(List.of("thalia"), RackProgress.silent());
        assertThat(rack.exec("thalia", List.of("test", "-e", "/root/kept"))).isZero();

        rack.destroy(RackProgress.silent());
        assertThat(binaryFormats()).isEqualTo(before);
    }

    private static List<String> binaryFormats() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc/sys/fs/binfmt_misc"))) {
            return entries.map(Path::toString).sorted().toList();
        }
    }
}

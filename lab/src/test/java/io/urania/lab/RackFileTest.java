package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.Memory;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import io.urania.lab.platform.Architecture;
import io.urania.lab.platform.Distribution;
import io.urania.lab.platform.Platform;
import io.urania.lab.report.RackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RackFileTest {
    private static final Platform TRIXIE = new Platform(Distribution.DEBIAN_13, Architecture.ARM64);
    private static final RackFile FILE = new RackFile(
            RackFile.FORMAT,
            "a1b2c3",
            "urania0",
            "10.42.253.0/24",
            "v1.36.3",
            List.of(
                    new RackNode("pandore.example", "10.42.253.40", Role.CONTROL_PLANE),
                    new RackNode("thalia.example", "10.42.253.51", Role.WORKER, HostKind.CONTAINER, TRIXIE)
                            .withMemory(new Memory(924))),
            Map.of(),
            null,
            null);

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsReadAgain() throws RackException, IOException {
        RackFile file =
                FILE.withBase(TRIXIE, Path.of("/cache/trixie")).withBase(Platform.usual(), Path.of("/cache/usual"));

        file.write(directory);

        assertThat(RackFile.read(directory)).isEqualTo(file);
        assertThat(file.base(TRIXIE)).contains(Path.of("/cache/trixie"));
        assertThat(file.base(Platform.usual())).contains(Path.of("/cache/usual"));
        assertThat(directory.resolve(RackFile.NAME))
                .content()
                .contains(
                        "\"distribution\": \"debian-13\"",
                        "\"architecture\": \"arm64\"",
                        "\"memoryMebibytes\": 924",
                        "\"debian-13/arm64\": \"/cache/trixie\"");
    }

    @Test
    void aFileOfAnEarlierVersionHasOneTreeForHostsThatRunWhatIsUsual() throws RackException, IOException {
        Files.writeString(directory.resolve(RackFile.NAME), """
                {
                  "format": "urania rack 1",
                  "id": "a1b2c3",
                  "bridge": "urania0",
                  "subnet": "10.42.253.0/24",
                  "kubernetesVersion": "v1.36.3",
                  "nodes": [
                    {"name": "pandore.example", "address": "10.42.253.40", "role": "CONTROL_PLANE", "kind": "vm"},
                    {"name": "balancer.example", "address": "10.42.253.52", "role": "LOAD_BALANCER"}
                  ],
                  "peculiarities": {"pandore": "sudo-login"},
                  "base": "/cache/bookworm"
                }
                """);

        RackFile file = RackFile.read(directory);

        assertThat(file.nodes()).extracting(RackNode::platform).containsOnly(Platform.usual());
        assertThat(file.nodes())
                .extracting(RackNode::kind)
                .containsExactly(HostKind.VIRTUAL_MACHINE, HostKind.CONTAINER);
        assertThat(file.nodes()).allSatisfy(node -> assertThat(node.memory()).isEmpty());
        assertThat(file.base(Platform.usual())).contains(Path.of("/cache/bookworm"));
        assertThat(file.base(TRIXIE)).isEmpty();
        assertThat(file.withBase(TRIXIE, Path.of("/cache/trixie")).base(Platform.usual()))
                .contains(Path.of("/cache/bookworm"));
    }

    @Test
    void onlyArchitecturesOfOtherMachinesAreForeign() {
        RackNode here = FILE.nodes().getFirst();
        List<RackNode> others = List.of(
                here.withPlatform(new Platform(Distribution.DEBIAN_12, Architecture.AMD64)),
                here.withPlatform(new Platform(Distribution.ARCH, Architecture.ARM64)),
                here.withPlatform(new Platform(Distribution.DEBIAN_11, Architecture.ARMHF)));

        assertThat(RackFile.foreign(List.of(here))).isEmpty();
        assertThat(RackFile.foreign(others))
                .hasSize(2)
                .doesNotContain(Platform.usual().architecture());
    }
}

package io.urania.lab.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountTableTest {
    private static final MountTable TABLE = MountTable.parse(List.of(
            "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw",
            "30 22 0:26 / /racks rw,relatime - xfs /dev/vdb rw",
            "41 30 0:41 / /racks/my\\040rack/hosts/clio/root rw shared:7 master:2 - overlay clio rw,lowerdir=/a:/b",
            "42 41 0:42 / /racks/my\\040rack/hosts/clio/root/proc rw - proc proc rw",
            "43 22 0:43 / /racks-other rw - tmpfs tmpfs rw"));

    @Test
    void listsMountsBelowADirectoryLastMountedFirst() {
        assertThat(TABLE.atOrBelow(Path.of("/racks/my rack")))
                .extracting(MountTable.Mount::target)
                .containsExactly(
                        Path.of("/racks/my rack/hosts/clio/root/proc"), Path.of("/racks/my rack/hosts/clio/root"));
    }

    @Test
    void aMountIsAtItsOwnDirectory() {
        assertThat(TABLE.atOrBelow(Path.of("/racks-other"))).hasSize(1);
    }

    @Test
    void theDeepestMountHoldsAPath() {
        assertThat(TABLE.typeAt(Path.of("/racks/new"))).isEqualTo("xfs");
        assertThat(TABLE.typeAt(Path.of("/home"))).isEqualTo("ext4");
        assertThat(TABLE.typeAt(Path.of("/racks/my rack/hosts/clio/root/etc"))).isEqualTo("overlay");
    }

    @Test
    void theUpperDirectoryOfAnOverlayRootIsItsLayer() {
        assertThat(MountTable.parse(List.of(
                                "90 80 0:41 / / rw - overlay clio rw,lowerdir=/base,upperdir=/r/clio/upper,workdir=/w"))
                        .rootLayer())
                .contains(Path.of("/r/clio/upper"));
        assertThat(TABLE.rootLayer()).isEmpty();
    }
}

package io.urania.cluster.preflight.host;

import static io.urania.cluster.preflight.host.HostFindings.BALANCER;
import static io.urania.cluster.preflight.host.HostFindings.ERATO;
import static io.urania.cluster.preflight.host.HostFindings.PANDORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.preflight.Finding;
import io.urania.engine.storage.FileSystemFact;
import io.urania.engine.storage.FileSystemProbe;
import io.urania.engine.storage.StorageHealthFact;
import io.urania.engine.storage.StorageHealthProbe;
import io.urania.engine.storage.Writability;
import io.urania.engine.storage.WritabilityProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room for what is written, and whether it may be written and run. */
class RoomTest {
    private static final long MEBIBYTE = 1L << 20;

    @TempDir
    Path directory;

    /** One file system of 28 000 MiB for everything: the kubelet evicts below 15 %, which is 4200 MiB, and 2005 MiB are written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            false | 6300 | -
            false | 6200 | error erato: only 6200 of 28000 MiB (22 %) are free on /
            true  | 4250 | -
            true  | 3900 | error erato: only 3900 of 28000 MiB (13 %) are free on /
            true  |    0 | error erato: only 0 of 28000 MiB (0 %) are free on /
            """)
    void aNodeMustNotEvictPodsWhenAllIsWritten(boolean inACluster, long free, String complaint) {
        HostFindings rack = HostFindings.of(new LittleRoom(), directory);
        if (inACluster) {
            rack.inACluster();
        }
        everywhere(rack, ERATO, system("/", 28_000, free, 1_000_000, Set.of("rw")));

        assertThat(HostFindings.told(rack.found())).isEqualTo(complaint == null ? List.of() : List.of(complaint));
    }

    @Test
    void aFileSystemOfItsOwnIsJudgedAlone() {
        HostFindings rack = HostFindings.of(new LittleRoom(), directory)
                .with(PANDORE, FileSystemProbe.of("/var/lib/etcd"), system("/var/lib/etcd", 512, 200, 9_000, Set.of()))
                .with(
                        ERATO,
                        FileSystemProbe.of("/var/lib/kubelet"),
                        system("/var/lib/kubelet", 512, 60, 9_000, Set.of()));

        assertThat(rack.found())
                .extracting(Object::toString)
                .containsExactly(
                        PANDORE + ": only 200 of 512 MiB (39 %) are free on /var/lib/etcd;"
                                + " 256 MiB are needed for /var/lib/etcd;"
                                + " free some space, for example with: apt-get clean; or use a larger disk",
                        ERATO + ": only 60 of 512 MiB (11 %) are free on /var/lib/kubelet;"
                                + " below 51 MiB the kubelet evicts pods, and 16 MiB are needed for /var/lib/kubelet;"
                                + " free some space, for example with: apt-get clean; or use a larger disk");
    }

    @Test
    void noInodesAreSaidToBeWhatTheyAre() {
        HostFindings rack = HostFindings.of(new LittleRoom(), directory);
        everywhere(rack, ERATO, system("/", 28_000, 20_000, 0, Set.of("rw")));

        assertThat(HostFindings.told(rack.found()))
                .containsExactly("error erato: only 0 of 1000000 inodes are free on /");
        assertThat(rack.found().getFirst().why()).startsWith("no file can be created without one");
    }

    @Test
    void aBalancerNeedsNoMoreThanItsConfiguration() {
        HostFindings rack = HostFindings.of(new LittleRoom(), directory);
        everywhere(rack, BALANCER, system("/", 28_000, 20, 20_000, Set.of("rw")));

        assertThat(rack.found()).isEmpty();
    }

    @Test
    void aReadOnlyFileSystemIsToldOnceAndAnImmutableFileByName() {
        HostFindings rack = HostFindings.of(new NotWritable(), directory)
                .with(ERATO, WritabilityProbe.of("/etc/hosts"), Writability.REFUSED)
                .with(BALANCER, WritabilityProbe.of("/etc/hosts"), Writability.READ_ONLY);
        for (String path : List.of("/etc", "/etc/hosts", "/etc/hostname", "/etc/systemd/system", "/etc/fstab")) {
            rack.with(PANDORE, FileSystemProbe.of(path), system("/etc", 100, 50, 9_000, Set.of("ro", "relatime")));
        }

        assertThat(HostFindings.told(rack.found()))
                .containsExactly(
                        "error pandore: /etc is mounted read-only",
                        "error erato: /etc/hosts cannot be changed, not even by root",
                        "error balancer: /etc/hosts is mounted read-only");
    }

    @Test
    void programsMustBeRunWhereTheyAre() {
        HostFindings rack = HostFindings.of(new NoExecution(), directory)
                .with(
                        ERATO,
                        FileSystemProbe.of("/usr/local/bin"),
                        system("/usr/local", 9_000, 8_000, 9_000, Set.of("rw", "noexec")));

        assertThat(rack.found())
                .singleElement()
                .hasToString(ERATO + ": /usr/local is mounted with noexec;"
                        + " programs in /usr/local/bin could not be run;"
                        + " mount -o remount,exec /usr/local, and remove noexec from /etc/fstab; or set bin_dir to another"
                        + " directory");
    }

    private static void everywhere(HostFindings rack, String host, FileSystemFact fact) {
        Places.of(
                        rack.rack().spec(),
                        rack.rack().spec().hosts().stream()
                                .filter(one -> one.name().equals(host))
                                .findFirst()
                                .orElseThrow())
                .forEach(place -> rack.with(host, FileSystemProbe.of(place.path()), fact));
    }

    private static FileSystemFact system(
            String point, long mebibytes, long freeMebibytes, long freeInodes, Set<String> options) {
        return new FileSystemFact(
                point, "ext4", options, mebibytes * MEBIBYTE, freeMebibytes * MEBIBYTE, 1_000_000, freeInodes);
    }

    @Test
    void cardsThatFailSaySo() {
        assertThat(HostFindings.of(new WornStorage(), directory)
                        .with(
                                ERATO,
                                StorageHealthProbe.QUESTION,
                                new StorageHealthFact(Map.of("mmcblk0p2", 7L), Map.of()))
                        .with(
                                PANDORE,
                                StorageHealthProbe.QUESTION,
                                new StorageHealthFact(Map.of(), Map.of("mmcblk0", 10, "mmcblk1", 9)))
                        .found())
                .extracting(Finding::what)
                .containsExactlyInAnyOrder(
                        "the file system on mmcblk0p2 has noted 7 errors",
                        "mmcblk0 has used 90 % of its life, or more");
    }
}

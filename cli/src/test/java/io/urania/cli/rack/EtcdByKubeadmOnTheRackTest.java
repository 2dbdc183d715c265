package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cluster whose etcd is kubeadm's static pods: made anew, changed member by member, and taken away. A quarter of an hour. */
@Tag("nightly")
final class EtcdByKubeadmOnTheRackTest extends ClusterMadeAnewOnTheRack {

    private static final List<String> CONTROL_PLANE = List.of("pandore", "hellenes", "epimethee");

    @Test
    void membersArePodsThatAreChangedOneByOne() throws Exception {
        succeeds(with("apply", "--yes"));
        succeeds(with("plan", "--detailed-exitcode"));
        assertThat(succeeds(with("status")).output()).contains("The cluster is healthy.");
        for (String host : CONTROL_PLANE) {
            assertThat(rack.run(host, "crictl ps --name etcd --quiet; systemctl is-active etcd || true"))
                    .contains("inactive")
                    .hasLineCount(2);
        }

        succeeds(with("apply", "--yes", "-e", "etcd_snapshot_count=5000"));
        for (String host : CONTROL_PLANE) {
            assertThat(rack.run(host, "tr '\\0' '\\n' </proc/$(pidof etcd)/cmdline"))
                    .contains("--snapshot-count=5000");
        }

        Said refused = urania.run("plan");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.errors())
                .contains("its etcd member is a static pod of kubeadm's, and etcd_deployment_type is host")
                .doesNotContain("group etcd");

        succeeds(with("reset", "--yes"));
        for (String host : CONTROL_PLANE) {
            assertThat(rack.run(host, "ls -A /var/lib/etcd 2>/dev/null; ss -Hltn 'sport = :2379 or sport = :2380'"))
                    .isBlank();
        }
    }

    private static String[] with(String... words) {
        return Stream.concat(Stream.of(words), Stream.of("-e", "etcd_deployment_type=kubeadm"))
                .toArray(String[]::new);
    }
}

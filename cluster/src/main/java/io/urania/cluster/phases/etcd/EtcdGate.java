package io.urania.cluster.phases.etcd;

import io.urania.cluster.pki.EtcdClient;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.shell.Shell;
import java.time.Duration;
import java.util.List;

/**
 * What has to be well in etcd around the restart of a member: most members must go on serving without it (etcd documentation, "Runtime
 * reconfiguration": a cluster of n tolerates (n-1)/2 failures).
 */
public final class EtcdGate {

    private EtcdGate() {}

    /**
     * The gate of a member.
     *
     * @param programs where etcdctl is
     */
    public static Gate of(ClusterSpec spec, EtcdInstance instance, EtcdSpec.Member member, String programs) {
        EtcdSpec etcd = spec.etcd();
        List<String> others = etcd.members().stream()
                .filter(other -> !other.equals(member))
                .map(other -> other.clientUrl(instance))
                .toList();
        int quorum = etcd.members().size() / 2 + 1;
        String serves = serves(EtcdClient.of(spec), programs);
        // With one member or two there is nothing that could go on without it.
        String spared = others.size() < quorum ? "" : spared(instance, member, others, quorum);
        return new Gate(instance.name() + " members", serves + spared, serves + serving(instance, member));
    }

    /** A linearizable read: it succeeds while the member is one of a quorum. */
    private static String serves(EtcdClient client, String programs) {
        return """
                serves() {
                    %s --endpoints="$1" --command-timeout=5s --cacert=%s --cert=%s --key=%s \\
                        endpoint health >/dev/null 2>&1
                }
                """.formatted(
                        Shell.quote(programs + "/etcdctl"),
                        Shell.quote(client.authority()),
                        Shell.quote(client.certificate()),
                        Shell.quote(client.key()));
    }

    /** A member that does not serve is not missed: its restart may be what mends it. */
    private static String spared(EtcdInstance instance, EtcdSpec.Member member, List<String> others, int quorum) {
        return """
                spared() {
                    serving=0
                    for endpoint in %s; do
                        if serves "$endpoint"; then serving=$((serving + 1)); fi
                    done
                    [ "$serving" -ge %d ] || ! serves %s
                }
                """.formatted(Shell.words(others), quorum, Shell.quote(member.clientUrl(instance)))
                + Gate.until(
                        "spared",
                        "most other " + instance.name() + " members to be healthy",
                        Duration.ofMinutes(1),
                        """
                        echo "only $serving of the other %s members are healthy, and %d must be before this one is restarted;"
                        echo "bring them back, then run the same command again"
                        """.formatted(instance.name(), quorum));
    }

    private static String serving(EtcdInstance instance, EtcdSpec.Member member) {
        return Gate.until(
                "serves " + Shell.quote(member.clientUrl(instance)),
                "the " + instance.name() + " member to be healthy",
                Duration.ofMinutes(1),
                """
                echo "the member runs but is not healthy a minute after its restart; the other members are unchanged"
                """);
    }
}

package io.urania.cluster.phases;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.spec.NodeSpec;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clusters with settings chosen at random, on hosts in a state chosen at random: when every change of the plan was made and nothing else,
 * nothing is left to do. A seed makes the same case each time.
 */
class RandomPlansTest {
    private static final int CASES = 60;
    private static final int MOST_UNDONE = 15;

    @TempDir
    Path directory;

    static IntStream seeds() {
        return IntStream.range(0, CASES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPlanThatWasCarriedOutLeavesNothingToDo(int seed) {
        Random random = new Random(seed);
        String variables = variables(random);
        ArticleRack rack = ArticleRack.of(directory, variables);
        FactsOf before = state(random, rack);

        Plan plan = rack.plan(before.book());
        Plan again = rack.plan(before.afterwards(plan).book());

        assertThat(again.changes())
                .as("seed %d after %d changes, with%n%s", seed, plan.changes().size(), variables)
                .extracting(Change::id)
                .isEmpty();
    }

    private static String variables(Random random) {
        StringBuilder lines = new StringBuilder(random.nextBoolean() ? ArticleRack.NEWEST : ArticleRack.ARTICLES_OWN);
        any(random, lines, "enable_nodelocaldns", "true", "false");
        any(random, lines, "metrics_server_enabled", "true", "false");
        any(random, lines, "kubelet_fail_swap_on", "true", "false");
        any(random, lines, "enable_coredns_k8s_endpoint_pod_names", "true", "false");
        any(random, lines, "flannel_backend_type", "vxlan", "host-gw");
        any(random, lines, "etcd_memory_limit", "512M", "2G", "0");
        any(random, lines, "etcd_metrics", "basic", "extensive");
        any(random, lines, "kubelet_max_pods", "50", "110");
        any(random, lines, "kube_api_anonymous_auth", "true", "false");
        any(random, lines, "dns_domain", "cluster.local", "rack.example.com");
        any(random, lines, "bin_dir", "/usr/local/bin", "/opt/bin");
        any(random, lines, "kube_cert_dir", "/etc/kubernetes/ssl", "/etc/kubernetes/pki");
        any(random, lines, "etcd_data_dir", "/var/lib/etcd", "/srv/etcd");
        any(random, lines, "etcd_events_cluster_enabled", "true", "false");
        any(random, lines, "etcd_events_data_dir", "/var/lib/etcd-events", "/srv/events");
        any(random, lines, "containerd_storage_dir", "/var/lib/containerd", "/srv/containerd");
        any(random, lines, "containerd_state_dir", "/run/containerd", "/run/containerd-own");
        any(random, lines, "kube_apiserver_port", "6443", "7443");
        any(random, lines, "node_taints", "['example.com/special=yes:NoSchedule']", "[]");
        any(random, lines, "node_labels", "{example.com/disk: ssd}", "{}");
        any(random, lines, "auto_renew_certificates", "true", "false");
        any(random, lines, "ntp_enabled", "true", "false");
        any(random, lines, "ntp_package", "chrony", "systemd-timesyncd");
        return lines.toString();
    }

    /** Sets a variable to one of these values, or leaves it to the inventory. */
    private static void any(Random random, StringBuilder lines, String name, String... values) {
        int choice = random.nextInt(values.length + 1);
        if (choice < values.length) {
            lines.append(name).append(": ").append(values[choice]).append('\n');
        }
    }

    /** Bare hosts, or finished ones of which some things are undone and some nodes lost their disks. */
    private static FactsOf state(Random random, ArticleRack rack) {
        if (random.nextInt(5) == 0) {
            return FactsOf.bareHosts(rack);
        }
        FactsOf facts = FactsOf.finishedHosts(rack);
        List<Task> tasks = rack.tasks();
        for (int undone = random.nextInt(MOST_UNDONE); undone > 0; undone--) {
            facts.undo(tasks.get(random.nextInt(tasks.size())));
        }
        if (random.nextInt(3) == 0) {
            List<NodeSpec> nodes = rack.spec().workers();
            facts.lose(nodes.get(random.nextInt(nodes.size())));
        }
        return facts;
    }
}

package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the article installs by hand, on three hosts of a rack: one control plane host and two workers with names of their own, kubeadm's etcd,
 * no balancer, routes instead of packets in packets. Ten minutes.
 */
@Tag("nightly")
final class ManualPathOnTheRackTest extends ClusterMadeAnewOnTheRack {

    private List<Path> inventories = List.of();

    @BeforeEach
    void forTheseHostsOnly() throws Exception {
        // The others have logins of their own.
        assumeThat(rack.controlPlanes()).hasSize(3);
    }

    @Test
    void theArticlesManualPathEndsInACluster() throws Exception {
        List<String> hosts = new ArrayList<>(rack.controlPlanes());
        String master = hosts.getFirst();
        ManualDraftForRack draft = ManualDraftForRack.of(rack, scratch);
        assertThat(urania.run(
                                List.of(),
                                "init",
                                "--rack",
                                "manual",
                                draft.draft().toString())
                        .code())
                .isZero();
        draft.fit(rack, hosts);
        inventories = draft.inventories();

        works("apply", "--yes");

        works("plan", "--detailed-exitcode");
        assertThat(works("status").output()).contains("The cluster is healthy.");
        assertThat(rack.run(
                        master, "kubectl get nodes --no-headers -o custom-columns=N:.metadata.name,P:.spec.podCIDR"))
                .containsPattern("mymasternode +10\\.244\\.")
                .containsPattern("myworker1 +10\\.244\\.")
                .containsPattern("myworker2 +10\\.244\\.");
        assertThat(rack.run(master, "hostname; ls /usr/lib/cni; ls -d /opt/cni/bin 2>&1 || true"))
                .startsWith("mymasternode\n")
                .contains("flannel", "host-local", "cannot access '/opt/cni/bin'");
        assertThat(rack.run(master, "openssl x509 -noout -ext subjectAltName -in /etc/kubernetes/ssl/apiserver.crt"))
                .contains("DNS:extrahostname.node", "DNS:mymasternode");
        assertThat(rack.run(master, "ip route show 10.244.0.0/16; ip route | grep '^10\\.244\\.'"))
                .contains(" via " + rack.addressOf(hosts.get(1)), " via " + rack.addressOf(hosts.get(2)))
                .doesNotContain("flannel.1");
        assertThat(rack.run(hosts.getLast(), "cat '/etc/containerd/certs.d/mymasternode:5000/hosts.toml'"))
                .contains("http://mymasternode:5000");
        assertThat(rack.run(master, "kubectl get node mymasternode -o jsonpath='{.spec.taints}'"))
                .contains("node-role.kubernetes.io/control-plane");

        draft.runPodsOnTheControlPlane();
        works("apply", "--yes");
        assertThat(rack.run(master, "kubectl get node mymasternode -o jsonpath='{.spec.taints}'"))
                .isEmpty();

        works("reset", "--yes");
        assertThat(rack.run(master, "ls /usr/lib/cni 2>/dev/null || true")).isEmpty();
    }

    private Said works(String... words) {
        Said said = urania.run(inventories, words);
        assertThat(said.code())
                .as(String.join(" ", words) + "\n" + said.output() + said.errors())
                .isZero();
        return said;
    }
}

package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hardened example on a cluster that lives, another key, and the way back. A quarter of an hour, most of it restarts of API servers. */
@Tag("nightly")
final class HardenedOnTheRackTest extends TestOnTheRack {

    private static final Path EXAMPLE =
            Path.of("../examples/hardened/hardening.yaml").toAbsolutePath().normalize();

    private static final String STORED =
            "ETCDCTL_API=3 etcdctl --endpoints=https://127.0.0.1:2379 --cacert=/etc/ssl/etcd/ssl/ca.pem"
                    + " --cert=/etc/ssl/etcd/ssl/client.pem --key=/etc/ssl/etcd/ssl/client-key.pem"
                    + " get /registry/secrets/default/urania-hardened | tr -d '\\000' | cut -c1-80 | tail -n +2 | head -n 1";

    /** What the rack's own inventory does not ask for is switched off in an order in which nothing that is stored gets lost. */
    @AfterEach
    void bringTheRacksOwnSettingsBack() throws Exception {
        succeeds(hardened("apply", "--yes", "-e", "kube_encryption_algorithm=identity"));
        rack.run(rack.controlPlane(), "kubectl delete secret urania-hardened --ignore-not-found");
        succeeds("apply", "--yes");
        assertTheClusterIsWhole();
    }

    @Test
    void theExampleWorksAndFailsNoControl() throws Exception {
        succeeds(hardened("apply", "--yes"));
        rack.run(rack.controlPlane(), "kubectl create secret generic urania-hardened --from-literal=word=abracadabra");

        succeeds(hardened("plan", "--detailed-exitcode"));
        assertThat(succeeds(hardened("check", "--cis")).output()).contains("0 failed");
        assertThat(rack.run(rack.controlPlane(), STORED)).contains("k8s:enc:secretbox:v1:key-");
        assertThat(rack.run(rack.controlPlane(), "kubectl get csr")).doesNotContain("Pending");

        String former = rack.run(rack.controlPlane(), STORED);
        String[] otherKey = {"-e", "kube_encrypt_token=0123456789abcdefghijABCDEFGHIJxy"};
        succeeds(hardened(with(otherKey, "apply", "--yes")));

        succeeds(hardened(with(otherKey, "plan", "--detailed-exitcode")));
        assertThat(rack.run(rack.controlPlane(), STORED))
                .contains("k8s:enc:secretbox:v1:key-")
                .isNotEqualTo(former);
        assertThat(rack.run(
                        rack.controlPlane(),
                        "kubectl get secret urania-hardened -o jsonpath='{.data.word}' | base64 -d"))
                .isEqualTo("abracadabra");
        Said off = urania.run("plan");
        assertThat(off.code()).isEqualTo(1);
        assertThat(off.errors()).contains("encrypts what it stores, and kube_encrypt_secret_data is not true");
    }

    private static String[] with(String[] words, String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }

    private static String[] hardened(String... words) {
        return with(new String[] {"-e", "@" + EXAMPLE}, words);
    }
}

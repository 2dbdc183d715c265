package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clusters of both address families, and of IPv6 alone, each made anew and verified by its own apply. */
@Tag("nightly")
final class FamiliesOnTheRackTest extends ClusterMadeAnewOnTheRack {

    private static final String BOTH = "ipv6_stack: true";

    @Test
    void nodesAndPodsHaveAddressesOfBothFamilies() throws Exception {
        succeeds(with("{" + BOTH + "}", "apply", "--yes"));
        succeeds(with("{" + BOTH + "}", "plan", "--detailed-exitcode"));

        assertThat(rack.run(rack.controlPlane(), "kubectl get nodes -o jsonpath='{.items[*].spec.podCIDRs}'"))
                .contains("10.233.", "fd85:ee78:d8a6:8607::1:");
        Said back = urania.run("plan");
        assertThat(back.code()).isEqualTo(1);
        assertThat(back.errors()).contains("the pod networks of a running cluster cannot be changed");
        succeeds(with("{" + BOTH + "}", "reset", "--yes"));
        assertThat(rack.run(rack.worker(), "ip -6 route; ip -br link; ip6tables-save"))
                .doesNotContain("fd85:", "flannel", "KUBE-");
    }

    @Test
    void aClusterMayHaveIpv6Alone() throws Exception {
        String balancer =
                rack.run("balancer", "ip -6 -o address show scope global | awk '{ sub(\"/.*\", \"\", $4); print $4 }'");
        String variables = """
                {ipv4_stack: false, ipv6_stack: true, kube_apiserver_ip: 'fd85:ee78:d8a6:8607::1001',
                skydns_server: 'fd85:ee78:d8a6:8607::1003', loadbalancer_apiserver: {address: '%s', port: 6443}}
                """.formatted(balancer.strip());

        succeeds(with(variables, "apply", "--yes"));
        succeeds(with(variables, "plan", "--detailed-exitcode"));
        assertThat(rack.run(rack.controlPlane(), "kubectl get nodes,services,pods -A -o wide"))
                .contains("fd85:ee78:d8a6:8607::1003")
                .doesNotContain("10.42.", "10.233.");
        succeeds(with(variables, "reset", "--yes"));
    }

    private static String[] with(String variables, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-e", variables));
        return all.toArray(String[]::new);
    }
}

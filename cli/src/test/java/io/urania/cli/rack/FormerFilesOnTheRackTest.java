package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was there before Urania is named, kept and put back, and what a login brings along gets nowhere. */
@Tag("nightly")
final class FormerFilesOnTheRackTest extends TestOnTheRack {

    private static final String HAPROXY = "/etc/haproxy/haproxy.cfg";
    private static final String MIRROR = "/etc/containerd/certs.d/katello/hosts.toml";

    /** No proxy listens there. */
    private static final String PROXIES = """
            for name in http_proxy https_proxy HTTP_PROXY HTTPS_PROXY; do
                echo "$name=http://10.255.1.1:3128" >>/etc/environment
            done
            for name in no_proxy NO_PROXY; do
                echo "$name=localhost,127.0.0.1" >>/etc/environment
            done
            """;

    private static final String NO_PROXIES = "sed -i '/_proxy=/Id' /etc/environment";

    /** HAProxy for something else, on another port. */
    private static final String OTHER_BALANCER = """
            printf '%s\\n' defaults '  mode tcp' '  timeout connect 5s' '  timeout client 5s' '  timeout server 5s' \\
                'listen theirs' '  bind :8080' '  server theirs 127.0.0.1:22' >/etc/haproxy/haproxy.cfg
            chmod 640 /etc/haproxy/haproxy.cfg
            touch -d 2020-02-29T12:00:00Z /etc/haproxy/haproxy.cfg
            systemctl enable --quiet haproxy.service
            systemctl restart haproxy.service
            """;

    private static final String OTHER_BALANCER_STANDS = """
            stat -c '%a %Y' /etc/haproxy/haproxy.cfg
            grep -c :8080 /etc/haproxy/haproxy.cfg
            systemctl is-enabled haproxy.service
            systemctl is-active haproxy.service
            ls /etc/haproxy
            """;

    private static final String OTHERS_OF_A_NODE = """
            mkdir -p /etc/cni/net.d /etc/containerd
            echo '{"cniVersion":"0.3.1","name":"theirs","plugins":[]}' >/etc/cni/net.d/99-theirs.conflist
            echo '# theirs' >/etc/containerd/config.toml
            echo '#!/bin/sh' >/usr/local/bin/crictl
            """;

    /** Of the environments that Urania's units run in, and of the manifests. */
    private static final String PROXIES_THERE = """
            for unit in kubelet containerd etcd; do
                process=$(systemctl show -P MainPID "$unit.service")
                [ "$process" = 0 ] || tr '\\0' '\\n' <"/proc/$process/environ"
            done | grep -i _proxy || :
            grep -ri 'name: .*_proxy' /etc/kubernetes/manifests 2>/dev/null || :
            """;

    @Test
    void aResetLeavesHostsAsUraniaFoundThem() throws Exception {
        String balancer = rack.balancer();
        String worker = rack.worker();
        String first = rack.controlPlane();
        succeeds("reset", "--yes");
        rack.run(balancer, OTHER_BALANCER);
        rack.run(worker, OTHERS_OF_A_NODE + PROXIES);
        rack.run(first, PROXIES);
        String before = rack.run(balancer, OTHER_BALANCER_STANDS);
        try {
            Said plan = urania.run("plan");
            assertThat(plan.output())
                    .contains(
                            "not Urania's; kept as " + HAPROXY + ".before-urania",
                            "not Urania's; kept as /etc/containerd/config.toml.before-urania");

            succeeds("apply", "--yes");

            for (String host : rack.names()) {
                assertThat(rack.run(host, PROXIES_THERE)).as(host).isEmpty();
            }
            assertTheClusterIsWhole();
            succeeds("reset", "--yes");
            assertThat(rack.run(balancer, OTHER_BALANCER_STANDS)).isEqualTo(before);
            assertThat(rack.run(worker, "cat /etc/containerd/config.toml /usr/local/bin/crictl; ls /etc/cni/net.d"))
                    .isEqualTo("# theirs\n#!/bin/sh\n99-theirs.conflist");
        } finally {
            rack.run(worker, NO_PROXIES + "\nrm -rf /etc/cni /etc/containerd /usr/local/bin/crictl");
            rack.run(first, NO_PROXIES);
            rack.run(balancer, "systemctl disable --now --quiet haproxy.service\nrm -f " + HAPROXY);
            succeeds("apply", "--yes");
        }
        assertTheClusterIsWhole();
    }

    @Test
    void whatSomebodyWroteIntoAFileOfOursIsKeptBeside() throws Exception {
        String worker = rack.worker();
        rack.run(worker, "echo '# mine' >>" + MIRROR);

        assertThat(urania.run("plan").output())
                .contains("changed since Urania wrote it; kept as " + MIRROR + ".edited");
        succeeds("apply", "--yes");

        assertThat(rack.run(worker, "tail -n 1 %1$s.edited; rm %1$s.edited".formatted(MIRROR)))
                .isEqualTo("# mine");
        assertTheClusterIsWhole();
    }

    @Test
    void aManifestThatALoginsProxiesGotIntoIsMadeAnewWithoutThem() throws Exception {
        rack.run(rack.controlPlane(), """
                cd /etc/kubernetes/manifests
                sed '/^    imagePullPolicy:/a\\    env:\\n    - name: NO_PROXY\\n      value: localhost' kube-scheduler.yaml >/root/proxied
                mv /root/proxied kube-scheduler.yaml
                """);

        assertThat(urania.run("plan").output()).contains("run with NO_PROXY, which the inventory does not set");
        succeeds("apply", "--yes");

        assertThat(rack.run(rack.controlPlane(), PROXIES_THERE)).isEmpty();
        assertTheClusterIsWhole();
    }

    @Test
    void aFileThatCannotBeWrittenSaysWhyOnce() throws Exception {
        String worker = rack.worker();
        rack.run(worker, """
                for name in docker.io katello; do
                    rm /etc/containerd/certs.d/$name/hosts.toml
                done
                mount --bind /etc/containerd/certs.d /etc/containerd/certs.d
                mount -o remount,bind,ro /etc/containerd/certs.d
                """);
        try {
            Said apply = urania.run("apply", "--yes");

            assertThat(apply.code()).isEqualTo(1);
            assertThat(apply.output() + apply.errors())
                    .contains("/etc/containerd/certs.d is mounted read-only", "/hosts.toml, and 1 more change");
        } finally {
            rack.run(worker, "umount /etc/containerd/certs.d");
            succeeds("apply", "--yes");
        }
        assertTheClusterIsWhole();
    }
}

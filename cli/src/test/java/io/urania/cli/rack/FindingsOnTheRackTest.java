package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.CommandsOnTheRack.Said;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions that make an apply fail, on several hosts at once: each is named with its host and cause, and nothing is changed. */
@Tag("nightly")
final class FindingsOnTheRackTest extends TestOnTheRack {

    /** A kubelet that is down, and its port taken; what others have left; programs that cannot be run, and a file that cannot be changed. */
    private static final String ON_WORKER = """
            systemctl stop kubelet.service
            systemd-run --quiet --unit=rack-busy systemd-socket-activate --listen=10250 --inetd --accept cat
            mkdir -p /etc/systemd/system/kubelet.service.d
            printf '[Service]\nExecStart=\nExecStart=/usr/bin/kubelet\n' >/etc/systemd/system/kubelet.service.d/10-kubeadm.conf
            mkdir -p /run/rack-test
            echo '{"name": "other", "cniVersion": "0.3.1", "plugins": []}' >/etc/cni/net.d/05-rack-test.conflist
            ip link add name cali0ac7e57 type bridge
            ip link set dev cali0ac7e57 up
            own=$(ip -4 -o address show dev host0 | sed 's|.* inet ||; s|/.*||')
            ip address add "${own%.*}.250/24" dev cali0ac7e57
            ip link set dev host0 mtu 1400
            mount --bind /usr/local/bin /usr/local/bin
            mount -o remount,bind,ro,noexec /usr/local/bin
            chattr +i /etc/hosts
            """;

    /** No inodes where CNI plugins are, and name servers that only the host can reach. */
    private static final String ON_CONTROL_PLANE = """
            mkdir -p /run/rack-test
            mount -t tmpfs -o size=100m,nr_inodes=1 rack-test /opt/cni/bin
            cat /etc/resolv.conf >/run/rack-test/resolv.conf
            echo nameserver 127.0.0.53 >/etc/resolv.conf
            """;

    /** Another Kubernetes, the kubeconfig of another cluster, another address of the API, and packages that are being installed. */
    private static final String ON_BALANCER = """
            systemd-run --quiet --unit=k3s sleep 1500
            mkdir -p /etc/kubernetes
            echo '    server: https://192.0.2.1:6443' >/etc/kubernetes/kubelet.conf
            echo '192.0.2.9 api-k8s-arm.intra.example.com # rack-test' >>/etc/hosts
            """ + PackagesLock.TAKEN;

    private static final String UNDO = """
            systemctl stop rack-busy.service k3s.service 2>/dev/null || :
            [ ! -d /etc/cni/net.d ] || rm -f /etc/cni/net.d/05-rack-test.conflist
            rm -rf /etc/systemd/system/kubelet.service.d
            ip link delete cali0ac7e57 2>/dev/null || :
            ip link set dev host0 mtu 1500
            chattr -i /etc/hosts 2>/dev/null || :
            grep -v '# rack-test' /etc/hosts >/run/hosts.rack-test
            cmp -s /run/hosts.rack-test /etc/hosts || cat /run/hosts.rack-test >/etc/hosts
            rm -f /run/hosts.rack-test
            [ ! -e /run/rack-test/resolv.conf ] || cat /run/rack-test/resolv.conf >/etc/resolv.conf
            rm -rf /run/rack-test
            while read -r device point _; do
                case "$device $point" in
                "rack-test /opt/cni/bin" | *" /usr/local/bin") umount "$point" ;;
                esac
            done </proc/self/mounts
            """ + PackagesLock.GIVEN_BACK;

    @SuppressWarnings("NullAway.Init") // set before every test
    private String worker;

    @SuppressWarnings("NullAway.Init") // set before every test
    private String controlPlane;

    @SuppressWarnings("NullAway.Init") // set before every test
    private String balancer;

    @BeforeEach
    void findHosts() throws Exception {
        worker = rack.worker();
        controlPlane = rack.controlPlane();
        balancer = rack.balancer();
    }

    @AfterEach
    void takeThemBack() throws Exception {
        for (String host : List.of(worker, controlPlane, balancer)) {
            rack.run(host, UNDO);
        }
        rack.run(balancer, "rm -rf /etc/kubernetes");
        rack.run(worker, "systemctl start kubelet.service");
        rack.eventually(rack.controlPlane(), "kubectl wait --for=condition=Ready --all node");
        assertTheClusterIsWhole();
    }

    @Test
    void eachIsNamedWithItsHostAndCauseAndNothingIsChanged() throws Exception {
        rack.run(worker, ON_WORKER);
        rack.run(controlPlane, ON_CONTROL_PLANE);
        rack.run(balancer, ON_BALANCER);
        rack.eventually(worker, "listening | grep -q ':10250$'");
        rack.eventually(balancer, PackagesLock.IS_TAKEN);
        // What the cluster says of a node whose kubelet is down is the same only when it has noticed.
        rack.eventually(controlPlane, "kubectl wait --for=condition=Ready=Unknown --timeout=20s node/" + worker);
        Footprint before = Footprint.of(rack);

        Said check = urania.run("check", "-e", "{\"upstream_dns_servers\": []}");
        Said apply = urania.run("apply", "--yes", "-e", "{\"upstream_dns_servers\": []}");

        assertThat(check.code()).as(check.output() + check.errors()).isEqualTo(1);
        assertThat(check.errors())
                .contains(
                        at("error", worker, "port 10250 is taken by systemd-socket- (pid "),
                        "rack-busy.service)",
                        at(
                                "error",
                                worker,
                                "/etc/systemd/system/kubelet.service.d/10-kubeadm.conf replaces what kubelet.service runs"),
                        at("error", worker, "/etc/cni/net.d/05-rack-test.conflist comes before 10-flannel.conflist"),
                        at("warning", worker, "there are interfaces of another pod network: cali0ac7e57"),
                        at("error", worker, "/etc/hosts cannot be changed, not even by root"),
                        at("warning", worker, "cali0ac7e57 and host0 are interfaces in one network"),
                        at("warning", worker, "the MTU of host0 is 1400, and 1500 on other hosts of its network"),
                        at("error", controlPlane, "only 0 of 1 inodes are free on /opt/cni/bin"),
                        at("error", worker, "/usr/local/bin is mounted with noexec"),
                        at("error", worker, "/usr/local/bin is mounted read-only"),
                        at("error", controlPlane, "/etc/resolv.conf names only 127.0.0.53"),
                        at("error", balancer, "k3s.service runs"),
                        at(
                                "error",
                                balancer,
                                "/etc/kubernetes/kubelet.conf belongs to a cluster at https://192.0.2.1:6443"),
                        at("error", balancer, "/etc/hosts says that api-k8s-arm.intra.example.com is 192.0.2.9"),
                        at("warning", balancer, "dpkg is locked by perl (pid "),
                        "rack-packages.service)");
        assertThat(apply.code()).as(apply.output()).isEqualTo(1);
        assertThat(apply.errors()).contains("nothing changed", "port 10250 is taken by");
        before.assertComesBack(rack);
    }

    private static String at(String level, String host, String what) {
        return level + ": " + host.substring(0, host.indexOf('.')) + ": " + what;
    }
}

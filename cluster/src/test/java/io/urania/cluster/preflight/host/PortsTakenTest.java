package io.urania.cluster.preflight.host;

import static io.urania.cluster.preflight.host.HostFindings.BALANCER;
import static io.urania.cluster.preflight.host.HostFindings.ERATO;
import static io.urania.cluster.preflight.host.HostFindings.PANDORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.component.HostPort;
import io.urania.cluster.phases.ArticleRack;
import io.urania.cluster.port.HostPorts;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.process.Listener;
import io.urania.engine.process.Listener.Protocol;
import io.urania.engine.process.ListenerProbe;
import io.urania.engine.process.RunningProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTakenTest {

    private static final String VXLAN = "flannel_backend_type: vxlan\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            erato    | tcp | 10250 | ::           | kubelet         | kubelet.service   |
            erato    | tcp | 10250 | ::           | systemd-socket- | busy.service      | port 10250 is taken by systemd-socket- (pid 812, busy.service)
            erato    | tcp | 10250 | 127.0.0.1    | nc              | ''                | port 10250 is taken by nc (pid 812)
            erato    | tcp | 10248 | 127.0.0.1    | kubelet         | kubelet.service   |
            erato    | tcp | 10248 | 192.168.1.9  | nc              | ''                |
            erato    | tcp | 53    | 127.0.0.53   | systemd-resolve | systemd-resolved.service |
            erato    | tcp | 53    | 0.0.0.0      | dnsmasq         | dnsmasq.service   | port 53 is taken by dnsmasq (pid 812, dnsmasq.service)
            erato    | udp | 53    | 169.254.25.10 | coredns        | ''                |
            erato    | tcp | 2379  | ::           | etcd            | ''                |
            pandore  | tcp | 2379  | ::           | etcd            | etcd.service      |
            pandore  | tcp | 2380  | 0.0.0.0      | python3         | ''                | port 2380 is taken by python3 (pid 812)
            pandore  | tcp | 6443  | ::           | k3s-server      | k3s.service       | port 6443 is taken by k3s-server (pid 812, k3s.service)
            pandore  | tcp | 10257 | ::           | kube-controller | ''                |
            balancer | tcp | 6443  | 0.0.0.0      | haproxy         | haproxy.service   |
            balancer | tcp | 6443  | 0.0.0.0      | nginx           | nginx.service     | port 6443 is taken by nginx (pid 812, nginx.service)
            balancer | tcp | 10250 | 0.0.0.0      | nginx           | nginx.service     |
            """)
    void aPortIsTakenByWhoeverIsNotTheRolesProgramOnAnAddressThatIsWanted(
            String host, String protocol, int port, String address, String name, String unit, String complaint) {
        Protocol spoken = Protocol.valueOf(protocol.toUpperCase(Locale.ROOT));
        Listener listener = new Listener(spoken, address, port, Optional.of(new RunningProcess(812, name, unit)));
        HostFindings rack = HostFindings.of(new PortsTaken(), directory)
                .with(ArticleRack.host(host), ListenerProbe.on(spoken, port), List.of(listener));

        assertThat(HostFindings.told(rack.found()))
                .isEqualTo(complaint == null ? List.of() : List.of("error " + host + ": " + complaint));
    }

    @Test
    void aProcessWithSeveralPortsIsToldOnceWithWhatEndsIt() {
        RunningProcess k3s = new RunningProcess(7, "k3s-server", "k3s.service");
        HostFindings rack = HostFindings.of(new PortsTaken(), directory);
        List.of(6443, 10250)
                .forEach(port -> rack.with(
                        PANDORE,
                        ListenerProbe.on(Protocol.TCP, port),
                        List.of(new Listener(Protocol.TCP, "::", port, Optional.of(k3s)))));

        assertThat(rack.found())
                .singleElement()
                .hasToString(PANDORE + ": ports 6443, 10250 are taken by k3s-server (pid 7, k3s.service);"
                        + " they are for the Kubernetes API, the kubelet;"
                        + " systemctl stop k3s.service; if it starts at boot, also: systemctl disable k3s.service");
    }

    @Test
    void aHolderThatNobodySeesIsOneButForTheKernelsOwnSocketOfALink() {
        HostFindings rack = HostFindings.of(new PortsTaken(), directory, VXLAN)
                .with(
                        ERATO,
                        ListenerProbe.on(Protocol.UDP, 8472),
                        List.of(new Listener(Protocol.UDP, "0.0.0.0", 8472, Optional.empty())))
                .with(
                        ERATO,
                        ListenerProbe.on(Protocol.TCP, 10250),
                        List.of(new Listener(Protocol.TCP, "::", 10250, Optional.empty())));

        assertThat(HostFindings.told(rack.found()))
                .containsExactly("error erato: port 10250 is taken by a process that is not visible from the host");
    }

    @Test
    void systemdHoldsThePortsOfUnitsThatItStartsLater() {
        HostFindings rack = HostFindings.of(new PortsTaken(), directory)
                .with(
                        ERATO,
                        ListenerProbe.on(Protocol.TCP, 10250),
                        List.of(new Listener(
                                Protocol.TCP, "::", 10250, Optional.of(new RunningProcess(1, "systemd", "")))));

        assertThat(rack.found())
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("systemctl list-sockets"));
    }

    @Test
    void everyRoleHasItsPorts() {
        ClusterSpec spec =
                HostFindings.of(new PortsTaken(), directory, VXLAN).rack().spec();

        assertThat(words(spec, PANDORE))
                .containsExactly(
                        "2379",
                        "2380",
                        "6443",
                        "10257",
                        "10259",
                        "10250",
                        "10248",
                        "10256",
                        "10249",
                        "8472/udp",
                        "53/udp",
                        "53",
                        "9254",
                        "9253");
        assertThat(words(spec, ERATO))
                .containsExactly("10250", "10248", "10256", "10249", "8472/udp", "53/udp", "53", "9254", "9253");
        assertThat(words(spec, BALANCER)).containsExactly("6443");
    }

    private static List<String> words(ClusterSpec spec, String name) {
        return spec.hosts().stream()
                .filter(host -> host.name().equals(name))
                .flatMap(host -> HostPorts.of(spec, host).stream())
                .map(HostPort::words)
                .toList();
    }
}

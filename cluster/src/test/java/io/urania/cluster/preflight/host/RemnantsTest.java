package io.urania.cluster.preflight.host;

import static io.urania.cluster.preflight.host.HostFindings.BALANCER;
import static io.urania.cluster.preflight.host.HostFindings.ERATO;
import static io.urania.cluster.preflight.host.HostFindings.PANDORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.observation.KubeconfigServersProbe;
import io.urania.cluster.phases.ArticleRack;
import io.urania.engine.network.FirewallFact;
import io.urania.engine.network.FirewallProbe;
import io.urania.engine.network.HostsFileProbe;
import io.urania.engine.network.HostsLine;
import io.urania.engine.network.LinksFact;
import io.urania.engine.network.LinksFact.Attached;
import io.urania.engine.network.LinksProbe;
import io.urania.engine.storage.EntriesProbe;
import io.urania.engine.system.UnitFact;
import io.urania.engine.system.UnitFact.DropIn;
import io.urania.engine.system.UnitProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an earlier or another installation has left. */
class RemnantsTest {
    private static final String API = "api-k8s-arm.intra.example.com";

    @TempDir
    Path directory;

    @Test
    void unitsThatOthersReplaceOrMaskAreNamed() {
        String file = "/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf";
        HostFindings rack = HostFindings.of(new ChangedUnits(), directory)
                .with(ERATO, UnitProbe.of("kubelet.service"), unit("loaded", new DropIn(file, true)))
                .with(PANDORE, UnitProbe.of("etcd.service"), unit("masked"))
                .with(
                        BALANCER,
                        UnitProbe.of("haproxy.service"),
                        unit("loaded", new DropIn("/etc/systemd/system/haproxy.service.d/limits.conf", false)));

        assertThat(HostFindings.told(rack.found()))
                .containsExactly(
                        "error pandore: etcd.service is masked",
                        "error erato: " + file + " replaces what kubelet.service runs",
                        "warning balancer: /etc/systemd/system/haproxy.service.d/limits.conf changes haproxy.service");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            erato    | k3s-agent.service | active     | error
            erato    | k3s-agent.service | inactive   | -
            pandore  | rke2-server.service | activating | error
            balancer | k3s.service       | active     | error
            erato    | docker.service    | active     | warning
            balancer | docker.service    | active     | -
            """)
    void anotherKubernetesThatRunsIsNamed(String host, String unit, String active, String level) {
        HostFindings rack = HostFindings.of(new OtherKubernetes(), directory)
                .with(ArticleRack.host(host), UnitProbe.of(unit), new UnitFact("loaded", active, List.of()));

        assertThat(HostFindings.told(rack.found()))
                .isEqualTo(level == null ? List.of() : List.of(level + " " + host + ": " + unit + " runs"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            05-cilium.conflist,     error erato: /etc/cni/net.d/05-cilium.conflist comes before 10-flannel.conflist
            10-calico.conflist,     error erato: /etc/cni/net.d/10-calico.conflist comes before 10-flannel.conflist
            10-calico.conflist.old, -
            10-flannel.conflist,    -
            87-podman.conflist,     -
            """)
    void aListThatSortsBeforeOursIsNamed(String name, String complaint) {
        HostFindings rack = HostFindings.of(new OtherPodNetwork(), directory)
                .with(ERATO, EntriesProbe.of("/etc/cni/net.d"), List.of(name, "10-flannel.conflist"));

        assertThat(HostFindings.told(rack.found())).isEqualTo(complaint == null ? List.of() : List.of(complaint));
    }

    /** The lists and interfaces of a plugin that a person brings are its own, but for those of one that Urania has installed. */
    @Test
    void aPluginThatAPersonBringsReplacesNoOther() throws IOException {
        Path manifest = Files.writeString(
                directory.resolve("plugin.yaml"), "{apiVersion: v1, kind: Namespace, metadata: {name: own}}");
        HostFindings rack = HostFindings.of(
                        new OtherPodNetwork(),
                        directory,
                        "kube_network_plugin: cni\ncustom_cni_manifests: [" + manifest + "]\n")
                .with(ERATO, EntriesProbe.of("/etc/cni/net.d"), List.of("05-cilium.conflist"))
                .with(
                        ERATO,
                        LinksProbe.QUESTION,
                        new LinksFact(Map.of("lo", 1500, "cilium_host", 1500), List.of(), true))
                .with(PANDORE, EntriesProbe.of("/etc/cni/net.d"), List.of("10-flannel.conflist"));

        assertThat(HostFindings.told(rack.found()))
                .containsExactly("error pandore: it has the pod network of flannel, and kube_network_plugin is cni");
    }

    @Test
    void interfacesOfAnotherNetworkAreNamed() {
        HostFindings rack = HostFindings.of(new OtherPodNetwork(), directory)
                .with(
                        ERATO,
                        LinksProbe.QUESTION,
                        new LinksFact(
                                Map.of("lo", 1500, "cni0", 1500, "cali1234", 1500, "kube-ipvs0", 1500),
                                List.of(new Attached("cni0", "10.244.1.0/24"), new Attached("eth0", "10.42.253.0/24")),
                                true))
                .with(
                        PANDORE,
                        LinksProbe.QUESTION,
                        new LinksFact(
                                Map.of("cni0", 1500, "flannel.1", 1500),
                                List.of(new Attached("cni0", "10.233.193.0/24")),
                                true))
                .with(
                        BALANCER,
                        LinksProbe.QUESTION,
                        new LinksFact(Map.of("flannel.1", 1500, "lo", 1500), List.of(), true))
                .with(BALANCER, FirewallProbe.QUESTION, new FirewallFact(List.of(), true, false));

        assertThat(HostFindings.told(rack.found()))
                .containsExactlyInAnyOrder(
                        "error erato: cni0 has network 10.244.1.0/24, and kube_pods_subnet is 10.233.192.0/18",
                        "warning erato: there are interfaces of another pod network: cali1234, kube-ipvs0",
                        "warning balancer: it should not be a node, but has interfaces of one: flannel.1",
                        "warning balancer: it should not be a node, but has firewall chains of Kubernetes");
    }

    @Test
    void linesThatGiveNamesOtherAddressesAreNamed() {
        HostFindings rack = HostFindings.of(new OtherNames(), directory);
        String pandore = rack.rack().node("pandore").host().accessAddress().toString();
        rack.with(
                ERATO,
                HostsFileProbe.OTHERS,
                List.of(
                        new HostsLine("127.0.0.1", List.of("localhost")),
                        new HostsLine("127.0.1.1", List.of(ERATO, "erato")),
                        new HostsLine(pandore, List.of("pandore")),
                        new HostsLine("10.9.9.9", List.of("printer", API)),
                        new HostsLine("127.0.1.1", List.of("clio"))));

        assertThat(HostFindings.told(rack.found()))
                .containsExactly(
                        "error erato: /etc/hosts says that " + API + " is 10.9.9.9, and it is "
                                + rack.rack().spec().endpoint().address(),
                        "warning erato: /etc/hosts says that clio is 127.0.1.1, and it is "
                                + rack.rack().node("clio").host().accessAddress());
    }

    @Test
    void theKubeconfigOfAnotherClusterIsNamed() {
        HostFindings rack = HostFindings.of(new NodeOfAnother(), directory);
        String own = rack.rack().node("pandore").host().address().beforePort();
        rack.with(ERATO, KubeconfigServersProbe.QUESTION, List.of("https://192.168.1.10:6443"))
                .with(PANDORE, KubeconfigServersProbe.QUESTION, List.of("https://" + own + ":6443"))
                .with(ArticleRack.host("clio"), KubeconfigServersProbe.QUESTION, List.of("https://" + API + ":6443"));

        assertThat(HostFindings.told(rack.found()))
                .containsExactly(
                        "error erato: /etc/kubernetes/kubelet.conf belongs to a cluster at https://192.168.1.10:6443");
    }

    private static UnitFact unit(String load, DropIn... dropIns) {
        return new UnitFact(load, "inactive", List.of(dropIns));
    }
}

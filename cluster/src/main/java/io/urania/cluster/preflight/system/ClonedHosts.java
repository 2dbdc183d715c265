package io.urania.cluster.preflight.system;

import io.urania.cluster.observation.MachineProbe;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Question;
import io.urania.engine.system.HardwareProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hosts are told apart by their hardware addresses (Kubernetes, "Installing kubeadm": unique for every node), and by /etc/machine-id, which cards
 * that were copied have in common (machine-id(5)).
 */
record ClonedHosts() implements Rule {

    @Override
    public String id() {
        return "cloned-hosts";
    }

    @Override
    public List<Question<?>> questions(ClusterSpec spec, HostSpec host) {
        return List.of(
                HardwareProbe.QUESTION, MachineProbe.question(spec.paths().manifests()));
    }

    @Override
    public List<Finding> findings(Situation situation) {
        Map<String, List<String>> links = new TreeMap<>();
        Map<String, List<String>> machines = new TreeMap<>();
        for (HostSpec host : situation.spec().hosts()) {
            if (situation.hasAnswered(this, host)) {
                situation.facts(host).answer(HardwareProbe.QUESTION).linkAddresses().stream()
                        .distinct()
                        .forEach(address -> note(links, address, host));
                note(
                        machines,
                        situation
                                .facts(host)
                                .answer(MachineProbe.question(
                                        situation.spec().paths().manifests()))
                                .id(),
                        host);
            }
        }
        machines.remove("");
        List<Finding> findings = new ArrayList<>();
        links.forEach(
                (address, hosts) -> hosts.stream()
                        .skip(1)
                        .forEach(
                                host -> findings.add(
                                        error(
                                                host,
                                                "its interface has the hardware address of " + hosts.getFirst() + ", "
                                                        + address,
                                                "packets for one of them go to the other",
                                                "give each virtual machine an address of its own; or correct the inventory, if both are the same host"))));
        machines.values()
                .forEach(
                        hosts -> hosts.stream()
                                .skip(1)
                                .forEach(
                                        host -> findings.add(
                                                warning(
                                                        host,
                                                        "it has the machine id of " + hosts.getFirst()
                                                                + " (/etc/machine-id)",
                                                        "its card was copied: DHCP may give both one address, and logs and nodes cannot be told apart",
                                                        "rm /etc/machine-id && systemd-machine-id-setup, then reboot; and look at the keys in /etc/ssh, too"))));
        return findings;
    }

    private static void note(Map<String, List<String>> hosts, String what, HostSpec host) {
        hosts.computeIfAbsent(what, _ -> new ArrayList<>()).add(host.name());
    }
}

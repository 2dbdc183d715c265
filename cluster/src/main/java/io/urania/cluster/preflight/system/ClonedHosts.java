package io.urania.cluster.preflight.system;

import io.urania.cluster.observation.MachineProbe;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.RuleDescription;
import io.urania.cluster.preflight.Situation;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.system.HardwareFact;
import io.urania.engine.system.HardwareProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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
    public RuleDescription description() {
        return new RuleDescription(
                List.of(Level.ERROR, Level.WARNING),
                "two hosts have one hardware address (error), or one /etc/machine-id, product_uuid or SSH host key (warning)",
                "packets for one go to the other; a copied card is not told apart from its original",
                "an address, id and key of its own: `systemd-machine-id-setup`, `ssh-keygen -A`",
                "Kubernetes, \"Installing kubeadm\"; machine-id(5)");
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
        Map<String, List<String>> products = new TreeMap<>();
        Map<String, List<String>> keys = new TreeMap<>();
        for (HostSpec host : situation.spec().hosts()) {
            if (situation.hasAnswered(this, host)) {
                Facts facts = situation.facts(host);
                HardwareFact hardware = facts.answer(HardwareProbe.QUESTION);
                String machine = facts.answer(
                                MachineProbe.question(situation.spec().paths().manifests()))
                        .id();
                hardware.linkAddresses().stream().distinct().forEach(address -> note(links, address, host));
                note(machines, machine, host);
                note(products, hardware.productId(), host);
                note(keys, hardware.hostKey(), host);
            }
        }
        return Stream.of(
                        ofEach(links, this::sameLink),
                        ofEach(machines, this::sameMachine),
                        ofEach(products, this::sameProduct),
                        ofEach(keys, this::sameKey))
                .flatMap(List::stream)
                .toList();
    }

    private Finding sameLink(String host, String original, String address) {
        return error(
                host,
                "its interface has the hardware address of " + original + ", " + address,
                "packets for one of them go to the other",
                "give each virtual machine an address of its own; or correct the inventory, if both are the same host");
    }

    private Finding sameMachine(String host, String original, String id) {
        return warning(
                host,
                "it has the machine id of " + original + " (/etc/machine-id)",
                "its card was copied: DHCP may give both one address, and logs and nodes cannot be told apart",
                "rm /etc/machine-id && systemd-machine-id-setup, then reboot");
    }

    private Finding sameProduct(String host, String original, String id) {
        return warning(
                host,
                "it has the product_uuid of " + original + ", " + id,
                "its virtual machine was copied, and storage and backups take both for one",
                "give the virtual machine an id of its own");
    }

    private Finding sameKey(String host, String original, String key) {
        return warning(
                host,
                "it has the SSH host key of " + original,
                "its card was copied: whoever has one of the two can pass for the other",
                "rm /etc/ssh/ssh_host_*_key*, ssh-keygen -A, systemctl restart ssh; then remove its line from .urania/known_hosts");
    }

    /** Tells of all but the first host that has something what the first one has too. */
    private interface Twin {
        Finding of(String host, String original, String what);
    }

    private static List<Finding> ofEach(Map<String, List<String>> hosts, Twin twin) {
        return hosts.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .skip(1)
                        .map(host -> twin.of(host, entry.getValue().getFirst(), entry.getKey())))
                .toList();
    }

    private static void note(Map<String, List<String>> hosts, String what, HostSpec host) {
        if (!what.isEmpty()) {
            hosts.computeIfAbsent(what, _ -> new ArrayList<>()).add(host.name());
        }
    }
}

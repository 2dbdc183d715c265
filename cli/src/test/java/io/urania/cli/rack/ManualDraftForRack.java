package io.urania.cli.rack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The inventory that {@code init --rack manual} writes, for three hosts of a rack: it has the draft's addresses changed, as a person would, and
 * what the rack adds to any inventory.
 */
record ManualDraftForRack(Path draft, Path additions) {

    private static final String HOSTS = "hosts.yaml";

    static ManualDraftForRack of(RackUnderTest rack, Path scratch) {
        return new ManualDraftForRack(scratch.resolve("manual"), scratch.resolve("additions"));
    }

    List<Path> inventories() {
        return List.of(draft, additions);
    }

    /** Puts the hosts' addresses in, and the rack's additions beside. */
    void fit(RackUnderTest rack, List<String> hosts) throws Exception {
        List<String> addresses = new ArrayList<>();
        for (String host : hosts) {
            addresses.add(rack.addressOf(host));
        }
        String text = Files.readString(draft.resolve(HOSTS));
        for (int i = 0; i < addresses.size(); i++) {
            text = text.replace("192.168.40.1" + i, addresses.get(i));
        }
        Files.writeString(draft.resolve(HOSTS), text);
        copy(rack.inventories().getFirst().resolve(".urania/known_hosts"), draft.resolve(".urania/known_hosts"));

        Path lab = rack.inventories().getLast();
        Files.createDirectories(additions);
        Files.writeString(additions.resolve(HOSTS), "all: {}\n");
        copy(lab.resolve("group_vars/all.yaml"), additions.resolve("group_vars/all.yaml"));
        Files.writeString(
                additions.resolve("group_vars/k8s_cluster.yaml"),
                Files.readString(lab.resolve("group_vars/k8s-cluster.yaml")) + cgroupDriver(lab));
    }

    /** Takes the mark of a comment away: the control plane host is a node for pods too. */
    void runPodsOnTheControlPlane() throws IOException {
        Path hosts = draft.resolve(HOSTS);
        Files.writeString(hosts, Files.readString(hosts).replace("# mymasternode:", "mymasternode:"));
    }

    private static String cgroupDriver(Path lab) throws IOException {
        return Files.readAllLines(lab.resolve(HOSTS)).stream()
                .filter(line -> line.contains("kubelet_cgroup_driver"))
                .findFirst()
                .map(line -> line.strip() + "\n")
                .orElse("");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("..").normalize());
        Files.copy(from, to);
    }
}

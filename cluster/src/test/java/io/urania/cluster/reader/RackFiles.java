package io.urania.cluster.reader;

import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.reader.source.NameLookup;
import io.urania.cluster.value.Address;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes small inventories of a rack into a directory and reads them. */
public final class RackFiles {
    static final String HOSTS = """
            all:
              hosts:
                pandore.example.com: {ansible_host: 10.42.253.40, etcd_member_name: pandore}
                hellenes.example.com: {ansible_host: 10.42.253.41, etcd_member_name: hellenes}
                epimethee.example.com: {ansible_host: 10.42.253.42, etcd_member_name: epimethee}
                pyrrha.example.com:
                  ansible_host: 10.42.253.43
                  node_labels: {my.topology/rack: rpi-rack1, node-role.kubernetes.io/infra: "true"}
                erato.example.com: {ansible_host: 10.42.253.46}
                balance.example.com: {ansible_host: 10.42.253.52}
              children:
                etcd: {hosts: {pandore.example.com: , hellenes.example.com: , epimethee.example.com: }}
                kube-master: {hosts: {pandore.example.com: , hellenes.example.com: , epimethee.example.com: }}
                kube-workers: {hosts: {erato.example.com: }}
                kube-node: {children: {kube-master: , kube-workers: }, hosts: {pyrrha.example.com: }}
                k8s-cluster: {children: {kube-node: }}
                loadbalancer: {hosts: {balance.example.com: }}
            """;
    static final String VARIABLES = """
            kube_version: v1.36.3
            kube_proxy_mode: iptables
            apiserver_loadbalancer_domain_name: api.example.com
            loadbalancer_apiserver: {address: 10.42.253.52, port: 6443}
            """;

    private final Path directory;
    private final Map<String, String> dns;

    public RackFiles(Path directory) {
        this(directory, Map.of());
    }

    public RackFiles(Path directory, Map<String, String> dns) {
        this.directory = directory;
        this.dns = dns;
    }

    /** The rack with further variables for all hosts; a variable that is set again takes the place of the first. */
    public ClusterReading withVariables(String variables) {
        return with(HOSTS, replacing(VARIABLES, variables));
    }

    /** The rack without group loadbalancer, with these variables for all hosts. */
    public ClusterReading withoutBalancer(String variables) {
        return with(
                HOSTS.replace("    loadbalancer: {hosts: {balance.example.com: }}\n", ""),
                "kube_proxy_mode: iptables\n" + variables + "\n");
    }

    /** The rack with something in its hosts file replaced. */
    ClusterReading withHosts(String replaced, String replacement) {
        if (!HOSTS.contains(replaced)) {
            throw new IllegalArgumentException("the hosts file does not contain " + replaced);
        }
        return with(HOSTS.replace(replaced, replacement), VARIABLES);
    }

    ClusterReading with(String hosts, String variables) {
        write("hosts.yaml", hosts);
        write("group_vars/all.yaml", variables);
        return read();
    }

    public void write(String file, String content) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClusterReading read() {
        return read("hosts.yaml");
    }

    ClusterReading read(String hosts) {
        return new ClusterSpecReader(VersionTable.standard(), lookup()).read(inventory(hosts));
    }

    Inventory inventory() {
        return inventory("hosts.yaml");
    }

    private Inventory inventory(String hosts) {
        try {
            return ClusterInventory.load(List.of(directory.resolve(hosts)));
        } catch (InventoryException e) {
            throw new AssertionError(e);
        }
    }

    NameLookup lookup() {
        return name ->
                Optional.ofNullable(dns.get(name)).map(Address::new).stream().toList();
    }

    static List<String> whats(ClusterReading reading) {
        return reading.problems().stream().map(Problem::what).toList();
    }

    static String replacing(String base, String variables) {
        StringBuilder kept = new StringBuilder();
        for (String line : base.lines().toList()) {
            String name = line.substring(0, line.indexOf(':') + 1);
            if (!variables.startsWith(name) && !variables.contains("\n" + name)) {
                kept.append(line).append('\n');
            }
        }
        return kept + variables + "\n";
    }
}

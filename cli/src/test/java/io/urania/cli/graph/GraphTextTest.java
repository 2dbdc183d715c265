package io.urania.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.console.Style;
import io.urania.cluster.reader.TopologyReader;
import io.urania.inventory.Inventory;
import io.urania.inventory.InventoryRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GraphTextTest {

    private static final String HOSTS = """
            all:
              hosts:
                pandore.example.com: {node_labels: {my.topology/rack: r1, my.topology/row: s1}}
                clio.example.com: {node_labels: {my.topology/rack: r2}}
                balance.example.com: {}
                idle.example.com: {}
              children:
                kube_control_plane: {hosts: {pandore.example.com: }}
                etcd: {hosts: {pandore.example.com: }}
                kube_node: {hosts: {clio.example.com: }, children: {kube_control_plane: }}
                loadbalancer: {hosts: {balance.example.com: }}
                kube_infra: {hosts: {clio.example.com: }}
                calico_rr: {hosts: {}}
            """;

    @TempDir
    private Path directory;

    private Inventory inventory;

    @BeforeEach
    void read() throws Exception {
        Path file = Files.writeString(directory.resolve("hosts.yaml"), HOSTS);
        inventory = Inventory.load(InventoryRequest.of(List.of(file)).in(directory));
    }

    @Test
    void groupsAndHostsAreATreeWithRolesAndPlaces() {
        assertThat(String.join("\n", graph(Style.PLAIN, "all", Integer.MAX_VALUE)) + "\n")
                .isEqualTo("""
                all (4 hosts)
                ├── etcd (1 host)
                │   └── pandore.example.com      control plane, etcd, worker  rack r1, row s1
                ├── kube_node (2 hosts)
                │   ├── clio.example.com         infra                        rack r2
                │   └── kube_control_plane (1 host)
                │       └── pandore.example.com  control plane, etcd, worker  rack r1, row s1
                ├── loadbalancer (1 host)
                │   └── balance.example.com      balancer
                ├── kube_infra (1 host)
                │   └── clio.example.com         infra                        rack r2
                ├── calico_rr (no hosts)
                └── ungrouped (1 host)
                    └── idle.example.com
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 60, 40, 20, 12})
    void aNarrowTerminalShowsLess(int columns) {
        assertThat(graph(Style.PLAIN, "all", columns))
                .hasSameSizeAs(graph(Style.PLAIN, "all", Integer.MAX_VALUE))
                .allMatch(line -> line.length() <= columns)
                .anyMatch(line -> line.contains("pando") || columns < 20);
    }

    @Test
    void oneGroupCanBeShownAlone() {
        assertThat(graph(Style.PLAIN, "etcd", 80))
                .containsExactly(
                        "etcd (1 host)", "└── pandore.example.com  control plane, etcd, worker  rack r1, row s1");
    }

    @Test
    void coloursChangeNoCharacter() {
        assertThat(graph(Style.COLOURED, "all", 200).stream()
                        .map(line -> line.replaceAll("\u001b\\[[0-9]+m", ""))
                        .toList())
                .isEqualTo(graph(Style.PLAIN, "all", 200));
    }

    private List<String> graph(Style style, String group, int columns) {
        return new GraphText(inventory, new TopologyReader(inventory).read(), style).of(group, columns);
    }
}

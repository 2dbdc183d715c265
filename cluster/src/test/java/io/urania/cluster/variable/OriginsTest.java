package io.urania.cluster.variable;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.inventory.Inventory;
import io.urania.inventory.InventoryRequest;
import io.urania.inventory.library.LookupPermissions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an inventory sets variables. */
final class OriginsTest {

    @TempDir
    Path directory;

    @Test
    void theTemplatesOfAVariableAreRenderedOnceForAHost() throws Exception {
        Path rendered = directory.resolve("rendered");
        Path hosts = Files.writeString(directory.resolve("hosts.yaml"), """
                all:
                  hosts: {node1: , node2: }
                  vars:
                    bin_dir: "{{ lookup('pipe', 'echo once >> %s; echo /opt/bin') }}"
                """.formatted(rendered));
        Origins origins =
                Origins.of(Inventory.load(InventoryRequest.of(List.of(hosts)).with(new LookupPermissions(true))));

        for (int task = 0; task < 3; task++) {
            for (String host : List.of("node1", "node2")) {
                assertThat(origins.of(host, List.of(EtcdVariables.DATA_DIRECTORY, PathVariables.PROGRAMS)))
                        .singleElement()
                        .satisfies(reason -> {
                            assertThat(reason.variable()).isEqualTo("bin_dir");
                            assertThat(reason.place()).isEqualTo(hosts + ":4:5");
                        });
            }
        }

        assertThat(rendered).hasContent("once\nonce\n");
    }
}

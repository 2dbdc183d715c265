package io.urania.cluster.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.registry.Variables;
import io.urania.inventory.Inventory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry and the reading of a cluster know the same variables. */
class RegistryTest {
    @TempDir
    Path directory;

    @Test
    void everyVariableWithAnEffectIsReadAndEveryOneReadIsRegistered() {
        RackFiles files = new RackFiles(directory);
        files.with(RackFiles.HOSTS, "kube_proxy_mode: iptables\n");
        Inventory inventory = files.inventory();
        VariableReader variables = new VariableReader(inventory);

        new ClusterSpecReader(VersionTable.standard(), files.lookup()).read(inventory, variables);

        List<Variable<?>> effective =
                Variables.all().stream().filter(Variable::hasEffect).toList();
        assertThat(variables.asked()).containsAll(effective);
        assertThat(Variables.all()).containsAll(variables.asked());
    }

    @Test
    void everyVariableThatRefusesValuesIsRead() {
        RackFiles files = new RackFiles(directory);
        files.with(RackFiles.HOSTS, RackFiles.VARIABLES);
        Inventory inventory = files.inventory();
        VariableReader variables = new VariableReader(inventory);

        new ClusterSpecReader(VersionTable.standard(), files.lookup()).read(inventory, variables);

        assertThat(variables.asked())
                .containsAll(Variables.all().stream().filter(Variable::isRead).toList());
    }
}

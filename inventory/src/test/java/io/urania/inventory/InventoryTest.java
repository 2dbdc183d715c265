package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
    @TempDir
    private Path folder;

    private InventoryFiles files;

    @BeforeEach
    void startWithNoFiles() {
        files = new InventoryFiles(folder);
    }

    @Test
    void hostsOfChildrenBelongToTheParent() throws InventoryException {
        Inventory inventory = files.write(
                        "hosts.yaml",
                        "all:",
                        "  children:",
                        "    cluster:",
                        "      children:",
                        "        masters:",
                        "        empty: {}",
                        "    masters:",
                        "      hosts:",
                        "        a:",
                        "        b: {}")
                .load("hosts.yaml");

        assertThat(inventory.hosts("cluster")).containsExactly("a", "b");
        assertThat(inventory.groupsOf("a")).containsExactly("cluster", "masters");
        assertThat(inventory.hosts("empty")).isEmpty();
        assertThat(inventory.hosts("nosuch")).isEmpty();
        assertThat(inventory.hasGroup("empty")).isTrue();
        assertThat(inventory.groups()).contains("all", "ungrouped", "cluster", "masters", "empty");
        assertThat(inventory.positionOf("b")).isEqualTo(new Position(files.path("hosts.yaml"), 10, 9));
    }

    @Test
    void hostsInNoGroupAreUngrouped() throws InventoryException {
        Inventory inventory = files.write("hosts.yaml", "all:", "  hosts:", "    a:", "    b:", "g:", "  hosts: b")
                .load("hosts.yaml");

        assertThat(inventory.hosts("ungrouped")).containsExactly("a");
        assertThat(inventory.hosts()).containsExactly("a", "b");
    }

    @Test
    void rangesAndPortsNameSeveralHosts() throws InventoryException {
        Inventory inventory = files.write(
                        "hosts.yaml", "all:", "  hosts:", "    pi[01:03].lan:2222:", "    'x[a:c:2]':")
                .load("hosts.yaml");

        assertThat(inventory.hosts()).containsExactly("pi01.lan", "pi02.lan", "pi03.lan", "xa", "xc");
        assertThat(plain(inventory, "pi02.lan", "ansible_port")).isEqualTo(java.math.BigInteger.valueOf(2222));
    }

    @Test
    void variablesFollowAnsiblesPrecedence() throws InventoryException {
        Inventory inventory = files.write(
                        "hosts.yaml",
                        "all:",
                        "  vars: {v1: all, v2: all, v3: all, v4: all, v5: all, v6: all}",
                        "  children:",
                        "    g:",
                        "      vars: {v2: group, v3: group, v4: group, v5: group, v6: group}",
                        "      hosts:",
                        "        h: {v5: host, v6: host}")
                .write("group_vars/all.yml", "v3: all file", "v4: all file", "v5: all file", "v6: all file")
                .write("group_vars/g/one", "v4: group file", "v5: group file", "v6: group file")
                .write("host_vars/h.json", "{\"v6\": \"host file\"}")
                .load("hosts.yaml");

        assertThat(plain(inventory, "h", "v1")).isEqualTo("all");
        assertThat(plain(inventory, "h", "v2")).isEqualTo("group");
        assertThat(plain(inventory, "h", "v3")).isEqualTo("all file");
        assertThat(plain(inventory, "h", "v4")).isEqualTo("group file");
        assertThat(plain(inventory, "h", "v5")).isEqualTo("host");
        assertThat(plain(inventory, "h", "v6")).isEqualTo("host file");
        assertThat(inventory.variables("h").places("v6"))
                .hasSize(6)
                .last()
                .hasToString(files.path("host_vars/h.json") + ":1:2");
    }

    @Test
    void theDeeperGroupWinsThenPriorityThenName() throws InventoryException {
        Inventory inventory = files.write(
                        "hosts.yaml",
                        "z: {hosts: h, vars: {depth: z, name: z, priority: z}, children: {deep: }}",
                        "b: {hosts: h, vars: {name: b, priority: b}}",
                        "a: {hosts: h, vars: {depth: a, priority: a, ansible_group_priority: 10}}",
                        "deep: {hosts: h, vars: {depth: deep}}")
                .load("hosts.yaml");

        assertThat(plain(inventory, "h", "depth")).isEqualTo("deep");
        assertThat(plain(inventory, "h", "name")).isEqualTo("z");
        assertThat(plain(inventory, "h", "priority")).isEqualTo("a");
        assertThat(inventory.variables("h").names()).doesNotContain("ansible_group_priority");
    }

    @Test
    void theFirstExtensionHidesTheOthersAndFoldersAreReadInOrder() throws InventoryException {
        Inventory inventory = files.write("hosts", "g: {hosts: h}")
                .write("group_vars/all.yaml", "hidden: true")
                .write("group_vars/all/20.yml", "v: twenty")
                .write("group_vars/all/10/deep.yaml", "v: ten", "deep: true")
                .write("group_vars/all/x.YML", "ignored: true")
                .write("group_vars/all/.hidden.yml", "ignored: true")
                .write("group_vars/all/old~", "ignored: true")
                .load("hosts");

        assertThat(inventory.variables("h").names()).containsExactly("deep", "v");
        assertThat(plain(inventory, "h", "v")).isEqualTo("twenty");
    }

    @Test
    void laterSourcesAddToEarlierOnesAndWin() throws InventoryException {
        Inventory inventory = files.write("one/hosts.yaml", "g: {hosts: {h: {a: 1, b: 1}}}")
                .write("one/group_vars/g.yml", "c: 1", "d: 1")
                .write("two/hosts.yaml", "g: {hosts: {h: {b: 2}, i: }}")
                .write("two/group_vars/g.yml", "d: 2")
                .load("one", "two/hosts.yaml");

        assertThat(inventory.hosts("g")).containsExactly("h", "i");
        assertThat(inventory.directory()).isEqualTo(files.path("one"));
        assertThat(inventory.variables("h").names()).containsExactly("a", "b", "c", "d");
        assertThat(plain(inventory, "h", "b")).hasToString("2");
        assertThat(plain(inventory, "h", "c")).hasToString("1");
        assertThat(plain(inventory, "h", "d")).hasToString("2");
    }

    @Test
    void variablesOfTheWorkingDirectoryWinOverTheInventorys() throws InventoryException {
        files.write("inv/hosts.yaml", "g: {hosts: h}")
                .write("inv/group_vars/g.yml", "v: inventory", "w: inventory")
                .write("work/group_vars/all.yml", "v: working directory", "u: working directory")
                .write("work/group_vars/g.yml", "w: working directory");
        Inventory inventory = Inventory.load(InventoryRequest.of(java.util.List.of(files.path("inv/hosts.yaml")))
                .in(files.path("work")));

        assertThat(plain(inventory, "h", "v")).isEqualTo("inventory");
        assertThat(plain(inventory, "h", "w")).isEqualTo("working directory");
        assertThat(plain(inventory, "h", "u")).isEqualTo("working directory");
    }

    @Test
    void aFolderIsReadWithoutWhatIsNoInventory() throws InventoryException {
        Inventory inventory = files.write("inv/b.yaml", "g: {vars: {v: b}}")
                .write("inv/a.yaml", "g: {hosts: h, vars: {v: a}}")
                .write("inv/sub/c.yml", "g: {hosts: i}")
                .write("inv/README.md", "not\tyaml")
                .write("inv/.urania/journal.yaml", "- not an inventory")
                .write("inv/credentials/key.creds", "secret")
                .write("inv/artifacts/admin.conf", "kind: Config")
                .load("inv");

        assertThat(inventory.hosts()).containsExactly("h", "i");
        assertThat(plain(inventory, "h", "v")).isEqualTo("b");
    }

    @Test
    void everyPlaceThatSetsANameIsKnown() throws InventoryException {
        Inventory inventory = files.write("hosts.yaml", "g: {hosts: {h: {port: 1}}}")
                .write("group_vars/all.yml", "loadbalancer_apiserver:", "address: 10.0.0.1", "port: 6443")
                .load("hosts.yaml");

        assertThat(inventory.variablePlaces().get("port"))
                .extracting(Position::line)
                .containsExactly(3, 1);
        assertThat(plain(inventory, "h", "loadbalancer_apiserver")).isNull();
    }

    @Test
    void anUnknownHostHasNoVariables() throws InventoryException {
        Inventory inventory = files.write("hosts.yaml", "g: {hosts: h}").load("hosts.yaml");

        assertThatThrownBy(() -> inventory.variables("i")).isInstanceOf(IllegalArgumentException.class);
    }

    private static @Nullable Object plain(Inventory inventory, String host, String variable) throws InventoryException {
        return inventory.variables(host).value(variable).orElseThrow().plain();
    }
}

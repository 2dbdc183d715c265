package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdditionsTest {
    private static final Position BUILT_IN = new Position(Path.of("built in"), 1, 1);

    @TempDir
    private Path folder;

    private InventoryFiles files;

    @BeforeEach
    void startWithTwoGroups() {
        files = new InventoryFiles(folder)
                .write(
                        "hosts.yaml",
                        "masters: {hosts: {a: , b: {port: 1}}}",
                        "workers: {hosts: {b: , c: }}",
                        "others: {hosts: {d: }}")
                .write("group_vars/cluster.yaml", "mine: cluster")
                .write(
                        "group_vars/all.yaml",
                        "url: http://{{ name }}:{{ port }}",
                        "sum: '{{ port + 1 }}'",
                        "many: \"{{ groups['cluster'] }}\"");
    }

    @Test
    void aGroupMayBeMadeOfOthers() throws InventoryException {
        Inventory inventory = load(Map.of("cluster", List.of("masters", "workers", "nosuch")), Map.of());

        assertThat(inventory.hosts("cluster")).containsExactly("a", "b", "c");
        assertThat(inventory.addedTo("cluster")).containsExactly("a", "b", "c");
        assertThat(inventory.groupsOf("b")).containsExactly("cluster", "masters", "workers");
        assertThat(inventory.positionOf("cluster")).isNull();
        assertThat(plain(inventory, "c", "mine")).isEqualTo("cluster");
        assertThat(plain(inventory, "d", "mine")).isNull();
        assertThat(plain(inventory, "d", "many")).isEqualTo(List.of("a", "b", "c"));
        assertThat(inventory.warnings()).isEmpty();
    }

    @Test
    void aGroupMadeOfOthersMayBeUsedByTheNext() throws InventoryException {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("workers", List.of("others"));
        groups.put("cluster", List.of("workers"));

        Inventory inventory = load(groups, Map.of());

        assertThat(inventory.hosts("cluster")).containsExactly("b", "c", "d");
        assertThat(inventory.addedTo("workers")).containsExactly("d");
        assertThat(inventory.children("all")).contains("cluster", "workers");
    }

    @Test
    void nothingIsMadeOfGroupsThatAreNotThere() throws InventoryException {
        Inventory inventory = load(Map.of("cluster", List.of("nosuch")), Map.of());

        assertThat(inventory.hasGroup("cluster")).isFalse();
        assertThat(inventory.warnings()).hasSize(1);
    }

    @Test
    void templatesFindDefaultsWhereNothingIsSet() throws InventoryException {
        Inventory inventory = load(
                Map.of(),
                Map.of(
                        "name", new TextValue("{{ inventory_hostname }}.lan", BUILT_IN),
                        "port", new IntegerValue(6443, BUILT_IN)));

        assertThat(plain(inventory, "a", "url")).isEqualTo("http://a.lan:6443");
        assertThat(plain(inventory, "b", "url")).isEqualTo("http://b.lan:1");
        assertThat(plain(inventory, "a", "sum")).hasToString("6444");
    }

    @Test
    void defaultsAreNoVariablesOfTheInventory() throws InventoryException {
        Inventory inventory = load(Map.of(), Map.of("name", new TextValue("x", BUILT_IN)));

        assertThat(inventory.variables("a").value("name")).isEmpty();
        assertThat(inventory.variables("a").unrendered("name")).isEmpty();
        assertThat(inventory.variables("a").names()).doesNotContain("name");
        assertThat(inventory.variablePlaces()).doesNotContainKey("name");
    }

    @Test
    void aWrongDefaultIsToldAtItsOwnPlaceAndOnlyWhenItIsNeeded() throws InventoryException {
        Inventory inventory = load(Map.of(), Map.of("port", new TextValue("{{ 1 | nosuch }}", BUILT_IN)));

        assertThat(plain(inventory, "b", "sum")).hasToString("2");
        assertThatThrownBy(() -> plain(inventory, "a", "sum"))
                .isInstanceOf(InventoryException.class)
                .hasMessageStartingWith("built in:1:");
    }

    private Inventory load(Map<String, List<String>> groups, Map<String, Value> defaults) throws InventoryException {
        return Inventory.load(files.request("hosts.yaml").with(new Additions(groups, defaults)));
    }

    private static @Nullable Object plain(Inventory inventory, String host, String name) throws InventoryException {
        return inventory.variables(host).value(name).map(Value::plain).orElse(null);
    }
}

package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.problem.Position;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtraVariablesTest {
    @TempDir
    private Path folder;

    private InventoryFiles files;

    @BeforeEach
    void write() {
        files = new InventoryFiles(folder).write("hosts.yaml", "g: {hosts: {h: {a: 1, b: 2}}}");
    }

    @Test
    void winOverAllOthersAndLaterOnesOverEarlier() throws Exception {
        HostVariables variables = load("a=two", "{a: [3], b: yes}", "c='x y' d=\"{{ b }} z\"");

        assertThat(plain(variables, "a")).hasToString("[3]");
        assertThat(plain(variables, "b")).isEqualTo(true);
        assertThat(plain(variables, "c")).isEqualTo("x y");
        assertThat(plain(variables, "d")).isEqualTo("True z");
        assertThat(variables.places("a"))
                .extracting(Position::toString)
                .containsExactly(folder.resolve("hosts.yaml") + ":1:17", "-e:1:1", "-e:2:2");
    }

    @Test
    void valuesOfPairsAreTexts() throws Exception {
        assertThat(plain(load("a=1"), "a")).isEqualTo("1");
    }

    @Test
    void comeFromAFile() throws Exception {
        files.write("elsewhere/extra.yml", "a: 0644");

        assertThat(plain(load("@extra.yml"), "a")).hasToString("420");
    }

    @Test
    void aDirectoryIsNoFileOfVariables() {
        assertThatThrownBy(() -> load("@" + folder))
                .hasMessageContaining("a directory")
                .hasMessageContaining("-e @FILE");
        assertThatThrownBy(() -> load("@nowhere.yml")).hasMessageContaining("no such file or directory");
    }

    @Test
    void whatSetsNothingIsRefused() {
        assertThatThrownBy(() -> load("a=1 lonely")).hasMessageStartingWith("-e:1:5: 'lonely' sets nothing");
        assertThatThrownBy(() -> load("./file")).hasMessageContaining("write @./file");
        assertThatThrownBy(() -> load("a='b")).hasMessageContaining("a quote is never closed");
        assertThatThrownBy(() -> load("a: 1")).hasMessageContaining("write {a: 1}");
        files.write("elsewhere/vars.yml", "a: 1");
        assertThatThrownBy(() -> load("vars.yml")).hasMessageContaining("write @vars.yml");
        assertThatThrownBy(() -> load("[1]")).hasMessageContaining("a mapping is expected");
    }

    private HostVariables load(String... extra) throws InventoryException {
        return Inventory.load(files.request("hosts.yaml").withExtraVariables(List.of(extra)))
                .variables("h");
    }

    private static Object plain(HostVariables variables, String name) throws InventoryException {
        return variables.value(name).orElseThrow().plain();
    }
}

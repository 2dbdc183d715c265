package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inventories in INI; what Ansible makes of many more values is seen by the differential test. */
class IniInventoryTest {
    @TempDir
    private Path folder;

    private InventoryFiles files;

    @BeforeEach
    void files() {
        files = new InventoryFiles(folder);
    }

    @Test
    void readsHostsRangesGroupsAndTheirVariables() throws Exception {
        files.write(
                "hosts.ini",
                "lonely",
                "[masters]  # three of them",
                "pi[1:3]:2222 ansible_user='pi pi' rack=1 # comment",
                "; comment",
                "[workers]",
                "pi4",
                "[all:vars]",
                "domain = example.com",
                "[cluster:children]",
                "masters",
                "workers");
        Inventory inventory = files.load("hosts.ini");

        assertThat(inventory.hosts("cluster")).containsExactly("pi1", "pi2", "pi3", "pi4");
        assertThat(inventory.groupsOf("lonely")).containsExactly("ungrouped");
        assertThat(plain(inventory, "pi2"))
                .containsEntry("ansible_user", "pi pi")
                .containsEntry("domain", "example.com")
                .hasEntrySatisfying("rack", rack -> assertThat(rack).hasToString("1"))
                .hasEntrySatisfying("ansible_port", port -> assertThat(port).hasToString("2222"));
        assertThat(inventory.variables("pi2").places("rack"))
                .singleElement()
                .hasToString(folder.resolve("hosts.ini") + ":3:35");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | 1",
                "0x1f | 31",
                "1_000 | 1000",
                "017 | 017",
                "True | true",
                "true | true",
                "None | null",
                "[1, 'a'] | [1, a]",
                "{'a': 1} | {a=1}",
                "1,2 | [1, 2]",
                "\"quoted\" | quoted",
                "'a' 'b' | ab",
                "{{ x }} | {{ x }}",
                "1 # c | 1",
                "a#b | a#b"
            })
    void readsValuesOfSectionsAsPythonLiterals(String written, String meant) throws Exception {
        files.write("hosts.ini", "h", "[all:vars]", "value=" + written);

        assertThat(String.valueOf(files.load("hosts.ini")
                        .variables("h")
                        .unrendered("value")
                        .orElseThrow()
                        .plain()))
                .isEqualTo(meant);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        files.write(
                "hosts.ini",
                "[masters",
                "[my group]",
                "[web:hosst]",
                "pi 'unclosed",
                "pi1 nothing",
                "[workers:vars]",
                "no equals sign",
                "[all:children]",
                "wokers",
                "[last]",
                "pi2 x=\"{{ 'y' }}\"",
                "pi3 y=\"{{ {1: 2} }}\"");

        assertThat(files.problems("hosts.ini"))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .startsWith("hosts.ini:1:1: '[masters' is not a valid host name or range"),
                        problem -> assertThat(problem).startsWith("hosts.ini:2:1: '[my group]' is not a valid section"),
                        problem ->
                                assertThat(problem).startsWith("hosts.ini:3:1: 'hosst' is not a valid kind of section"),
                        problem -> assertThat(problem).startsWith("hosts.ini:4:1: the line cannot be parsed"),
                        problem -> assertThat(problem).startsWith("hosts.ini:5:5: 'nothing' sets nothing"),
                        problem -> assertThat(problem).startsWith("hosts.ini:6:1: group 'workers' is not declared"),
                        problem -> assertThat(problem).startsWith("hosts.ini:7:1: 'no equals sign' sets nothing"),
                        problem -> assertThat(problem).startsWith("hosts.ini:9:1: group 'wokers' is not declared"),
                        problem -> assertThat(problem).startsWith("hosts.ini:11:7: '{{ 'y' }}' is not a valid value"),
                        problem ->
                                assertThat(problem).startsWith("hosts.ini:12:7: '{{ {1: 2} }}' is not a valid value"));
    }

    /** What such a section contains is told of as what was meant, or not at all. */
    @Test
    void aWrongSectionIsTheOnlyProblem() {
        files.write("hosts.ini", "[web]", "pi1", "[all:childrn]", "web", "[web:xyz]", "web", "[the web]", "a b");

        assertThat(files.problems("hosts.ini"))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("hosts.ini:3:1: 'childrn' is not a valid kind"),
                        problem -> assertThat(problem).startsWith("hosts.ini:5:1: 'xyz' is not a valid kind"),
                        problem -> assertThat(problem).startsWith("hosts.ini:7:1: '[the web]' is not a valid section"));
    }

    @Test
    void aGroupOfItsOnlyMembersNameIsNoMatter() throws Exception {
        files.write("hosts.ini", "[bastion]", "bastion", "[web]", "web", "pi1");

        assertThat(files.load("hosts.ini").warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).startsWith("'web' names a host and a group"));
    }

    @Test
    void aFileWithoutAnExtensionIsReadAsWhatItIs() throws Exception {
        files.write("ini", "[g]", "h x=1").write("yaml", "g:", "  hosts:", "    h:", "      x: 1");

        for (String name : List.of("ini", "yaml")) {
            assertThat(files.load(name).hosts("g")).containsExactly("h");
        }
    }

    @Test
    void aByteOrderMarkIsRefused() {
        files.write("hosts.ini", "\uFEFFh");

        assertThat(files.problems("hosts.ini")).first().asString().contains("byte order mark");
    }

    @Test
    void hostsCanBeNamedThemselves() throws Exception {
        Inventory inventory =
                Inventory.load(InventoryRequest.of(Arrays.asList(Path.of("pi1,pi2:2222,[2001:db8::1]:22")))
                        .in(folder));

        assertThat(inventory.hosts()).containsExactlyInAnyOrder("pi1", "pi2", "2001:db8::1");
        assertThat(plain(inventory, "pi2")).containsOnlyKeys("ansible_port");
    }

    private static Map<String, Object> plain(Inventory inventory, String host) {
        Map<String, Object> values = new TreeMap<>();
        HostVariables variables = inventory.variables(host);
        variables
                .names()
                .forEach(name -> values.put(
                        name, variables.unrendered(name).map(Value::plain).orElseThrow()));
        return values;
    }
}

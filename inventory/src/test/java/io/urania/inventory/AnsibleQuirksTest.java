package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.inventory.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the comparison with Ansible on random inventories found, each as the smallest inventory that shows it. */
class AnsibleQuirksTest {
    @TempDir
    private Path folder;

    private InventoryFiles files;

    @BeforeEach
    void files() {
        files = new InventoryFiles(folder);
    }

    @Test
    void aFileThatIsJsonIsReadByTheRulesOfJson() throws Exception {
        files.write("json", "{\"g\": {\"hosts\": {\"h\": {\"x\": 1e3, \"y\": \"\\ud83d\\ude00\\/\"}}}}")
                .write("yaml", "{g: {hosts: {h: {x: 1e3}}}}");

        assertThat(plain(files.load("json"), "x")).isEqualTo(1000.0);
        assertThat(plain(files.load("json"), "y")).isEqualTo("😀/");
        assertThat(plain(files.load("yaml"), "x")).isEqualTo("1e3");
    }

    @Test
    void datesAndTimesAreThoseOfPython() throws Exception {
        files.write(
                "hosts.yaml",
                "g: {hosts: {h: {a: 2001-12-14, b: 2001-12-14t21:59:43.10-05:00, c: 2001-1-1, d: 2001-12-14 21:59:43Z}}}");
        Inventory inventory = files.load("hosts.yaml");

        assertThat(plain(inventory, "a")).isEqualTo("2001-12-14");
        assertThat(plain(inventory, "b")).isEqualTo("2001-12-14T21:59:43.100000-05:00");
        assertThat(plain(inventory, "c")).isEqualTo("2001-1-1");
        assertThat(plain(inventory, "d")).isEqualTo("2001-12-14T21:59:43+00:00");
        assertThat(files.write("bad.yaml", "g: {hosts: {h: {a: 2001-02-30}}}").problems("bad.yaml"))
                .singleElement()
                .asString()
                .startsWith("bad.yaml:1:20: '2001-02-30' is not a valid date");
    }

    @Test
    void keysThatAreNoTextAreNotTheTextThatLooksLikeThem() throws Exception {
        files.write("hosts.yaml", "g: {hosts: {h: {ports: {80: web, '443': tls, yes: x, 2001-12-14: d}}}}")
                .write("hosts.ini", "h", "[all:vars]", "ports={80: 'web', '443': 'tls', True: 'x'}")
                .write(
                        "group_vars/all.yml",
                        "a: \"{{ ports[80] }} {{ ports['80'] is defined }} {{ 443 in ports }} {{ ports[true] }}\"");

        assertThat(files.load("hosts.yaml")
                        .variables("h")
                        .value("a")
                        .orElseThrow()
                        .plain())
                .isEqualTo("web False False x");
        assertThat(files.load("hosts.ini")
                        .variables("h")
                        .value("a")
                        .orElseThrow()
                        .plain())
                .isEqualTo("web False False x");
        assertThat(files.load("hosts.yaml").listing(false).yaml())
                .contains(" 80: web\n", " '443': tls\n", " true: x\n", " 2001-12-14: d");
        assertThat(files.write("twice.yaml", "g: {hosts: {h: {ports: {80: web, '80': web}}}}")
                        .problems("twice.yaml"))
                .singleElement()
                .asString()
                .contains("'80' is set twice");
    }

    @Test
    void theTagUnsafeDecidesAnewWhatTheCharactersMean() throws Exception {
        files.write("hosts.yaml", "g: {hosts: {h: {a: !unsafe '5', b: !unsafe ['{{ x }}']}}}");
        Inventory inventory = files.load("hosts.yaml");

        assertThat(plain(inventory, "a")).hasToString("5");
        assertThat(inventory.listing(false).json("h")).contains("\"__ansible_unsafe\": \"{{ x }}\"");
    }

    @Test
    void bytesInIniAreNoTemplates() throws Exception {
        files.write("hosts.ini", "h", "[all:vars]", "a=b'{{ x }}'");

        assertThat(files.load("hosts.ini")
                        .variables("h")
                        .value("a")
                        .orElseThrow()
                        .plain())
                .isEqualTo("{{ x }}");
    }

    @Test
    void variableFilesOfALaterSourceWinOverDeeperGroupsOfAnEarlierOne() throws Exception {
        files.write("one/hosts.yaml", "outer: {children: {inner: {hosts: {h: }}}}")
                .write("one/group_vars/inner.yml", "x: inner of the first")
                .write("two/hosts.yaml", "outer: {hosts: {h: }}")
                .write("two/group_vars/outer.yml", "x: outer of the second");

        assertThat(plain(files.load("one/hosts.yaml", "two/hosts.yaml"), "x")).isEqualTo("outer of the second");
    }

    @Test
    void anAnchorThatIsSetTwiceIsRefused() {
        files.write("hosts.yaml", "g:", "  vars: {a: &x 1, b: &x 2}", "  hosts: {h: }");

        assertThat(files.problems("hosts.yaml"))
                .singleElement()
                .asString()
                .startsWith("hosts.yaml:2:22: the anchor '&x' is set twice");
    }

    @Test
    void whichOfTwoMergedMappingsWinsIsToldWherePyyamlIsNotOfOneMind() throws Exception {
        files.write(
                "hosts.yaml",
                "g:",
                "  vars:",
                "    one: &one {key: 1}",
                "    two: &two {key: 2}",
                "    both: {<<: [*one, *two]}",
                "  hosts: {h: }");

        assertThat(plain(files.load("hosts.yaml"), "both")).hasToString("{key=1}");
        assertThat(files.problems("hosts.yaml"))
                .singleElement()
                .asString()
                .startsWith("hosts.yaml:4:16: two of the mappings merged by '<<' at line 5 have 'key'");
    }

    @Test
    void anInventoryMayHaveNoHosts() throws Exception {
        files.write("hosts.ini", "[masters]", "# pi1", "[cluster:children]", "masters");
        Inventory inventory = files.load("hosts.ini");

        assertThat(inventory.hosts()).isEmpty();
        assertThat(inventory.listing(false).json()).contains("\"hostvars\": {}", "\"masters\"");
    }

    @Test
    void tabsBetweenTokensOfALineAreWhiteSpace() throws Exception {
        files.write(
                "hosts.yaml",
                "g:",
                "  hosts:",
                "    h:",
                "      a:\t1",
                "      b: \t 2",
                "      c: {x:\t1,\ty: 2}",
                "      d: \"q\"\t# c",
                "      e:\t# c",
                "        f: 1",
                "      g:\t",
                "        - 1",
                "      \"k\"\t: 3",
                "      m\t: 3",
                "      n:\t[1,\t😀,\t2\t]",
                "      o:\t|",
                "        t\tt",
                "      p: x\ty");
        Inventory inventory = files.load("hosts.yaml");

        assertThat(plain(inventory, "a")).hasToString("1");
        assertThat(plain(inventory, "b")).hasToString("2");
        assertThat(plain(inventory, "c")).hasToString("{x=1, y=2}");
        assertThat(plain(inventory, "d")).isEqualTo("q");
        assertThat(plain(inventory, "e")).hasToString("{f=1}");
        assertThat(plain(inventory, "g")).hasToString("[1]");
        assertThat(plain(inventory, "k")).hasToString("3");
        assertThat(plain(inventory, "m")).hasToString("3");
        assertThat(plain(inventory, "n")).hasToString("[1, 😀, 2]");
        assertThat(plain(inventory, "o")).isEqualTo("t\tt\n");
        assertThat(plain(inventory, "p")).isEqualTo("x\ty");
        assertThat(inventory.variables("h").places("b").getFirst()).hasToString(files.path("hosts.yaml") + ":5:7");
    }

    @Test
    void tabsThatIndentAreRefused() {
        files.write("dash.yaml", "g:", "  hosts:", "    h:", "      a:", "        -\tx")
                .write("line.yaml", "g:", "  hosts:", "    h:", "\ta: 1");

        assertThat(files.problems("dash.yaml")).singleElement().asString().startsWith("dash.yaml:5:10: a tab");
        assertThat(files.problems("line.yaml")).singleElement().asString().startsWith("line.yaml:4:1: a tab");
    }

    @Test
    void theRankOfAGroupIsExported() throws Exception {
        files.write(
                        "hosts.ini",
                        "[web]",
                        "h",
                        "[db]",
                        "h",
                        "[web:vars]",
                        "ansible_group_priority=10",
                        "x=1",
                        "[db:vars]",
                        "x=2")
                .write("one.yaml", "web: {hosts: {h: }, vars: {ansible_group_priority: 1}}");
        Inventory inventory = files.load("hosts.ini");
        files.write("again.yaml", inventory.listing(true).yaml());

        assertThat(inventory.listing(true).json()).contains("\"ansible_group_priority\": 10");
        assertThat(inventory.listing(false).json()).doesNotContain("ansible_group_priority");
        assertThat(inventory.listing(false).graph("web", true)).contains("{ansible_group_priority = 10}");
        assertThat(inventory.groupPriorities()).singleElement().hasToString(files.path("hosts.ini") + ":6:1");
        assertThat(plain(files.load("again.yaml"), "x"))
                .isEqualTo(plain(inventory, "x"))
                .hasToString("1");
        assertThat(files.load("one.yaml").listing(true).json()).doesNotContain("ansible_group_priority");
    }

    @Test
    void ungroupedIsLeftAlone() {
        files.write("below.yaml", "g: {children: {ungrouped: {hosts: {h: }}}}")
                .write("above.yaml", "ungrouped: {children: {g: {hosts: {h: }}}}")
                .write("namesake.yaml", "g: {hosts: {h: }}", "all: {hosts: {g: }}");

        assertThat(files.problems("below.yaml")).first().asString().contains("'ungrouped' is below 'g'");
        assertThat(files.problems("above.yaml")).first().asString().contains("'g' is below 'ungrouped'");
        assertThat(files.problems("namesake.yaml")).first().asString().contains("has the name of a group");
    }

    private static Object plain(Inventory inventory, String name) {
        return inventory.variables("h").unrendered(name).map(Value::plain).orElseThrow();
    }
}

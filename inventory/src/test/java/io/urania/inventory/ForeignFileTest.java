package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.inventory.problem.InventoryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie beside inventories in a folder, and are none. */
class ForeignFileTest {
    private static final String MANIFEST = """
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: x
              annotations: {a: b}
            ---
            apiVersion: v1
            kind: Namespace
            """;

    @TempDir
    private Path folder;

    private InventoryFiles files;

    @BeforeEach
    void anInventory() {
        files = new InventoryFiles(folder);
        files.write("inv/hosts.yaml", "g: {hosts: {h: {x: 1}}}");
    }

    @Test
    void whatKubeadmMergesIntoItsManifestsIsNotRead() throws Exception {
        files.write("inv/patches/kube-apiserver+merge.yaml", MANIFEST);

        assertThat(files.load("inv").hosts()).containsExactly("h");
        assertThat(files.load("inv").groups()).containsExactly("all", "ungrouped", "g");
        assertThat(files.problems("inv")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifests/a.yaml", "a.yml", "a.txt.j2", "a"})
    void aManifestIsAWarning(String name) throws Exception {
        files.write("inv/" + name, MANIFEST);

        assertThat(files.load("inv").hosts()).containsExactly("h");
        assertThat(files.problems("inv"))
                .containsExactly("inv/" + name
                        + ":1:1: not an inventory, and not read; it is a Kubernetes manifest; move it out of"
                        + " the inventory's directory, or pass the hosts file with -i");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- op: replace\n  path: /spec",
                "- hosts: all\n  roles: [x]",
                "kube_version: v1.36.3\ndomain: {lab: x}",
                "services:\n  web: {image: x}",
                "collections:\n  - name: x",
                "some text",
            })
    void yamlWithoutGroupsIsAWarning(String content) throws Exception {
        files.write("inv/z.yml", content);

        assertThat(files.load("inv").hosts()).containsExactly("h");
        assertThat(files.problems("inv"))
                .singleElement()
                .asString()
                .startsWith("inv/z.yml:1:1: not an inventory, and not read");
    }

    @Test
    void textThatIsNoIniIsAWarning() throws Exception {
        files.write("inv/cluster.tfvars", "# Terraform", "cluster_name = \"x y\"", "nodes = 3 # three");

        assertThat(files.load("inv").hosts()).containsExactly("h");
        assertThat(files.problems("inv"))
                .singleElement()
                .asString()
                .contains("cluster.tfvars:2:16: not an inventory, and not read; it has no section, and ");
    }

    @Test
    void whatIsNoTextIsAWarning() throws Exception {
        Files.write(folder.resolve("inv/backup.tgz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});

        assertThat(files.load("inv").hosts()).containsExactly("h");
        assertThat(files.problems("inv"))
                .singleElement()
                .asString()
                .contains("backup.tgz:1:1: the file is not UTF-8 text");
    }

    @Test
    void aGroupThatIsThereOfNothingIsAnInventory() throws Exception {
        files.write("inv/more.yaml", "g2:", "g3: {}");

        assertThat(files.load("inv").groups()).contains("g2", "g3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all: {host: {i: }}",
                "g: {hosts: {i: }, nonsense: 1}",
                "g:\n  hosts:\n\ti:",
                "g: {childern: {i: }}",
                "plugin: aws_ec2"
            })
    void aMistakeInAnInventoryIsRefused(String content) {
        files.write("inv/more.yaml", content);

        assertThat(files.problems("inv")).isNotEmpty().noneMatch(problem -> problem.contains("not an inventory, and"));
        assertThat(files.problems("inv")).anyMatch(problem -> problem.startsWith("inv/more.yaml:"));
        assertThatThrownBy(() -> files.load("inv")).isInstanceOf(InventoryException.class);
    }

    @Test
    void brokenYamlWithoutAnExtensionIsRefused() {
        files.write("inv/90", "---", "g:", "  hosts:", "    i:", "      x: >y");

        assertThat(files.problems("inv")).singleElement().asString().startsWith("inv/90:5:");
    }

    @Test
    void aFileWhoseNameSaysThatItIsAnInventoryIsRefused() {
        files.write("inv/hosts-2.yaml", "- i").write("inv/more.ini", "[g]", "i x", "j");

        assertThat(files.problems("inv"))
                .anyMatch(problem ->
                        problem.startsWith("inv/hosts-2.yaml:1:1: an inventory that is a value of type list"))
                .anyMatch(problem -> problem.startsWith("inv/more.ini:2:3: 'x' sets nothing"));
    }

    @Test
    void aFileThatIsNamedWithTheOptionIsRefused() {
        files.write("z.yml", "- a");

        assertThat(files.problems("z.yml"))
                .singleElement()
                .asString()
                .contains("an inventory that is a value of type list");
    }

    @Test
    void aFileOfTheOtherFormatIsToldOnce() {
        List<String> yaml =
                List.of("all:", "  hosts:", "    pi1:", "      ansible_host: 10.0.0.1", "    pi2:", "      x: 1");
        files.write("hosts.ini", String.join("\n", yaml))
                .write("marked.ini", "---", "all:", "  hosts:", "    pi1:")
                .write("hosts.yml", "# nodes", "[kube_node]", "pi1 ansible_host=10.0.0.1", "", "[etcd]", "pi1");

        assertThat(files.problems("hosts.ini"))
                .containsExactly(
                        "hosts.ini:1:1: 'all:' is not a host; it looks like YAML, and the file is read as INI; rename the"
                                + " file to .yaml if it is YAML");
        assertThat(files.problems("marked.ini"))
                .singleElement()
                .asString()
                .startsWith("marked.ini:1:1: '---' is not a host; it looks like YAML");
        assertThat(files.problems("hosts.yml"))
                .containsExactly(
                        "hosts.yml:1:1: an inventory in INI; its name says that it is YAML, and it is read as YAML; rename"
                                + " the file: .ini in place of its extension");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hosts:\n    pi1\n    pi2", "hosts: pi1, pi2", "children:\n    pi1\n    pi2"})
    void namesWithoutColonsAreTold(String section) {
        files.write("hosts.yaml", "kube_node:", "  " + section);

        assertThat(files.problems("hosts.yaml"))
                .singleElement()
                .asString()
                .contains("of group 'kube_node' has names without ':'")
                .endsWith("write each name on a line of its own with ':' after it: pi1: and pi2:");
    }
}

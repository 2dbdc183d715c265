package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.inventory.library.LookupPermissions;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.value.ListValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    @TempDir
    private Path folder;

    private InventoryFiles files;

    @BeforeEach
    void startWithTwoHosts() {
        files = new InventoryFiles(folder)
                .write(
                        "hosts.yaml",
                        "masters:",
                        "  hosts:",
                        "    a.lan: {own: 1}",
                        "    b.lan: {own: 2}",
                        "rack: {children: {masters: }}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{ inventory_hostname }}|a.lan",
                "{{ inventory_hostname_short }}|a",
                "{{ group_names }}|[masters, rack]",
                "{{ groups['masters'] }}|[a.lan, b.lan]",
                "{{ groups.masters }}|[a.lan, b.lan]",
                "{{ hostvars['b.lan'].own }}|2",
                "{{ hostvars['b.lan']['inventory_hostname'] }}|b.lan",
                "{{ hostvars['b.lan'].twice }}|4",
                "{{ hostvars['c.lan'].own ; default('none') }}|none",
                "{% for h in groups['rack'] %}{{ hostvars[h].own }},{% endfor %}|1,2,",
                "{{ 'a.lan' in hostvars }}|true",
                "{{ '10.0.0.0/24' ; ipaddr('prefix') }}|24",
                "{{ lookup('env', 'URANIA_NO_SUCH_VARIABLE') ; length }}|0",
                "{{ playbook_dir is defined }}|false",
            })
    void knowsWhatAnsibleItselfProvides(String template, String expected) throws Exception {
        files.write("group_vars/all.yml", "twice: '{{ own * 2 }}'", "v: \"" + template.replace(';', '|') + "\"");

        assertThat(value("v")).hasToString(expected);
    }

    @Test
    void theInventorysDirectoryIsTheOneThatNamesTheHostFirst() throws Exception {
        files.write("second/hosts.yaml", "masters: {hosts: {a.lan: , c.lan: }}")
                .write("group_vars/all.yml", "v: '{{ inventory_dir }} {{ inventory_file }}'");
        Inventory inventory = files.load("hosts.yaml", "second/hosts.yaml");

        assertThat(inventory.variables("a.lan").value("v").orElseThrow().plain())
                .isEqualTo(folder + " " + folder.resolve("hosts.yaml"));
        assertThat(inventory.variables("c.lan").value("v").orElseThrow().plain())
                .isEqualTo(folder.resolve("second") + " " + folder.resolve("second/hosts.yaml"));
    }

    @Test
    void textThatSpellsAListIsAListWhereOneIsWanted() throws Exception {
        files.write(
                "group_vars/all.yml",
                "v: >-",
                "  {%- if cidr is defined -%}",
                "  [{{ cidr }}, 'b']",
                "  {%- else -%}",
                "  []",
                "  {%- endif -%}",
                "w: x");
        Inventory inventory = files.load("hosts.yaml");
        files.write("group_vars/masters.yml", "cidr: 10.0.0.0/8");
        Inventory second = files.load("hosts.yaml");

        assertThat(inventory
                        .variables("a.lan")
                        .value("v")
                        .orElseThrow()
                        .asList()
                        .map(ListValue::plain))
                .hasValueSatisfying(list -> assertThat(list).isEmpty());
        assertThat(second.variables("a.lan").value("v").orElseThrow().asList().map(ListValue::plain))
                .hasValueSatisfying(list -> assertThat(list).isEqualTo(List.of("10.0.0.0/8", "b")));
        assertThat(inventory.variables("a.lan").value("w").orElseThrow().asList())
                .isEmpty();
    }

    @Test
    void unsafeTextIsNoTemplate() throws Exception {
        files.write("group_vars/all.yml", "v: !unsafe '{{ nosuch }}'", "w: '{{ v }}!'");

        assertThat(value("v")).isEqualTo("{{ nosuch }}");
        assertThat(value("w")).isEqualTo("{{ nosuch }}!");
    }

    @Test
    void aPasswordIsMadeOnceAndKeptForTheOwnerOnly() throws Exception {
        files.write(
                "group_vars/all.yml",
                "dir: '{{ inventory_dir }}/credentials'",
                "v: \"{{ lookup('password', dir + '/key.creds length=64 chars=hexdigits') | lower }}\"");

        Object first = value("v");

        assertThat(first).asString().matches("[0-9a-f]{64}");
        assertThat(value("v")).isEqualTo(first);
        assertThat(mode("credentials")).isEqualTo("rwx------");
        assertThat(mode("credentials/key.creds")).isEqualTo("rw-------");
        assertThat(files.path("credentials").toFile().list()).containsExactly("key.creds");
    }

    @Test
    void aPasswordThatIsThereIsReadWithoutItsSalt() throws Exception {
        files.write("key", "secret salt=abc")
                .write("group_vars/all.yml", "v: \"{{ lookup('password', inventory_dir + '/key') }}\"");

        assertThat(value("v")).isEqualTo("secret");
    }

    @Test
    void theFileLookupGivesTheTextWithoutItsLastNewline() throws Exception {
        files.write("note", "one", "two")
                .write("group_vars/all.yml", "v: \"{{ lookup('file', inventory_dir ~ '/note') }}\"");

        assertThat(value("v")).isEqualTo("one\ntwo");
    }

    @Test
    void thePipeLookupRunsACommandOnlyIfItMay() throws Exception {
        files.write("group_vars/all.yml", "v: \"{{ lookup('pipe', 'echo kept') }}\"");
        InventoryRequest request = files.request("hosts.yaml").in(folder);

        assertThat(Inventory.load(request.with(new LookupPermissions(true)))
                        .variables("a.lan")
                        .value("v")
                        .orElseThrow()
                        .plain())
                .isEqualTo("kept");
        assertThatThrownBy(() -> Inventory.load(request).variables("a.lan").value("v"))
                .isInstanceOf(InventoryException.class)
                .hasMessageContaining("pipe");
    }

    private @Nullable Object value(String name) throws InventoryException {
        return files.load("hosts.yaml")
                .variables("a.lan")
                .value(name)
                .orElseThrow()
                .plain();
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(files.path(path)));
    }
}

package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.urania.inventory.library.LookupPermissions;
import io.urania.inventory.library.lookup.NewPasswords;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.value.ListValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        Inventory inventory = files.load("hosts.yaml");
        Object first = value(inventory, "v");

        assertThat(first).asString().matches("[0-9a-f]{64}");
        assertThat(value(inventory, "v")).isEqualTo(first);
        assertThat(files.path("credentials")).doesNotExist();
        assertThat(inventory.newPasswords().places()).containsOnlyKeys(files.path("credentials/key.creds"));

        inventory.newPasswords().keep();

        assertThat(value("v")).isEqualTo(first);
        assertThat(mode("credentials")).isEqualTo("rwx------");
        assertThat(mode("credentials/key.creds")).isEqualTo("rw-------");
        assertThat(files.path("credentials").toFile().list()).containsExactly("key.creds");
    }

    @Test
    void aPasswordThatAnotherProcessHasMadeMeanwhileIsNotReplaced() throws Exception {
        files.write("group_vars/all.yml", "v: \"{{ lookup('password', inventory_dir ~ '/key') }}\"");
        Inventory inventory = files.load("hosts.yaml");
        value(inventory, "v");
        files.write("key", "theirs");

        assertThatThrownBy(() -> inventory.newPasswords().keep())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in the meantime");
        assertThat(value("v")).isEqualTo("theirs");
    }

    @Test
    void aFolderIsAFilesOwnWhateverLinksLeadToIt() throws Exception {
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("out"), Files.createDirectories(folder.resolve("outside")));

        assertThat(NewPasswords.isBelow(inside.resolve("new/key"), inside)).isTrue();
        assertThat(NewPasswords.isBelow(inside.resolve("out/key"), inside)).isFalse();
        assertThat(NewPasswords.isBelow(inside.resolve("../key"), inside)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/proc/kmsg", "/proc/self/environ", "PIPE", "/"})
    void whatIsNoRegularFileIsNotRead(String path) throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        String file = path.replace("PIPE", pipe.toString());
        files.write(
                "group_vars/all.yml",
                "f: \"{{ lookup('file', '%s') }}\"".formatted(file),
                "p: \"{{ lookup('password', '%s') }}\"".formatted(file));

        for (String name : List.of("f", "p")) {
            assertThatThrownBy(() -> assertTimeoutPreemptively(Duration.ofMinutes(1), () -> value(name)))
                    .isInstanceOf(InventoryException.class)
                    .hasMessageContaining("not a regular file");
        }
    }

    @Test
    void aFileWithoutEndIsNoFileOfVariables() throws Exception {
        Files.createDirectories(folder.resolve("group_vars"));
        Path link = Files.createSymbolicLink(folder.resolve("group_vars/all.yml"), Path.of("/proc/kmsg"));

        assertThatThrownBy(() -> assertTimeoutPreemptively(Duration.ofMinutes(1), () -> files.load("hosts.yaml")))
                .isInstanceOf(InventoryException.class)
                .hasMessageContaining("not a regular file");
        Files.delete(link);
    }

    @Test
    void whatLookupsReadIsSecret() throws Exception {
        files.write("note", "hidden")
                .write(
                        "group_vars/all.yml",
                        "f: \"{{ lookup('file', inventory_dir ~ '/note') }}\"",
                        "g: '{{ [f] }}'",
                        "p: \"{{ lookup('password', inventory_dir ~ '/key') | upper }}\"",
                        "e: \"{{ query('env', 'TOKEN') }}\"",
                        "h: \"{{ lookup('env', 'HOME') }}\"",
                        "wrong: \"{{ f | int + f }}\"");
        HostVariables variables = files.load("hosts.yaml").variables("a.lan");

        for (String name : List.of("f", "g", "p", "e")) {
            assertThat(variables.rendered(name))
                    .as(name)
                    .hasValueSatisfying(rendered ->
                            assertThat(rendered.secret() && rendered.looked()).isTrue());
        }
        assertThat(variables.rendered("h").orElseThrow().secret()).isFalse();
        assertThatThrownBy(() -> variables.value("wrong"))
                .isInstanceOf(InventoryException.class)
                .hasMessageContaining("it uses a secret")
                .hasMessageNotContaining("hidden");
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

    @ParameterizedTest
    @ValueSource(strings = {"file", "password", "env"})
    void aNameWithANulIsNoDefect(String lookup) throws Exception {
        files.write("group_vars/all.yml", "v: \"{{ lookup('" + lookup + "', 'a\\0b') or 'none' }}\"");

        if (lookup.equals("env")) {
            assertThat(value("v")).isEqualTo("none");
        } else {
            assertThatThrownBy(() -> value("v")).isInstanceOf(InventoryException.class);
        }
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
                .hasMessageContainingAll("pipe", "--allow-pipe-lookups");
    }

    private @Nullable Object value(String name) throws InventoryException {
        return value(files.load("hosts.yaml"), name);
    }

    private static @Nullable Object value(Inventory inventory, String name) throws InventoryException {
        return inventory.variables("a.lan").value(name).orElseThrow().plain();
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(files.path(path)));
    }
}

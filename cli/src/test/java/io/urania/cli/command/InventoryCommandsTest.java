package io.urania.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inventory list} and {@code show}, from the words typed to what is printed. */
class InventoryCommandsTest {
    /** 's3cret value', encrypted by ansible-vault with the password 'correct horse'. */
    private static final String VAULT = """
            token: !vault |
              $ANSIBLE_VAULT;1.1;AES256
              32343434626162383861376366636631663030316134653132316164626566313434653234356664
              6261313065396132613461373930663038336436633332630a373962386461653162663537373331
              63313362336439353764376537666338646562363764313839393934623235383331346561643466
              3737353539353234390a376137366138653762383531646436616539663866356530633065626532
              6330
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        write("inventory/hosts.ini", "[rack]\npi[1:2] port=80\n[all:vars]\nport=8080\n");
        write(
                "inventory/group_vars/rack.yml",
                "url: \"http://{{ inventory_hostname }}:{{ port }}\"\nnetworks: [10.0.0.0/8, 192.168.0.0/16]\n"
                        + VAULT);
    }

    @Test
    void listsAsAnsibleInventoryDoes() {
        JsonObject list = JsonParser.parseString(printed("inventory", "list")).getAsJsonObject();

        assertThat(list.getAsJsonObject("rack").getAsJsonArray("hosts")).hasSize(2);
        JsonObject variables =
                list.getAsJsonObject("_meta").getAsJsonObject("hostvars").getAsJsonObject("pi1");
        assertThat(variables.get("port").getAsInt()).isEqualTo(80);
        assertThat(variables.get("url").getAsString()).isEqualTo("http://{{ inventory_hostname }}:{{ port }}");
        assertThat(variables.getAsJsonObject("token").get("__ansible_vault").getAsString())
                .startsWith("$ANSIBLE_VAULT;1.1;AES256\n3234");
        assertThat(printed("inventory", "list", "--host", "pi1", "-e", "port=9"))
                .contains("\"port\": \"9\"");
    }

    @Test
    void aTreeDoesNotRuleTheTerminal() throws IOException {
        write("inventory/group_vars/rack.yml", "title: \"\\e]0;owned\\a\\e[2J\\x9b31m\"\n");

        assertThat(printed("inventory", "list", "--graph", "--vars"))
                .contains("title = ")
                .doesNotContain("\u001b", "\u009b");
        assertThat(printed("inventory", "list", "--yaml")).contains("owned").doesNotContain("\u001b", "\u009b");
        assertThat(printed("inventory", "list")).contains("owned").doesNotContain("\u001b", "\u009b");
    }

    @Test
    void listsHostsForShells() {
        assertThat(printed("inventory", "hosts")).isEqualTo("pi1\npi2\n");
    }

    @Test
    void exportsVariablesWhereTheyAreWritten() {
        JsonObject list =
                JsonParser.parseString(printed("inventory", "list", "--export")).getAsJsonObject();

        assertThat(list.getAsJsonObject("all").getAsJsonObject("vars").keySet()).containsExactly("port");
        assertThat(list.getAsJsonObject("rack").getAsJsonObject("vars").keySet())
                .containsExactlyInAnyOrder("networks", "token", "url");
    }

    @Test
    void printsTheTree() {
        assertThat(printed("inventory", "list", "--graph")).isEqualTo("""
                @all:
                  |--@ungrouped:
                  |--@rack:
                  |  |--pi1
                  |  |--pi2
                """);
        assertThat(printed("inventory", "list", "--graph", "rack", "--vars"))
                .contains("|  |--{port = 80}", "{token = (encrypted)}");
    }

    @Test
    void whatItPrintsAsYamlIsTheSameInventory() throws IOException {
        write("second/hosts.yaml", printed("inventory", "list", "--yaml"));

        assertThat(printed(
                        "inventory",
                        "list",
                        "-i",
                        directory.resolve("second/hosts.yaml").toString()))
                .isEqualTo(printed("inventory", "list"));
    }

    @Test
    void showsTheRenderedValueAndEveryPlaceWithTheOneThatCounts() {
        assertThat(printed("inventory", "show", "pi1", "port")).isEqualTo("""
                port: 80  (integer)
                    inventory/hosts.ini:4:1
                  * inventory/hosts.ini:2:9
                """);
        assertThat(printed("inventory", "show", "pi1", "url")).isEqualTo("""
                url: http://pi1:80  (text)
                    written as: http://{{ inventory_hostname }}:{{ port }}
                  * inventory/group_vars/rack.yml:1:1
                """);
        assertThat(printed("inventory", "show", "pi1", "networks")).isEqualTo("""
                networks: (list)
                    - 10.0.0.0/8
                    - 192.168.0.0/16
                  * inventory/group_vars/rack.yml:2:1
                """);
    }

    @Test
    void showsAsJson() {
        assertThat(JsonParser.parseString(printed("inventory", "show", "pi1", "port", "--json")))
                .isEqualTo(JsonParser.parseString("""
                        {"host": "pi1", "variable": "port", "value": 80, "type": "integer", "places": [
                            {"file": "inventory/hosts.ini", "line": 4, "column": 1, "winner": false},
                            {"file": "inventory/hosts.ini", "line": 2, "column": 9, "winner": true}]}
                        """));
    }

    @Test
    void neverShowsWhatIsEncrypted() throws IOException {
        write("password", "correct horse\n");
        write("inventory/host_vars/pi1.yml", "made_of_it: \"{{ token }}!\"\n");

        String text = printed("inventory", "show", "pi1", "--vault-password-file", "password");
        JsonArray json = JsonParser.parseString(
                        printed("inventory", "show", "pi1", "--json", "--vault-id", "rack@password"))
                .getAsJsonArray();

        assertThat(text).contains("token: not shown", "made_of_it: not shown").doesNotContain("s3cret");
        assertThat(json.toString()).contains("\"secret\":true").doesNotContain("s3cret");
    }

    @Test
    void withoutThePasswordTheRestIsShownAndTheExitCodeTells() {
        CommandLineOnPipes urania = urania();

        assertThat(urania.run(withInventory("inventory", "show", "pi2"))).isEqualTo(2);
        assertThat(urania.output()).contains("token: cannot be rendered", "url: http://pi2:80");
        assertThat(urania.errors()).contains("no password was given", "--vault-password-file");
    }

    @Test
    void namesThatAreNotThereAreToldWithTheNearest() {
        assertThat(refused("inventory", "show", "pi1", "kube_versoin"))
                .contains("the inventory does not set 'kube_versoin' for pi1; did you mean 'kube_version'?");
        assertThat(refused("inventory", "show", "pi1", "kube_proxy_mode"))
                .contains("the inventory does not set 'kube_proxy_mode' for pi1; default: ");
        assertThat(refused("inventory", "show", "pi3")).contains("no host 'pi3'; did you mean 'pi1'?");
        assertThat(refused("inventory", "show", "pi1", "prot")).contains("did you mean 'port'?");
        assertThat(refused("inventory", "list", "--graph", "rakc")).contains("did you mean 'rack'?");
        assertThat(refused("inventory", "list", "--graph", "--yaml")).contains("--graph can be combined with");
        assertThat(refused("inventory", "list", "--vault-password-file", "none"))
                .contains("no vault password file");
        assertThat(refused("inventory", "list", "-J")).contains("there is no terminal");
    }

    /** After a hundred variables that have an effect nobody finds one that has none. */
    @Test
    void whatIsAskedForAndNotDoneIsToldByItself() throws IOException {
        write("cluster/hosts.yaml", """
                all:
                  hosts:
                    pi1: {ansible_host: 10.42.253.11}
                    pi2: {ansible_host: 10.42.253.12}
                    pi3: {ansible_host: 10.42.253.13}
                  vars: {kube_network_plugin: flannel, cert_manager_enabled: true, argocd_enabled: false}
                  children:
                    kube_control_plane: {hosts: {pi1: , pi2: , pi3: }}
                    etcd: {hosts: {pi1: , pi2: , pi3: }}
                    kube_node: {hosts: {pi1: , pi2: , pi3: }}
                """);

        String told = printed(
                "inventory",
                "check",
                "-i",
                directory.resolve("cluster/hosts.yaml").toString());

        assertThat(told.substring(told.indexOf("Asked for, and not done (1)")))
                .contains("cert_manager_enabled  cert-manager is not installed")
                .doesNotContain("argocd_enabled");
    }

    /** What is printed, with files relative to the directory. */
    private String printed(String... words) {
        CommandLineOnPipes urania = urania();
        assertThat(urania.run(withInventory(words))).as(urania.errors()).isZero();
        return urania.output().replace(directory + "/", "");
    }

    private String refused(String... words) {
        CommandLineOnPipes urania = urania();
        assertThat(urania.run(withInventory(words))).isEqualTo(2);
        return urania.errors();
    }

    /** The inventory is named unless another one is: the process has another working directory than the person. */
    private String[] withInventory(String... words) {
        return List.of(words).contains("-i")
                ? words
                : Stream.concat(
                                Stream.of(words),
                                Stream.of("-i", directory.resolve("inventory").toString()))
                        .toArray(String[]::new);
    }

    private CommandLineOnPipes urania() {
        return new CommandLineOnPipes(directory, new FakeCluster());
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

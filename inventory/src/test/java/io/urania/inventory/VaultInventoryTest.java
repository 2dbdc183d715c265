package io.urania.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.inventory.evaluation.Rendered;
import io.urania.inventory.problem.InventoryException;
import io.urania.inventory.vault.Vault;
import io.urania.inventory.vault.VaultException;
import io.urania.inventory.vault.VaultPassword;
import io.urania.inventory.vault.VaultPasswordFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vaults that ansible-vault of ansible-core 2.21.5 made, with the passwords 'correct horse' and, for the id 'rack', 'other'. */
class VaultInventoryTest {
    private static final VaultPassword FIRST = new VaultPassword(VaultPassword.UNLABELLED, "correct horse");
    private static final VaultPassword RACK = new VaultPassword("rack", "other");
    private static final String SECRET = "s3cret value";

    @TempDir
    private Path folder;

    private InventoryFiles files;

    @BeforeEach
    void write() {
        files = new InventoryFiles(folder)
                .write(
                        "hosts.yaml",
                        "g: {hosts: {h: {derived: 'x-{{ token }}', plain: 'y', bad: '{{ token | int + [] }}'}}}")
                .write(
                        "group_vars/g/inline.yml",
                        "token: !vault |",
                        "  $ANSIBLE_VAULT;1.1;AES256",
                        "  32343434626162383861376366636631663030316134653132316164626566313434653234356664",
                        "  6261313065396132613461373930663038336436633332630a373962386461653162663537373331",
                        "  63313362336439353764376537666338646562363764313839393934623235383331346561643466",
                        "  3737353539353234390a376137366138653762383531646436616539663866356530633065626532",
                        "  6330",
                        "l: !vault |",
                        "  $ANSIBLE_VAULT;1.2;AES256;rack",
                        "  34376265393433376532633730613030383330343034643438376535313662393933326663323339",
                        "  6632366464626330366539313631333062333361313264640a313736626430363534323039373730",
                        "  66323136653037383831626139366166323339343830363863383464396538353832356238663632",
                        "  3331643234643737620a363633353137336136633034616439376235376232623966623539393639",
                        "  37646666303362346230643564643634376430303730353137306462343533373736")
                .write(
                        "group_vars/g/whole.yml",
                        "$ANSIBLE_VAULT;1.1;AES256",
                        "35323866383536383530653166313735393037376238393562353465353861663339343136326536",
                        "3866653533383735353931663034323737376439656239320a633162313663383035333231303564",
                        "37353336333362663338663430373531333331373835613431616537346565316130303130626465",
                        "3133393633666538360a343963336535366164623233303734636338613937393233333165313133",
                        "33633733643766613961356339363962363732613063306461336332373161316334");
    }

    @Test
    void opensValuesAndFilesAndKnowsWhatIsSecret() throws Exception {
        HostVariables variables = load(FIRST, RACK).variables("h");

        assertThat(rendered(variables, "token")).isEqualTo(SECRET);
        assertThat(rendered(variables, "derived")).isEqualTo("x-" + SECRET);
        assertThat(rendered(variables, "l")).isEqualTo("labelled 2");
        assertThat(rendered(variables, "whole")).isEqualTo("file");
        for (String secret : List.of("token", "derived", "l", "whole", "port")) {
            assertThat(variables.rendered(secret))
                    .as(secret)
                    .hasValueSatisfying(rendered ->
                            assertThat(rendered.secret() && !rendered.looked()).isTrue());
        }
        assertThat(variables.rendered("plain").orElseThrow().secret()).isFalse();
    }

    @Test
    void nothingThatIsSecretIsPrintedOrQuoted() throws Exception {
        HostVariables variables = load(FIRST, RACK).variables("h");

        assertThat(variables.rendered("token").orElseThrow().toString()).doesNotContain(SECRET);
        assertThat(FIRST.toString()).doesNotContain("horse");
        assertThatThrownBy(() -> variables.value("bad"))
                .isInstanceOf(InventoryException.class)
                .hasMessageContaining("hosts.yaml:1:")
                .hasMessageNotContaining(SECRET)
                .hasMessageNotContaining("horse");
    }

    @Test
    void listsValuesEncryptedAndFilesInClearAsAnsibleDoes() throws Exception {
        assertThat(load(FIRST).listing(false).json())
                .contains("\"__ansible_vault\": \"$ANSIBLE_VAULT;1.1;AES256\\n3234", "\"whole\": \"file\"")
                .doesNotContain(SECRET);
    }

    @Test
    void aWrongPasswordIsToldWhereItIsNeeded() throws Exception {
        HostVariables variables = load(FIRST).variables("h");

        assertThatThrownBy(() -> variables.value("l"))
                .isInstanceOf(InventoryException.class)
                .hasMessageContaining("group_vars/g/inline.yml:8:4: cannot open 'l': wrong vault password")
                .hasMessageContaining("vault id 'rack'");
    }

    @Test
    void withoutAPasswordAFileCannotBeReadAndAValueOnlyNotRendered() throws Exception {
        assertThat(files.problems("hosts.yaml"))
                .singleElement()
                .asString()
                .startsWith("group_vars/g/whole.yml:1:1: cannot open the file: encrypted with Ansible Vault")
                .contains("--vault-password-file");

        Files.delete(folder.resolve("group_vars/g/whole.yml"));
        HostVariables variables = files.load("hosts.yaml").variables("h");
        assertThatThrownBy(() -> variables.value("token")).hasMessageContaining("no password was given");
        assertThat(rendered(variables, "plain")).isEqualTo("y");
    }

    @Test
    void aChangedTextIsRefusedEvenWithTheRightPassword() throws Exception {
        Path file = folder.resolve("group_vars/g/whole.yml");
        String text = Files.readString(file).strip();
        Files.writeString(file, text.substring(0, text.length() - 1) + "5");

        assertThatThrownBy(() -> load(FIRST)).hasMessageContaining("wrong vault password");
    }

    @Test
    void passwordsComeFromFilesAndPrograms() throws Exception {
        Path plain = Files.writeString(folder.resolve("password"), " correct horse \n");
        Path client = Files.writeString(folder.resolve("keyring-client"), "#!/bin/sh\nprintf '%s' \"of $2\"\n");
        Path failing = Files.writeString(folder.resolve("failing"), "#!/bin/sh\nexit 3\n");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        for (Path program : List.of(client, failing)) {
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }

        assertThat(VaultPasswordFile.read("default", plain)).isEqualTo(FIRST);
        assertThat(VaultPasswordFile.read("rack", client).password()).isEqualTo("of rack");
        assertThatThrownBy(() -> VaultPasswordFile.read("default", failing))
                .isInstanceOfSatisfying(
                        VaultException.class,
                        failure -> assertThat(failure.why()).contains("exit code 3"));
        assertThatThrownBy(() -> VaultPasswordFile.read("default", empty)).hasMessageContaining("no password in");
        assertThatThrownBy(() -> VaultPasswordFile.read("default", folder.resolve("none")))
                .hasMessageContaining("no vault password file");
    }

    private Inventory load(VaultPassword... passwords) throws InventoryException {
        return Inventory.load(files.request("hosts.yaml").with(new Vault(List.of(passwords))));
    }

    private static Object rendered(HostVariables variables, String name) throws InventoryException {
        return variables.rendered(name).map(Rendered::value).orElseThrow().plain();
    }
}

package io.urania.inventory.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.inventory.problem.Excerpt;
import io.urania.inventory.problem.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExcerptsTest {

    @TempDir
    private Path directory;

    @Test
    void showsTheLineOfThePlace() throws IOException {
        write("one: 1\ntwo: 2\n");

        assertThat(excerptOfLine(2)).isEqualTo("two: 2");
    }

    @Test
    void showsNothingOfAFileThatIsGone() {
        assertThat(excerptOfLine(1)).isEmpty();
    }

    @Test
    void showsNothingOfAFolder() throws IOException {
        Files.createDirectory(file());

        assertThat(excerptOfLine(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/self/environ", "/proc/kmsg", "/dev/zero", "/sys/kernel/notes"})
    void readsNothingOfWhatTheKernelMakes(String made) throws IOException {
        Files.createSymbolicLink(file(), Path.of(made));

        assertThat(excerptOfLine(1)).isEmpty();
    }

    @Test
    void showsNothingBehindTheLastLine() throws IOException {
        write("one: 1\n");

        assertThat(excerptOfLine(2)).isEmpty();
    }

    @Test
    void showsNothingOfWhatIsNoText() throws IOException {
        Files.write(file(), new byte[] {'a', 0, 'b', '\n'});
        assertThat(excerptOfLine(1)).isEmpty();

        Files.write(file(), new byte[] {'a', (byte) 0xff, 'b', '\n'});
        assertThat(excerptOfLine(1)).isEmpty();
    }

    @Test
    void showsNothingOfALineThatNobodyWrote() throws IOException {
        write("short: 1\nlong: " + "vault_".repeat(500_000) + "\n");

        assertThat(excerptOfLine(2)).isEmpty();
        assertThat(excerptOfLine(1)).isEqualTo("short: 1");
    }

    @Test
    void theMarkOfAnEncodingIsNoCharacterOfTheLine() throws IOException {
        write("\uFEFFone: 1\n");

        assertThat(new Excerpts().of(new Position(file(), 1, 1))).contains(new Excerpt(1, "one: 1", 0, 3));
    }

    @Test
    void showsNothingOfAnEncryptedFile() throws IOException {
        write("$ANSIBLE_VAULT;1.1;AES256\n3132\n3334\n");

        assertThat(excerptOfLine(1)).isEmpty();
        assertThat(excerptOfLine(2)).isEmpty();
    }

    @Test
    void showsNothingOfAnEncryptedValueAndItsNeighboursAsTheyAre() throws IOException {
        write("""
                before: 1
                motto: !vault |
                  $ANSIBLE_VAULT;1.1;AES256
                  3132

                  3334
                after: 2
                """);

        assertThat(excerptOfLine(1)).isEqualTo("before: 1");
        assertThat(excerptOfLine(2)).isEmpty();
        assertThat(excerptOfLine(4)).isEmpty();
        assertThat(excerptOfLine(6)).isEmpty();
        assertThat(excerptOfLine(7)).isEqualTo("after: 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ansible_password: hunter2",
                "h ansible_become_pass=hunter2",
                "users: [{name: a, 'password': hunter2}]",
                "kubeadm_certificate_key: 0123",
                "proxy: http://me:hunter2@proxy:3128",
                "x: aGVsbG8gd29ybGQgdGhpcyBpcyBub3QgdG8gYmUgc2hvd24="
            })
    void showsNoLineThatSetsASecret(String line) throws IOException {
        write(line + "\n");

        assertThat(excerptOfLine(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens:\n- hunter2\n", "token:\n  value: hunter2\n", "{\"password\":\n\"hunter2\"}\n"})
    void showsNoLineBelowThatOfASecret(String text) throws IOException {
        write(text);

        assertThat(excerptOfLine(2)).isEmpty();
    }

    @Test
    void showsNoLineDeepBelowThatOfASecret() throws IOException {
        write("tokens:\n- value:\n    - hunter2\nafter: 1\n");

        assertThat(excerptOfLine(3)).isEmpty();
        assertThat(excerptOfLine(4)).isEqualTo("after: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ansible_ssh_private_key_file: ~/.ssh/id", "kube_token_auth: true", "kube_cert_group: c"})
    void showsLinesWhoseNamesOnlySoundLikeSecrets(String line) throws IOException {
        write(line + "\n");

        assertThat(excerptOfLine(1)).isEqualTo(line);
    }

    private String excerptOfLine(int line) {
        return new Excerpts()
                .of(new Position(file(), line, 1))
                .map(Excerpt::text)
                .orElse("");
    }

    private Path file() {
        return directory.resolve("file.yaml");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }
}

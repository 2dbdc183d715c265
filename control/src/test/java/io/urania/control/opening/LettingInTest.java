package io.urania.control.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.text.ResourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host does to let somebody in by a key. */
final class LettingInTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void aKeyIsAddedOnceWhateverItsComment(String shell) throws Exception {
        Path file = home.resolve(".ssh/authorized_keys");

        add(shell, KEY + " clio@desk");
        assertThat(file).content().isEqualTo(KEY + " clio@desk\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(".ssh"))))
                .isEqualTo("rwx------");

        add(shell, KEY + " clio@laptop");
        assertThat(file).content().isEqualTo(KEY + " clio@desk\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void otherKeysStayAndALineWithoutAnEndIsEnded(String shell) throws Exception {
        Path file = Files.createDirectories(home.resolve(".ssh")).resolve("authorized_keys");
        Files.writeString(file, "restrict ssh-rsa AAAAB3NzaC1yc2E= other");

        add(shell, KEY);

        assertThat(file).content().isEqualTo("restrict ssh-rsa AAAAB3NzaC1yc2E= other\n" + KEY + "\n");
    }

    /** Without a name, the home directory is that of the environment. */
    private void add(String shell, String line) throws Exception {
        String script =
                "set -eu\nid() { :; }\nkey='" + line + "'\n" + ResourceText.beside(LettingIn.class, "letting-in.sh");
        List<String> command = new ArrayList<>(Arrays.asList(shell.split(" ", -1)));
        command.addAll(List.of("-c", script));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}

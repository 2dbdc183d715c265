package io.urania.lab.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.card.Card.HostKey;
import io.urania.lab.card.CardEntry.Directory;
import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Owner;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import io.urania.lab.report.RackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFilesTest {
    private static final RackNode CLIO = new RackNode("clio.friends.example", "10.42.253.45", Role.INFRA);

    @TempDir
    Path hosts;

    private HostFiles files = new HostFiles(Path.of("clio"));

    @BeforeEach
    void createHost() throws RackException, IOException, InterruptedException {
        files = new HostFiles(hosts.resolve("clio"));
        files.create(CLIO);
    }

    @Test
    void aHostHasItsKeyBeforeItsTree() throws IOException {
        assertThat(files.publicKey()).startsWith("ssh-ed25519 AAAA");
        assertThat(files.isSeeded()).isFalse();
    }

    @Test
    void theLayerHasWhatIsOnTheCardWithItsRights() throws IOException {
        seed();

        Path upper = files.directory().resolve("upper");
        assertThat(upper.resolve("etc/hostname")).hasContent("clio");
        assertThat(upper.resolve("etc/ssh/ssh_host_ed25519_key"))
                .hasSameTextualContentAs(files.directory().resolve("ssh_host_ed25519_key"));
        assertThat(mode(upper.resolve("etc/ssh/ssh_host_ed25519_key"))).isEqualTo("rw-------");
        assertThat(mode(upper.resolve("root"))).isEqualTo("rwx------");
        assertThat(mode(upper)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aLayerThatIsThereKeepsWhatHappenedToIt() throws IOException {
        seed();
        Path marker = Files.writeString(files.directory().resolve("upper/etc/hostname"), "other");

        seed();

        assertThat(marker).hasContent("other");
    }

    @Test
    void thePasswordHashIsForRootAlone() throws IOException {
        files.keepPasswordHash("$6$salt$hash");

        assertThat(files.passwordHash()).isEqualTo("$6$salt$hash");
        assertThat(mode(files.directory().resolve("password-hash"))).isEqualTo("rw-------");
    }

    private void seed() throws IOException {
        HostKey key = files.hostKey();
        files.seed(List.of(
                File.secret("etc/ssh/ssh_host_ed25519_key", key.privateText()),
                File.of("etc/hostname", "clio\n"),
                new Directory("root", "rwx------", new Owner(user("uid"), user("gid")))));
    }

    private int user(String attribute) throws IOException {
        return (int) Files.getAttribute(hosts, "unix:" + attribute);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

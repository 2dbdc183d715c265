package io.urania.lab.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.RackNetwork;
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
    void theLayerHasNameAddressAndPrivateKeys() throws IOException {
        seed();

        Path upper = files.directory().resolve("upper");
        assertThat(upper.resolve("etc/hostname")).hasContent("clio");
        assertThat(upper.resolve("etc/rack/network")).hasContent("ADDRESS=10.42.253.45/24\nGATEWAY=10.42.253.1");
        assertThat(upper.resolve("root/.ssh/authorized_keys")).hasContent("ssh-ed25519 KEY");
        assertThat(mode(upper.resolve("etc/ssh/ssh_host_ed25519_key"))).isEqualTo("rw-------");
        assertThat(mode(upper.resolve("root"))).isEqualTo("rwx------");
        assertThat(mode(upper)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aLayerThatIsThereKeepsWhatHappenedToIt() throws IOException {
        seed();
        Path marker = Files.writeString(files.directory().resolve("upper/etc/marker"), "kept");
        String machine = Files.readString(files.directory().resolve("upper/etc/machine-id"));

        seed();

        assertThat(marker).hasContent("kept");
        assertThat(files.directory().resolve("upper/etc/machine-id")).hasContent(machine);
    }

    private void seed() throws IOException {
        files.seed(CLIO, RackNetwork.ARTICLE, "ssh-ed25519 KEY", List.of("192.0.2.53"), "");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

package io.urania.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.card.CardEntry.File;
import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
    private static final RackNode THALIA =
            new RackNode("thalia.example", "10.42.253.51", Role.WORKER, HostKind.VIRTUAL_MACHINE);

    @TempDir
    Path rack;

    @Test
    void theCommandsWordsStayWhatTheyAre() {
        List<String> words =
                door().command(List.of("printf", "%s", "two  $words")).command();

        assertThat(words).contains("root@10.42.253.51", "HostKeyAlias=10.42.253.51");
        assertThat(words.getLast()).endsWith(" printf %s 'two  $words'");
    }

    @Test
    void serverAndClientAgreeOnThePort() throws IOException {
        Files.writeString(rack.resolve("key.pub"), "ssh-ed25519 KEY rack\n");

        assertThat(door().entries())
                .contains(File.secret("etc/rack/authorized_keys", "ssh-ed25519 KEY rack\n"))
                .anyMatch(entry -> entry instanceof File file && file.text().contains("\nPort " + Door.PORT + "\n"));
    }

    private Door door() {
        return new Door(THALIA, rack.resolve("key"), rack.resolve("known_hosts"));
    }
}

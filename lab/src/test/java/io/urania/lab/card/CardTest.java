package io.urania.lab.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.card.Card.HostKey;
import io.urania.lab.card.Card.Language;
import io.urania.lab.card.CardEntry.Directory;
import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Owner;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardTest {
    private static final RackNode CLIO = new RackNode("clio.friends.example", "10.42.253.45", Role.INFRA);

    @TempDir
    Path base;

    @BeforeEach
    void makeBase() throws IOException {
        write("etc/passwd", "root:x:0:0:root:/root:/bin/bash\n");
        write("etc/shadow", "root:*:20000:0:99999:7:::\n");
        write("etc/group", "root:x:0:\nsudo:x:27:\n");
        write("etc/gshadow", "root:*::\nsudo:*::nobody\n");
        for (String file : List.of(".bashrc", ".profile", ".bash_logout")) {
            write("etc/skel/" + file, "# Debian's " + file + "\n");
        }
    }

    @Test
    void hasNameAddressKeysAndASwapEntryOfWhichNothingIsPrepared() throws IOException {
        List<CardEntry> card = card(new Login.Root(), Language.ENGLISH, false);

        assertThat(text(card, "etc/hostname")).isEqualTo("clio\n");
        assertThat(text(card, "etc/hosts")).contains("127.0.1.1\tclio\n");
        assertThat(text(card, "etc/rack/network"))
                .isEqualTo(
                        "ADDRESS=10.42.253.45/24\nGATEWAY=10.42.253.1\nIPV6_ADDRESS=fd75:720a:2afd::45/64\nIPV6_GATEWAY=fd75:720a:2afd::1\n");
        assertThat(text(card, "etc/fstab")).containsPattern("(?m)^/var/swap +none +swap +sw +0 +0$");
        assertThat(text(card, "etc/default/locale")).isEqualTo("LANG=C.UTF-8\n");
        assertThat(text(card, "root/.ssh/authorized_keys")).isEqualTo("ssh-ed25519 KEY\n");
        assertThat(card)
                .extracting(CardEntry::path)
                .noneMatch(path -> path.contains("sysctl.d") || path.contains("modules-load.d"));
    }

    @Test
    void everyHostHasAnIdentityOfItsOwn() throws IOException {
        assertThat(text(card(new Login.Root(), Language.ENGLISH, false), "etc/machine-id"))
                .matches("[0-9a-f]{32}\n")
                .isNotEqualTo(text(card(new Login.Root(), Language.ENGLISH, false), "etc/machine-id"));
    }

    @Test
    void userPiIsAddedToTheAccountsAndRootHasNoKey() throws IOException {
        List<CardEntry> card = card(new Login.Pi("$6$hash"), Language.ENGLISH, false);

        assertThat(text(card, "etc/passwd"))
                .isEqualTo("root:x:0:0:root:/root:/bin/bash\npi:x:1000:1000:,,,:/home/pi:/bin/bash\n");
        assertThat(text(card, "etc/group")).isEqualTo("root:x:0:\nsudo:x:27:pi\npi:x:1000:\n");
        assertThat(text(card, "etc/gshadow")).isEqualTo("root:*::\nsudo:*::nobody,pi\npi:!::\n");
        assertThat(text(card, "etc/shadow")).endsWith("\npi:$6$hash:20560:0:99999:7:::\n");
        assertThat(file(card, "etc/shadow").mode()).isEqualTo("rw-r-----");
        assertThat(text(card, "home/pi/.ssh/authorized_keys")).isEqualTo("ssh-ed25519 KEY\n");
        assertThat(text(card, "home/pi/.bashrc")).isEqualTo("# Debian's .bashrc\n");
        assertThat(card).contains(new Directory("home/pi", "rwx------", new Owner(1000, 1000)));
        assertThat(card).extracting(CardEntry::path).noneMatch(path -> path.startsWith("root/"));
    }

    @Test
    void whatIsSecretIsNotInWhatACardSaysOfItself() {
        assertThat(new Login.Pi("$6$hash").toString()).doesNotContain("hash");
        assertThat(new HostKey("PRIVATE", "public").toString()).doesNotContain("PRIVATE");
    }

    @Test
    void aFrenchHostHasItsLocaleAndANoisyOneALoudProfile() throws IOException {
        List<CardEntry> card = card(new Login.Root(), Language.FRENCH, true);

        assertThat(text(card, "etc/default/locale")).isEqualTo("LANG=fr_FR.UTF-8\n");
        assertThat(text(card, "root/.bashrc")).contains("echo", ">&2");
        assertThat(text(card, "etc/profile.d/welcome.sh")).contains("echo", ">&2");
    }

    private List<CardEntry> card(Login login, Language language, boolean noisy) throws IOException {
        return new Card(
                        CLIO,
                        RackNetwork.ARTICLE,
                        new HostKey("PRIVATE", "ssh-ed25519 PUBLIC"),
                        login,
                        "ssh-ed25519 KEY",
                        List.of("192.0.2.53"),
                        "",
                        language,
                        noisy)
                .entries(base);
    }

    private static String text(List<CardEntry> entries, String path) {
        return file(entries, path).text();
    }

    private static File file(List<CardEntry> entries, String path) {
        return entries.stream()
                .filter(entry -> entry.path().equals(path))
                .map(File.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}

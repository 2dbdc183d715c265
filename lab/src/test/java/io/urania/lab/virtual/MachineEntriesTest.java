package io.urania.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.card.Card;
import io.urania.lab.card.Card.HostKey;
import io.urania.lab.card.Card.Language;
import io.urania.lab.card.CardEntry;
import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Link;
import io.urania.lab.card.Login;
import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineEntriesTest {
    private static final RackNode THALIA =
            new RackNode("thalia.example", "10.42.253.51", Role.WORKER, HostKind.VIRTUAL_MACHINE);

    @TempDir
    Path base;

    @Test
    void theCardIsAsItIsButForTheDiskToMount() throws IOException {
        List<CardEntry> card = card();

        assertThat(text(MachineEntries.over(card, Hardware.X86), "etc/fstab"))
                .startsWith("LABEL=root ")
                .endsWith(text(card, "etc/fstab"));
        assertThat(MachineEntries.over(card, Hardware.X86))
                .containsAll(card.stream()
                        .filter(entry -> !entry.path().equals("etc/fstab"))
                        .toList());
    }

    @Test
    void theSwapFileThatTheCardNamesIsMade() throws IOException {
        assertThat(text(MachineEntries.over(card(), Hardware.X86), "etc/systemd/system/rack-swap.service"))
                .contains("ExecStart=/usr/local/lib/rack/swap " + Card.SWAP_FILE + "\n");
    }

    @Test
    void theKernelsArgumentsAreWhereAPiHasThem() throws IOException {
        assertThat(text(MachineEntries.over(card(), Hardware.X86), "boot/firmware/cmdline.txt"))
                .isEqualTo("root=LABEL=root rw net.ifnames=0 console=ttyS0\n");
    }

    @Test
    void nothingIsMasked() throws IOException {
        assertThat(MachineEntries.over(card(), Hardware.X86))
                .noneMatch(entry -> entry instanceof Link link && link.target().equals("/dev/null"));
    }

    private List<CardEntry> card() throws IOException {
        return new Card(
                        THALIA,
                        RackNetwork.ARTICLE,
                        new HostKey("PRIVATE", "PUBLIC"),
                        new Login.Root(),
                        "ssh-ed25519 KEY",
                        List.of("192.0.2.53"),
                        "",
                        Language.ENGLISH,
                        false)
                .entries(base);
    }

    private static String text(List<CardEntry> entries, String path) {
        return entries.stream()
                .filter(entry -> entry.path().equals(path))
                .map(entry -> ((File) entry).text())
                .findFirst()
                .orElseThrow();
    }
}

package io.urania.lab.card;

import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Link;
import java.util.ArrayList;
import java.util.List;

/** What a container has over its card besides, if an emulator runs its programs. */
public final class ForeignEntries {
    private static final String UNITS = "etc/systemd/system/";

    /** Units of systemd's own that take credentials, for which QEMU does not know a system call: they would not start. */
    private static final List<String> WITH_CREDENTIALS = List.of(
            "systemd-sysctl",
            "systemd-sysusers",
            "systemd-tmpfiles-clean",
            "systemd-tmpfiles-setup",
            "systemd-tmpfiles-setup-dev");

    /** Units in a network namespace of their own, which QEMU cannot make; there is no file system for this one. */
    private static final String IN_A_NETWORK_OF_ITS_OWN = "e2scrub_reap.service";

    private ForeignEntries() {}

    /** All of it. */
    public static List<CardEntry> entries() {
        List<CardEntry> entries = new ArrayList<>();
        for (String unit : WITH_CREDENTIALS) {
            entries.add(File.of(UNITS + unit + ".service.d/rack.conf", """
                    [Service]
                    ImportCredential=
                    LoadCredential=
                    SetCredential=
                    """));
        }
        entries.add(new Link(UNITS + IN_A_NETWORK_OF_ITS_OWN, "/dev/null"));
        return List.copyOf(entries);
    }
}

package io.urania.lab.card;

import io.urania.lab.card.CardEntry.File;
import java.util.List;

/** Start files of shells that greet, warn and complain, as those of many a machine do. */
final class NoisyProfile {
    private NoisyProfile() {}

    /** Read by login shells, and by Debian's bash for each command that comes over ssh. */
    static List<CardEntry> entries(Login login, String host) {
        return List.of(
                File.of("etc/profile.d/welcome.sh", """
                        echo "Welcome to %s."
                        echo "%1$s: the clock has no battery" >&2
                        """.formatted(host)),
                new File(login.home() + "/.bashrc", "rw-r--r--", login.owner(), """
                        # Commands over ssh read this file too.
                        echo "3 updates can be applied immediately."
                        echo "stty: 'standard input': Inappropriate ioctl for device" >&2
                        echo 'a line with $dollars, "quotes" and 0 1 2 as programs print them'
                        """));
    }
}

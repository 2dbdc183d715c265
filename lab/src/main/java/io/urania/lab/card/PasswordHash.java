package io.urania.lab.card;

import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.util.List;

/** Passwords as {@code /etc/shadow} keeps them. */
public final class PasswordHash {
    private PasswordHash() {}

    /** SHA-512 with a random salt: method 6 of crypt(5), which every Debian reads. */
    public static String of(String password) throws RackException, IOException, InterruptedException {
        return Commands.output(password + "\n", List.of("openssl", "passwd", "-6", "-stdin"))
                .strip();
    }
}

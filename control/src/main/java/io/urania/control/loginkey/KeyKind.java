package io.urania.control.loginkey;

import java.util.List;

/** What kind of key is made (ssh-keygen(1), {@code -t}). */
public enum KeyKind {
    ED25519("ed25519"),
    /** For servers that are older than OpenSSH 6.5. */
    RSA("rsa");

    private final String word;

    KeyKind(String word) {
        this.word = word;
    }

    /** As ssh-keygen has it, and as files are named after it: {@code ed25519}. */
    public String word() {
        return word;
    }

    List<String> options() {
        return switch (this) {
            case ED25519 -> List.of();
            case RSA -> List.of("-b", "4096");
        };
    }
}

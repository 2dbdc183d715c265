package io.urania.engine.resource.sshd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is asked of OpenSSH's server (sshd_config(5)).
 *
 * @param rootLogin {@code yes}, {@code no} or {@code prohibit-password}; empty to leave it as it is
 * @param passwords whether passwords are accepted; empty to leave it as it is
 * @param further other keywords with their texts, each a line
 */
public record SshdSettings(Optional<String> rootLogin, Optional<Boolean> passwords, Map<String, String> further) {

    public SshdSettings {
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    }

    /** The lines of the file; none if nothing is asked for. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        rootLogin.ifPresent(word -> line(lines, "PermitRootLogin", word));
        passwords.ifPresent(accepted -> {
            line(lines, "PasswordAuthentication", accepted ? "yes" : "no");
            if (!accepted) {
                // PAM asks for passwords by this one too. Newer servers have another name for it and know this one.
                line(lines, "ChallengeResponseAuthentication", "no");
            }
        });
        further.forEach((keyword, text) -> line(lines, keyword, text));
        return lines.toString();
    }

    /** What {@code sshd -T} tells of a server that does as asked: names in lower case. Of further settings it may use other words. */
    Map<String, String> effective() {
        Map<String, String> effective = new TreeMap<>();
        rootLogin.ifPresent(word -> effective.put("permitrootlogin", spelled(word)));
        passwords.ifPresent(accepted -> effective.put("passwordauthentication", accepted ? "yes" : "no"));
        return effective;
    }

    /** Servers call one of the words by its former name, of before OpenSSH 7.0. */
    static String spelled(String word) {
        return word.equals("prohibit-password") ? "without-password" : word;
    }

    private static void line(StringBuilder lines, String keyword, String text) {
        lines.append(keyword).append(' ').append(text).append('\n');
    }

    /** In words, for plans. */
    @Override
    public String toString() {
        String lines = lines();
        return lines.isEmpty() ? "as it was before Urania" : lines.strip().replace("\n", ", ");
    }
}

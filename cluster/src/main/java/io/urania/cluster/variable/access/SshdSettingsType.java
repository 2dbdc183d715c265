package io.urania.cluster.variable.access;

import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.Shape;
import io.urania.cluster.variable.type.UnfitValue;
import io.urania.cluster.variable.type.VariableType;
import io.urania.inventory.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Settings of the SSH server by keyword. The server itself judges the texts; what ends the others, or says where the server listens, is refused. */
public record SshdSettingsType() implements VariableType<Map<String, String>> {

    private static final Map<String, String> REFUSED = Map.of(
            "match", "it would hold for some logins what stands behind it, which others have written",
            "include", "Urania would not know what it sets",
            "port", "Urania would look for the host at the port of ansible_port",
            "listenaddress", "Urania would look for the host at the address of ansible_host",
            "permitrootlogin", "it has a variable of its own: sshd_permit_root_login",
            "passwordauthentication", "it has a variable of its own: sshd_password_authentication",
            "challengeresponseauthentication", "it is set with sshd_password_authentication",
            "kbdinteractiveauthentication", "it is set with sshd_password_authentication");

    /** Words of YAML that are truth, and not words, there. */
    private static final Set<String> TRUTH = Set.of("true", "false");

    @Override
    public String description() {
        return "a mapping of keywords of sshd_config to texts";
    }

    @Override
    public Shape shape() {
        return new Shape.Texts();
    }

    @Override
    public Map<String, String> read(Value value) throws UnfitValue {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry :
                CollectionTypes.texts().read(value).entrySet()) {
            String keyword = entry.getKey();
            String refusal = REFUSED.get(keyword.toLowerCase(Locale.ROOT));
            if (refusal != null) {
                throw new UnfitValue("has " + keyword, refusal, "remove it");
            }
            if (!keyword.matches("[A-Za-z0-9]+") || entry.getValue().isBlank()) {
                throw new UnfitValue(
                        "has '" + keyword + "', which cannot be used",
                        "it accepts " + description(),
                        "correct the line, or remove it");
            }
            String text = entry.getValue().strip();
            settings.put(keyword, TRUTH.contains(text) ? (text.equals("true") ? "yes" : "no") : text);
        }
        return Collections.unmodifiableMap(settings);
    }
}

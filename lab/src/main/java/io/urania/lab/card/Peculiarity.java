package io.urania.lab.card;

import com.google.gson.annotations.SerializedName;
import io.urania.lab.layout.RackNode;
import io.urania.lab.layout.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is different about one host of a rack, as it is about somebody's machine. */
public enum Peculiarity {
    /** Root has no login; user pi has, and sudo asks for a password, as on Raspberry Pi OS since April 2026. */
    @SerializedName("sudo-login")
    SUDO_LOGIN("user pi, sudo with a password"),
    /** Programs speak French. */
    @SerializedName("french")
    FRENCH("French"),
    /** Every login prints lines to standard output and standard error before its command begins. */
    @SerializedName("noisy-profile")
    NOISY_PROFILE("noisy profile");

    private final String label;

    Peculiarity(String label) {
        this.label = label;
    }

    /** As people and JSON read it. */
    public String label() {
        return label;
    }

    /**
     * Which hosts have one, by short name. The last node whose programs this machine's processor runs has the login by pi, the balancer
     * speaks French, and the first node has the noisy profile if it has not the login. An emulator's programs have no rights of their
     * files' owners, so that sudo does not work.
     *
     * @param hosts the hosts of a rack: its nodes in the article's order, and the balancer
     */
    public static Map<String, Peculiarity> of(List<RackNode> hosts) {
        List<RackNode> nodes =
                hosts.stream().filter(host -> host.role() != Role.LOAD_BALANCER).toList();
        var chosen = new LinkedHashMap<String, Peculiarity>();
        chosen.put(nodes.getFirst().shortName(), NOISY_PROFILE);
        nodes.reversed().stream()
                .filter(node -> !node.platform().architecture().isForeign())
                .findFirst()
                .ifPresent(last -> chosen.put(last.shortName(), SUDO_LOGIN));
        hosts.stream()
                .filter(host -> host.role() == Role.LOAD_BALANCER)
                .forEach(balancer -> chosen.put(balancer.shortName(), FRENCH));
        return chosen;
    }
}

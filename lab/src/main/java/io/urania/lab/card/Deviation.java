package io.urania.lab.card;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A way in which a host that is a container is not what its card makes of a machine of its own, because it shares the kernel of the
 * machine that the rack is on.
 *
 * @param what what is different
 * @param why why it cannot be as on a card
 * @param settings the keys of {@link HostSettings} that it explains, {@code *} for any text in them; none where the script sees nothing
 */
public record Deviation(String what, String why, List<String> settings) {
    public Deviation {
        settings = List.copyOf(settings);
    }

    /** Whether it is the reason for a difference in this setting. */
    public boolean explains(String key) {
        return settings.stream().anyMatch(pattern -> matches(pattern, key));
    }

    static boolean matches(String pattern, String key) {
        String expression = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
        return Pattern.matches(expression, key);
    }
}

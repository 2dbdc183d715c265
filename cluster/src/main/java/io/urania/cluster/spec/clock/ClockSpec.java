package io.urania.cluster.spec.clock;

import java.util.List;
import java.util.Optional;

/**
 * How the clock of a host is kept right.
 *
 * @param service what does it
 * @param servers what Urania configures; empty if the package's own configuration stays
 * @param isSetAtOnce whether the service sets the clock before it starts, each time
 * @param zone the time zone, as in the time zone database; empty for the one that the host has
 */
public record ClockSpec(TimeService service, Optional<Servers> servers, boolean isSetAtOnce, Optional<String> zone) {

    /**
     * Whom the service asks, and who may ask it.
     *
     * @param sources servers, each a name or an address with options behind it
     * @param restrictions rules for others, of ntpd
     * @param interfaces rules for interfaces, of ntpd
     * @param driftFile where ntpd keeps how fast the clock is; empty for the package's own
     * @param isAlwaysSet whether the clock is set however wrong it is, at any time
     */
    public record Servers(
            List<String> sources,
            List<String> restrictions,
            List<String> interfaces,
            Optional<String> driftFile,
            boolean isAlwaysSet) {

        public Servers {
            sources = List.copyOf(sources);
            restrictions = List.copyOf(restrictions);
            interfaces = List.copyOf(interfaces);
        }
    }
}

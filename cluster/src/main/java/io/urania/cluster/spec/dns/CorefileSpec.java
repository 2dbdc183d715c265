package io.urania.cluster.spec.dns;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an inventory adds to how names are resolved, for CoreDNS or for the cache on nodes.
 *
 * @param zones that other servers know
 * @param formerDomains domains that the cluster had, whose names still mean the same
 * @param hosts lines as those of /etc/hosts, asked first; empty for none
 * @param forwardOptions options of plugin {@code forward} for all other names
 * @param blocks further lines of the Corefile, by what they are for
 */
public record CorefileSpec(
        List<DnsZone> zones,
        List<String> formerDomains,
        Optional<String> hosts,
        Map<String, String> forwardOptions,
        Map<Block, String> blocks) {

    /** Where further lines stand. */
    public enum Block {
        /** First in the block of all names. */
        ADDITIONAL,
        /** In plugin {@code errors}. */
        ERRORS,
        /** Plugins {@code rewrite}. */
        REWRITE,
        /** Instead of plugin {@code cache}. */
        CACHE,
        /** In plugin {@code kubernetes}. */
        KUBERNETES
    }

    public CorefileSpec {
        zones = List.copyOf(zones);
        formerDomains = List.copyOf(formerDomains);
        forwardOptions = Collections.unmodifiableMap(new LinkedHashMap<>(forwardOptions));
        blocks = Map.copyOf(blocks);
    }
}

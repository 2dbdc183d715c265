package io.urania.engine.resource.resolver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What tells how a host finds names, and who sees to that.
 *
 * @param link where /etc/resolv.conf leads; empty if it is no link
 * @param active which of {@code systemd-resolved} and {@code NetworkManager} run
 * @param texts of the regular files that exist, by their paths
 * @param hasClientHooks whether dhclient is there, and runs hooks
 * @param linkServers servers that systemd-resolved has from network interfaces
 * @param isUnfinished whether a run was cut off after it had written a file, and before everybody had read it
 */
public record ResolverFact(
        Optional<String> link,
        Set<String> active,
        Map<String, String> texts,
        boolean hasClientHooks,
        List<String> linkServers,
        boolean isUnfinished) {

    /** A host on which nothing says how to find names. */
    public static final ResolverFact NONE =
            new ResolverFact(Optional.empty(), Set.of(), Map.of(), false, List.of(), false);

    public ResolverFact {
        active = Set.copyOf(active);
        texts = Map.copyOf(texts);
        linkServers = List.copyOf(linkServers);
    }

    /** Who sees to it. */
    public Mechanism mechanism() {
        return Mechanism.of(this);
    }

    Optional<String> text(ResolverFile file) {
        return Optional.ofNullable(texts.get(file.path()));
    }

    /** The same host with files of other texts. */
    ResolverFact with(Map<String, String> others) {
        return new ResolverFact(link, active, others, hasClientHooks, linkServers, false);
    }
}

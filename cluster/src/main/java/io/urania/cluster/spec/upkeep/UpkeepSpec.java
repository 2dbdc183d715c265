package io.urania.cluster.spec.upkeep;

import io.urania.engine.resource.packetfilter.PacketFilter;
import io.urania.engine.system.PackageRecipe;
import io.urania.engine.system.UpgradeScope;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an inventory asks of the packages and services of a host.
 *
 * @param packages that it has besides
 * @param built packages that are built on it, in this order
 * @param upgrade which packages are upgraded; empty for none
 * @param servicesOff units that do not run, by their full names; empty if nobody looks, which is not the same as none
 * @param keepsPacketFilter whether iptables is left as it is, whatever the kernel can
 * @param packetFilter which program is called iptables; empty if nobody cares as long as it works
 */
public record UpkeepSpec(
        List<String> packages,
        List<PackageRecipe> built,
        Optional<UpgradeScope> upgrade,
        Optional<SortedSet<String>> servicesOff,
        boolean keepsPacketFilter,
        Optional<PacketFilter> packetFilter) {

    public UpkeepSpec {
        packages = List.copyOf(packages);
        built = List.copyOf(built);
        servicesOff = servicesOff.map(units -> Collections.unmodifiableSortedSet(new TreeSet<>(units)));
    }
}

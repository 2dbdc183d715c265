package io.urania.engine.network;

import java.util.List;

/** A line of /etc/hosts (hosts(5)): an address, and the names that it is given. */
public record HostsLine(String address, List<String> names) {
    public HostsLine {
        names = List.copyOf(names);
    }
}

package io.urania.lab.platform;

import java.util.List;

/**
 * What a person wants the hosts of a rack to run, in their words.
 *
 * @param distribution for all hosts, {@code debian-13}; empty for the usual one
 * @param architecture for all hosts, {@code armhf}; empty for this machine's
 * @param hosts other wishes for single hosts: {@code thalia=debian-12/armhf}, {@code thalia=arch} or {@code thalia=/armhf}
 */
public record PlatformWish(String distribution, String architecture, List<String> hosts) {
    /** Nothing is asked for. */
    public static final PlatformWish NONE = new PlatformWish("", "", List.of());

    public PlatformWish {
        hosts = List.copyOf(hosts);
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}

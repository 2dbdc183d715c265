package io.urania.cluster.system.debian;

import io.urania.cluster.system.Software;
import java.util.List;

/** What Debian and the systems made from it have in common. */
public final class DebianFamily {

    private DebianFamily() {}

    /** The packages that software is in. */
    public static List<String> packages(Software software) {
        return switch (software) {
            case LOAD_BALANCER -> List.of("haproxy");
            case LOAD_BALANCER_CONSOLE -> List.of("hatop");
            case SOCKET_RELAY -> List.of("socat");
            case CONNECTION_TRACKING -> List.of("conntrack");
            case BRIDGE_FILTER -> List.of("ebtables");
            case PACKET_FILTER -> List.of("iptables");
            case LINK_SETTINGS -> List.of("ethtool");
            case ROUTING -> List.of("iproute2");
            case CONTAINER_RUNTIME -> List.of("containerd");
            case CONTAINER_STARTER -> List.of("runc");
            case TIME_SERVICE -> List.of("systemd-timesyncd");
            case CHRONY -> List.of("chrony");
            // The package ntp of Debian 12 only brings this one.
            case NTP -> List.of("ntpsec");
            case TIME_ZONES -> List.of("tzdata");
        };
    }

    /** The directory that HAProxy shuts itself in: the home of the package's user. */
    public static String loadBalancerRoot() {
        return "/var/lib/haproxy";
    }

    /** Directories besides those of the Filesystem Hierarchy Standard. */
    public static List<String> directories() {
        return List.of("/var/backups", "/var/lib/pam", "/var/lib/python", "/var/lib/ucf");
    }
}

package io.urania.cluster.system.debian;

import io.urania.artifacts.Architecture;
import io.urania.cluster.system.OldContainerd;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Release;
import io.urania.cluster.system.Software;
import java.util.List;

/** What Debian and the systems made from it have in common. */
public final class DebianFamily {

    /** The directory that HAProxy shuts itself in: the home of the package's user. */
    public static final String LOAD_BALANCER_ROOT = "/var/lib/haproxy";

    /** HAProxy's socket in the directory that the package has made at every boot (tmpfiles.d of its package). */
    public static final String LOAD_BALANCER_SOCKET = "/run/haproxy/admin.sock";

    private DebianFamily() {}

    /** Debian's releases, as systems have them that take their numbers from it. */
    public static List<Release> releases(Architecture first, Architecture... others) {
        return List.of(
                Release.of("10", "10 (buster)", first, others)
                        .refused(
                                "its last update was in June 2024, and its packages are no longer on the mirrors",
                                "install release 12 or 13 on this host"),
                Release.of("11", "11 (bullseye)", first, others),
                Release.of("12", "12 (bookworm)", first, others),
                Release.of("13", "13 (trixie)", first, others));
    }

    /**
     * How a release with Debian's number provides software: as the package lists of bullseye, bookworm and trixie have it, and of buster what is
     * known of it.
     */
    public static Provision provision(Software software, Release release) {
        return switch (software) {
            case CONTAINER_RUNTIME ->
                release.isFrom("12")
                        ? provision(software)
                        : OldContainerd.missing(
                                "its package is containerd 1.4 or older, and Kubernetes needs 1.6 or newer");
            case TIME_SERVICE -> release.isFrom("11") ? provision(software) : new Provision.Included("systemd");
            default -> provision(software);
        };
    }

    /** How all of them provide software, as long as nothing else is known. */
    public static Provision provision(Software software) {
        return switch (software) {
            case LOAD_BALANCER -> Provision.packaged("haproxy");
            case LOAD_BALANCER_CONSOLE -> Provision.packaged("hatop");
            case SOCKET_RELAY -> Provision.packaged("socat");
            case CONNECTION_TRACKING -> Provision.packaged("conntrack");
            case BRIDGE_FILTER -> Provision.packaged("ebtables");
            case PACKET_FILTER -> Provision.packaged("iptables");
            case LINK_SETTINGS -> Provision.packaged("ethtool");
            case ROUTING -> Provision.packaged("iproute2");
            case CONTAINER_RUNTIME -> Provision.packaged("containerd");
            case CONTAINER_STARTER -> Provision.packaged("runc");
            case TIME_SERVICE -> Provision.packaged("systemd-timesyncd");
            case CHRONY -> Provision.packaged("chrony");
            // The package ntp of Debian 12 only brings this one, and the one of Debian 11 is another program.
            case NTP -> Provision.packaged("ntpsec");
            case TIME_ZONES -> Provision.packaged("tzdata");
        };
    }

    /** Directories besides those of the Filesystem Hierarchy Standard. */
    public static List<String> directories() {
        return List.of("/var/backups", "/var/lib/pam", "/var/lib/python", "/var/lib/ucf");
    }
}

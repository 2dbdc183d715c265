package io.urania.cluster.system.arch;

import io.urania.cluster.system.OldContainerd;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Software;

/** What Arch Linux and Arch Linux ARM have in common, as the recipes of their packages say (PKGBUILD). */
public final class ArchFamily {

    /** The directory that HAProxy shuts itself in: what the package's own configuration has. */
    public static final String LOAD_BALANCER_ROOT = "/usr/share/haproxy";

    /** HAProxy's socket: the package makes no directory for it. */
    public static final String LOAD_BALANCER_SOCKET = "/run/haproxy-admin.sock";

    private static final String OTHER_TIME_SERVICE = "set ntp_package to systemd-timesyncd, which is part of systemd";

    private ArchFamily() {}

    /** How software is provided; releases there are none. */
    public static Provision provision(Software software) {
        return switch (software) {
            case LOAD_BALANCER -> Provision.packaged("haproxy");
            case LOAD_BALANCER_CONSOLE ->
                new Provision.Unavailable(
                        "it is only in the Arch User Repository",
                        "ask HAProxy itself: echo 'show stat' | socat - " + LOAD_BALANCER_SOCKET);
            case SOCKET_RELAY -> Provision.packaged("socat");
            case CONNECTION_TRACKING -> Provision.packaged("conntrack-tools");
            // Since April 2026 this is the one for nftables, which has ebtables too; the other one is iptables-legacy
            // (Arch Linux news).
            case BRIDGE_FILTER, PACKET_FILTER -> Provision.packaged("iptables");
            case LINK_SETTINGS -> Provision.packaged("ethtool");
            case ROUTING -> Provision.packaged("iproute2");
            case CONTAINER_RUNTIME -> OldContainerd.replaced();
            case CONTAINER_STARTER -> Provision.packaged("runc");
            case TIME_SERVICE -> new Provision.Included("systemd");
            case CHRONY ->
                new Provision.Unavailable(
                        "its chrony has another unit, chronyd.service, and another file, /etc/chrony.conf, than Urania configures",
                        OTHER_TIME_SERVICE);
            case NTP -> new Provision.Unavailable("NTPsec is only in the Arch User Repository", OTHER_TIME_SERVICE);
            case TIME_ZONES -> Provision.packaged("tzdata");
        };
    }
}

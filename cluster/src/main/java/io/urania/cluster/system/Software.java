package io.urania.cluster.system;

/** Software that hosts get as packages of their system, by what it is for. */
public enum Software {
    /** HAProxy, and its unit {@code haproxy.service}. */
    LOAD_BALANCER,
    /** hatop, which shows people what HAProxy does. */
    LOAD_BALANCER_CONSOLE,
    /** The program socat. */
    SOCKET_RELAY,
    /** The program conntrack. */
    CONNECTION_TRACKING,
    /** The program ebtables. */
    BRIDGE_FILTER,
    /** The program iptables. */
    PACKET_FILTER,
    /** The program ethtool. */
    LINK_SETTINGS,
    /** The programs ip and tc. */
    ROUTING,
    /** containerd, and its unit {@code containerd.service}. */
    CONTAINER_RUNTIME,
    /** The program runc. */
    CONTAINER_STARTER,
    /** Something that keeps the clock right and that {@code timedatectl set-ntp} switches on. */
    TIME_SERVICE,
    /** chronyd, and its unit {@code chrony.service}. */
    CHRONY,
    /** ntpd, and its unit {@code ntpsec.service}. */
    NTP,
    /** The time zone database in /usr/share/zoneinfo. */
    TIME_ZONES
}

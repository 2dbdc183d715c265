package io.urania.cluster.system;

/** Software that hosts get from their system, by what it is for. */
public enum Software {
    /** HAProxy, and its unit {@code haproxy.service}. */
    LOAD_BALANCER("HAProxy"),
    /** hatop, which shows people what HAProxy does. */
    LOAD_BALANCER_CONSOLE("hatop"),
    /** The program socat. */
    SOCKET_RELAY("socat"),
    /** The program conntrack. */
    CONNECTION_TRACKING("conntrack"),
    /** The program ebtables. */
    BRIDGE_FILTER("ebtables"),
    /** The program iptables. */
    PACKET_FILTER("iptables"),
    /** The program ethtool. */
    LINK_SETTINGS("ethtool"),
    /** The programs ip and tc. */
    ROUTING("ip and tc"),
    /** containerd 1, from 1.6 on, and its unit {@code containerd.service}; Kubernetes versions whose bundle brings containerd do without. */
    CONTAINER_RUNTIME("containerd 1.6 or 1.7"),
    /** The program runc. */
    CONTAINER_STARTER("runc"),
    /** Something that keeps the clock right and that {@code timedatectl set-ntp} switches on. */
    TIME_SERVICE("systemd-timesyncd"),
    /** chronyd, its unit {@code chrony.service} and its file /etc/chrony/chrony.conf. */
    CHRONY("chrony"),
    /** ntpd of NTPsec, its unit {@code ntpsec.service} and its file /etc/ntpsec/ntp.conf. */
    NTP("ntpd of NTPsec"),
    /** The time zone database in /usr/share/zoneinfo. */
    TIME_ZONES("time zones");

    private final String words;

    Software(String words) {
        this.words = words;
    }

    /** What people call it. */
    public String words() {
        return words;
    }
}

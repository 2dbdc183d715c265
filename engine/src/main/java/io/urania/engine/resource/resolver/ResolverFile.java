package io.urania.engine.resource.resolver;

import java.util.List;
import java.util.stream.Stream;

/** The files in which hosts are told how to find names. Each is read by one of the programs that may see to that. */
enum ResolverFile {
    /** What the C library reads (resolv.conf(5)). */
    RESOLV_CONF("/etc/resolv.conf", false),
    /** A drop-in of systemd-resolved (resolved.conf(5)). */
    RESOLVED("/etc/systemd/resolved.conf.d/zz-urania.conf", true),
    /** A drop-in of NetworkManager (NetworkManager.conf(5)). */
    NETWORK_MANAGER("/etc/NetworkManager/conf.d/zz-urania.conf", true),
    /** What Debian's resolvconf puts before the lines of interfaces (resolvconf(8)). */
    RESOLVCONF_HEAD("/etc/resolvconf/resolv.conf.d/head", false),
    /** What it puts behind them. */
    RESOLVCONF_TAIL("/etc/resolvconf/resolv.conf.d/tail", false),
    /** openresolv's configuration, which is shell (resolvconf.conf(5)). */
    OPENRESOLV("/etc/resolvconf.conf", false),
    /** What dhcpcd puts before the lines of interfaces, where there is no resolvconf (dhcpcd-run-hooks(8), 20-resolv.conf). */
    DHCPCD_HEAD("/etc/resolv.conf.head", false),
    /** What it puts behind them. */
    DHCPCD_TAIL("/etc/resolv.conf.tail", false),
    /** What dhclient runs after it has written /etc/resolv.conf (dhclient-script(8)). */
    DHCLIENT("/etc/dhcp/dhclient-exit-hooks.d/zz-urania", true);

    private final String path;
    private final boolean own;

    ResolverFile(String path, boolean own) {
        this.path = path;
        this.own = own;
    }

    String path() {
        return path;
    }

    /** Whether the whole file is Urania's; otherwise blocks of lines in it are. */
    boolean isOwn() {
        return own;
    }

    static List<String> paths(boolean own) {
        return Stream.of(values())
                .filter(file -> file.own == own)
                .map(ResolverFile::path)
                .toList();
    }
}

package io.urania.cluster.spec.clock;

/** The programs that keep a clock right. */
public enum TimeService {
    /** chronyd. */
    CHRONY,
    /** ntpd, of NTPsec. */
    NTP,
    /** systemd-timesyncd, which only asks others. */
    TIMESYNCD
}

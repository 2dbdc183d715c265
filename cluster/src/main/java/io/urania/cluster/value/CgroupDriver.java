package io.urania.cluster.value;

/** Who manages the control groups of pods. */
public enum CgroupDriver implements Keyword {
    SYSTEMD("systemd"),
    CGROUPFS("cgroupfs");

    private final String word;

    CgroupDriver(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

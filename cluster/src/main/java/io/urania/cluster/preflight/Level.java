package io.urania.cluster.preflight;

/** What a finding means for an apply. */
public enum Level {
    /** It would fail, or do harm: it is refused. */
    ERROR("error"),
    /** It works, and somebody should know. */
    WARNING("warning");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The level as people and JSON are told it. */
    public String word() {
        return word;
    }
}

package io.urania.cluster.value;

/** What a taint does to pods that do not tolerate it. */
public enum TaintEffect implements Keyword {
    NO_SCHEDULE("NoSchedule"),
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    NO_EXECUTE("NoExecute");

    private final String word;

    TaintEffect(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

package io.urania.cluster.value;

/** Who writes the resolv.conf of the hosts. */
public enum ResolvConfMode implements Keyword {
    /** The hosts keep theirs. */
    NONE("none");

    private final String word;

    ResolvConfMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

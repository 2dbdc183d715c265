package io.urania.cluster.value;

/** What connects the pods of different nodes. */
public enum NetworkPlugin implements Keyword {
    FLANNEL("flannel");

    private final String word;

    NetworkPlugin(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

package io.urania.cluster.value;

/** When kubelet fetches an image. */
public enum ImagePullPolicy implements Keyword {
    ALWAYS("Always"),
    IF_NOT_PRESENT("IfNotPresent"),
    NEVER("Never");

    private final String word;

    ImagePullPolicy(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

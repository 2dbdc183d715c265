package io.urania.cluster.value;

/** The container runtime of the nodes. */
public enum ContainerManager implements Keyword {
    CONTAINERD("containerd");

    private final String word;

    ContainerManager(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

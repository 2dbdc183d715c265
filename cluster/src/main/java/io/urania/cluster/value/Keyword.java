package io.urania.cluster.value;

/** A choice that has a word of its own in inventories and configuration files. */
public interface Keyword {
    /** The word, exactly as Kubernetes, Kubespray or the program it is for writes it. */
    String word();
}

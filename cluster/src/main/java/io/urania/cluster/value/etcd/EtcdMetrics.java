package io.urania.cluster.value.etcd;

import io.urania.cluster.value.Keyword;

/** How much etcd tells about itself at /metrics. */
public enum EtcdMetrics implements Keyword {
    BASIC("basic"),
    EXTENSIVE("extensive");

    private final String word;

    EtcdMetrics(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}

package io.urania.engine.plan;

/** Changes of one host in one lane run one after the other; lanes of a host run side by side. */
public enum Lane {
    /** Whatever changes the system's configuration. */
    SYSTEM,
    /** Transfers of container images, long and needed late. */
    IMAGES,
    /** Changes of the cluster's objects through the API server. */
    API
}

package io.urania.engine.plan;

/** Changes of one host in one lane run one after the other; lanes of a host run side by side. */
public enum Lane {
    /** Whatever changes the system's configuration. */
    SYSTEM,
    /** Transfers of container images, long and needed late. */
    IMAGES,
    /** Changes of the cluster's objects through the API server. */
    API,
    /** What a host can do nothing else beside, as a restart: as soon as it may begin, the host's other lanes begin nothing more. */
    ALONE
}

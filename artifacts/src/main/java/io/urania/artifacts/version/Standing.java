package io.urania.artifacts.version;

/** How a Kubernetes minor stands to a feature it has. */
public enum Standing {
    STABLE,
    /** It works without a feature gate and may still change. */
    BETA,
    /** It works and a later minor removes it. */
    DEPRECATED
}

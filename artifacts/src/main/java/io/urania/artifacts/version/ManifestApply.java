package io.urania.artifacts.version;

/** How objects are applied to the API server of a minor. */
public enum ManifestApply {
    /** kubectl compares and patches: what API servers before 1.22 can do for every kind of object. */
    CLIENT_SIDE,
    /** The API server merges, and remembers whose which field is (KEP-555). */
    SERVER_SIDE
}

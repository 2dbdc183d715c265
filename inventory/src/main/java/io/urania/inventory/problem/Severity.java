package io.urania.inventory.problem;

/** Whether a problem stops the work. */
public enum Severity {
    /** Nothing can be done with this inventory until it is repaired. */
    ERROR,
    /** The inventory works, but probably not as its author believes. */
    WARNING,
    /** The inventory works as its author believes, and there is something to know: a newer name, for instance. */
    NOTE
}

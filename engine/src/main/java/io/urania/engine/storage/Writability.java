package io.urania.engine.storage;

/** Whether root may write something. */
public enum Writability {
    /** Yes. */
    WRITABLE,
    /** Its file system is mounted read-only. */
    READ_ONLY,
    /** Its file system has no room for the change. */
    FULL,
    /** It, or a directory where it would be made, has an attribute such as immutable or append-only (chattr(1)). */
    REFUSED
}

package io.urania.engine.system;

/** Which packages of a system are upgraded. */
public enum UpgradeScope {
    /** Those with a security update. */
    SECURITY,
    /** All of them. */
    FULL
}

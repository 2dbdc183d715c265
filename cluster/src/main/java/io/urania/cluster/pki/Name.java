package io.urania.cluster.pki;

/** A name that a certificate stands for. */
sealed interface Name {

    String text();

    /** A DNS name. */
    record Host(String text) implements Name {}

    /** An IP address. */
    record Ip(String text) implements Name {}
}

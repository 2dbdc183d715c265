package io.urania.cluster.spec;

/** What a node keeps for Kubernetes' own programs, which pods cannot have. */
public sealed interface KubeReserved {

    /** As an inventory that says no asks for. */
    record Nothing() implements KubeReserved {}

    /** What fits the machine, by its facts: no inventory says anything. */
    record WhatFits() implements KubeReserved {}

    /** What an inventory says. */
    record Exactly(Reservation reservation) implements KubeReserved {}
}

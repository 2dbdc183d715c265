package io.urania.engine.storage;

/** What came of measuring how fast a disk is. */
public sealed interface WriteLatencyFact {

    /** It was measured. */
    record Measured(WriteLatency latency) implements WriteLatencyFact {}

    /**
     * Nothing could be written there.
     *
     * @param reason as the host says it
     */
    record Impossible(String reason) implements WriteLatencyFact {}
}

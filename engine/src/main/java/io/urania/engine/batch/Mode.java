package io.urania.engine.batch;

/** What a batch does when a step fails, and what it keeps of the output. */
public enum Mode {
    /** For changes: the first failure ends the batch; standard error is part of the output. */
    STOP_AT_FAILURE,
    /** For questions: every step runs; standard error is dropped. */
    KEEP_GOING
}

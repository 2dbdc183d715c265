package io.urania.engine.batch;

/** Told about each step of a batch as it happens, one call at a time. */
public interface BatchListener {

    /** A listener that does not care. */
    BatchListener NONE = new BatchListener() {
        @Override
        public void started(String key) {}

        @Override
        public void finished(StepResult result) {}
    };

    void started(String key);

    void finished(StepResult result);

    /**
     * The step that runs now waits for something: it has called {@code waiting_for}.
     *
     * @param what follows the words "waiting for"; empty when the step goes on
     */
    default void waiting(String key, String what) {}

    /**
     * No step runs, and the batch waits for something: before its first step, or after its last.
     *
     * @param what follows the words "waiting for"
     */
    default void connecting(String what) {}
}

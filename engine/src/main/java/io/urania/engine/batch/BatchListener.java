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
}

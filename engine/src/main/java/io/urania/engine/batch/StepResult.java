package io.urania.engine.batch;

/**
 * What came of one step.
 *
 * @param key the step's key
 * @param code exit code of its script; 0 means it worked
 * @param output its standard output; with standard error when the batch asked for that
 */
public record StepResult(String key, int code, String output) {

    public boolean succeeded() {
        return code == 0;
    }
}

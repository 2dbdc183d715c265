package io.urania.engine.batch;

/**
 * One operation of a batch under a name.
 *
 * @param key what the result is told under; unique within a batch
 */
public record Step(String key, Operation operation) {}

package io.urania.engine.plan;

/**
 * What does not work, or works differently, while or after a change is made.
 *
 * @param what is interrupted: {@code etcd.service}
 * @param effect what people may notice, a sentence without its full stop
 */
public record Interruption(String what, String effect) {}

package io.urania.engine.plan;

/**
 * Who asks for a change.
 *
 * @param variable the name as the inventory writes it
 * @param place {@code file:line:column} where it is set
 */
public record Reason(String variable, String place) {}
